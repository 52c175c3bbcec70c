# The builtin functions on numbers.


def mod(l):
    l.sort(key=lambda x: l.append(1))


class R:

    def __round__(self, *a):
        return ('r', a)


class A:

    def __abs__(self):
        return 'abs'


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("abs()", lambda: abs())
show("abs('x')", lambda: abs('x'))
show("abs(1, 2)", lambda: abs(1, 2))
show("abs(-5)", lambda: abs(-5))
show("abs(True)", lambda: abs(True))
show("abs(A())", lambda: abs(A()))
show("abs(-2.5)", lambda: abs(-2.5))
show("all()", lambda: all())
show("all(5)", lambda: all(5))
show("all([1, 0])", lambda: all([1, 0]))
show("any([0, 2])", lambda: any([0, 2]))
show("any(1, 2)", lambda: any(1, 2))
show("ascii('é')", lambda: ascii('é'))
show("ascii()", lambda: ascii())
show("bin(5)", lambda: bin(5))
show("bin(-5)", lambda: bin(-5))
show("bin(2.0)", lambda: bin(2.0))
show("bin('x')", lambda: bin('x'))
show("hex(255)", lambda: hex(255))
show("hex(-255)", lambda: hex(-255))
show("oct(8)", lambda: oct(8))
show("hex(True)", lambda: hex(True))
show("hex(10 ** 30)", lambda: hex(10 ** 30))
show("hex()", lambda: hex())
show("callable(5)", lambda: callable(5))
show("callable(len)", lambda: callable(len))
show("callable()", lambda: callable())
show("chr(65)", lambda: chr(65))
show("chr(-1)", lambda: chr(-1))
show("chr(1114112)", lambda: chr(1114112))
show("chr('a')", lambda: chr('a'))
show("chr(10 ** 30)", lambda: chr(10 ** 30))
show("chr(True)", lambda: chr(True))
show("ord('a')", lambda: ord('a'))
show("ord('ab')", lambda: ord('ab'))
show("ord('')", lambda: ord(''))
show("ord(5)", lambda: ord(5))
show("ord(b'a')", lambda: ord(b'a'))
show("ord(b'ab')", lambda: ord(b'ab'))
show("divmod(7, 2)", lambda: divmod(7, 2))
show("divmod(-7, 2)", lambda: divmod(-7, 2))
show("divmod(7.5, 2)", lambda: divmod(7.5, 2))
show("divmod(1, 0)", lambda: divmod(1, 0))
show("divmod(1.0, 0)", lambda: divmod(1.0, 0))
show("divmod('a', 1)", lambda: divmod('a', 1))
show("divmod(1)", lambda: divmod(1))
show("1 // 0", lambda: 1 // 0)
show("1 % 0", lambda: 1 % 0)
show("1.0 // 0", lambda: 1.0 // 0)
show("1.0 % 0", lambda: 1.0 % 0)
show("pow(2, 3)", lambda: pow(2, 3))
show("pow(2, -1)", lambda: pow(2, -1))
show("pow(2, 3, 5)", lambda: pow(2, 3, 5))
show("pow(2, -1, 7)", lambda: pow(2, -1, 7))
show("pow(2, 3, 0)", lambda: pow(2, 3, 0))
show("pow(2.0, 3, 5)", lambda: pow(2.0, 3, 5))
show("pow('a', 2)", lambda: pow('a', 2))
show("pow('a', 2, 3)", lambda: pow('a', 2, 3))
show("pow(2)", lambda: pow(2))
show("pow(base=2, exp=3)", lambda: pow(base=2, exp=3))
show("pow(2, 3, mod=5)", lambda: pow(2, 3, mod=5))
show("pow(2, 3, None)", lambda: pow(2, 3, None))
show("round(2.5)", lambda: round(2.5))
show("round(2.567, 2)", lambda: round(2.567, 2))
show("round('x')", lambda: round('x'))
show("round(5, -1)", lambda: round(5, -1))
show("round(R())", lambda: round(R()))
show("round(R(), 3)", lambda: round(R(), 3))
show("round()", lambda: round())
show("round(1, 2, 3)", lambda: round(1, 2, 3))
show("round(2.5, None)", lambda: round(2.5, None))
show("round(number=2.5)", lambda: round(number=2.5))
