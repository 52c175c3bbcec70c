# abs, round, divmod and pow ask the object.


class Abs:

    def __abs__(self):
        return 'abs'

    def __round__(self, n=None):
        return n

    def __divmod__(self, o):
        return ('divmod', o)

    def __rdivmod__(self, o):
        return ('rdivmod', o)

    def __pow__(self, o, m=None):
        return ('pow', o, m)

    def __neg__(self):
        return 'neg'

    def __complex__(self):
        return 1

    def __trunc__(self):
        return 5


class A:
    """doc"""
    cls = 1

    def __init__(self):
        self.x = 1
        self.y = 2

    def m(self):
        pass

    @property
    def p(self):
        raise AttributeError('inner')

    @staticmethod
    def s():
        return 's'


a = A()


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("abs(Abs())", lambda: abs(Abs()))
show("round(Abs())", lambda: round(Abs()))
show("round(Abs(), 2)", lambda: round(Abs(), 2))
show("divmod(Abs(), 3)", lambda: divmod(Abs(), 3))
show("divmod(3, Abs())", lambda: divmod(3, Abs()))
show("pow(Abs(), 2)", lambda: pow(Abs(), 2))
show("pow(Abs(), 2, 3)", lambda: pow(Abs(), 2, 3))
show("-Abs()", lambda: -Abs())
show("+Abs()", lambda: +Abs())
show("~Abs()", lambda: ~Abs())
show("abs(a)", lambda: abs(a))
show("round(a)", lambda: round(a))
show("divmod(a, 1)", lambda: divmod(a, 1))
show("pow(a, 1)", lambda: pow(a, 1))
show("pow(1, a)", lambda: pow(1, a))
show("pow(1, a, 1)", lambda: pow(1, a, 1))
show("float(Abs())", lambda: float(Abs()))
show("divmod(3.5, Abs())", lambda: divmod(3.5, Abs()))
show("abs(None)", lambda: abs(None))
