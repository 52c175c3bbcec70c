# Lists add, repeat and compare, with CPython's wording of what they cannot.


class I:

    def __init__(s, n):
        s.n = n

    def __index__(s):
        return s.n


class E:

    def __eq__(self, o):
        return True
    __hash__ = None


class Bad:

    def __eq__(self, o):
        raise ValueError('bad eq')

    def __hash__(self):
        return 1


class RA:

    def __radd__(s, o):
        return ('radd', o)

    def __rmul__(s, o):
        return ('rmul', o)

    def __ror__(s, o):
        return ('ror', o)


def do(l, f):
    f(l)
    return l


rec = [1]
rec.append(rec)


def iadd(a, b):
    a += b
    return a


def imul(a, b):
    a *= b
    return a


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("[1] + [2]", lambda: [1] + [2])
show("[1] + (2,)", lambda: [1] + (2,))
show("[1] + 5", lambda: [1] + 5)
show("[1] + None", lambda: [1] + None)
show("5 + [1]", lambda: 5 + [1])
show("[1] * 3", lambda: [1] * 3)
show("3 * [1]", lambda: 3 * [1])
show("[1] * -1", lambda: [1] * -1)
show("[1] * 'a'", lambda: [1] * 'a')
show("'a' * [1]", lambda: 'a' * [1])
show("[1] * 1.5", lambda: [1] * 1.5)
show("1.5 * [1]", lambda: 1.5 * [1])
show("[1] * I(2)", lambda: [1] * I(2))
show("I(2) * [1]", lambda: I(2) * [1])
show("[1] * None", lambda: [1] * None)
show("[1] * [1]", lambda: [1] * [1])
show("[1] * 10 ** 12", lambda: [1] * 10 ** 12)
show("[1] * 10 ** 30", lambda: [1] * 10 ** 30)
show("[] * 10 ** 12", lambda: [] * 10 ** 12)
show("[1] - [1]", lambda: [1] - [1])
show("[1] / 2", lambda: [1] / 2)
show("[1] + RA()", lambda: [1] + RA())
show("[1] * RA()", lambda: [1] * RA())
show("(1,) + RA()", lambda: (1,) + RA())
show("'a' + RA()", lambda: 'a' + RA())
show("iadd([1], (2, 3))", lambda: iadd([1], (2, 3)))
show("iadd([1], 'ab')", lambda: iadd([1], 'ab'))
show("iadd([1], 5)", lambda: iadd([1], 5))
show("imul([1], 2)", lambda: imul([1], 2))
show("imul([1, 2], -1)", lambda: imul([1, 2], -1))
show("imul([1], 'a')", lambda: imul([1], 'a'))
show("imul([1], 1.5)", lambda: imul([1], 1.5))
show("do([1, 2], lambda l: iadd(l, l))", lambda: do([1, 2], lambda l: iadd(l, l)))
show("iadd((1,), (2,))", lambda: iadd((1,), (2,)))
show("iadd((1,), [2])", lambda: iadd((1,), [2]))
show("iadd([1], {2: 3})", lambda: iadd([1], {2: 3}))
show("iadd([1], RA())", lambda: iadd([1], RA()))
show("[1, 2] < [1, 3]", lambda: [1, 2] < [1, 3])
show("[1, 2] < [1]", lambda: [1, 2] < [1])
show("[1] == [1.0]", lambda: [1] == [1.0])
show("[1] != [2]", lambda: [1] != [2])
show("[1] < (1,)", lambda: [1] < (1,))
show("[1] == (1,)", lambda: [1] == (1,))
show("[1, 'a'] < [1, 2]", lambda: [1, 'a'] < [1, 2])
show("[[1]] <= [[1]]", lambda: [[1]] <= [[1]])
show("[1] >= [0, 5]", lambda: [1] >= [0, 5])
show("[Bad()] == [1]", lambda: [Bad()] == [1])
show("[1, Bad()] == [1, 2]", lambda: [1, Bad()] == [1, 2])
show("rec == rec", lambda: rec == rec)
show("rec == [1, [1]]", lambda: rec == [1, [1]])
show("1 in [1, 2]", lambda: 1 in [1, 2])
show("'a' in [1]", lambda: 'a' in [1])
show("1.0 in [1]", lambda: 1.0 in [1])
show("[] in [[]]", lambda: [] in [[]])
show("E() in [1]", lambda: E() in [1])
show("1 in [E()]", lambda: 1 in [E()])
show("Bad() in [1]", lambda: Bad() in [1])
