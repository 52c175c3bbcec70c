# What tuples can do and what they refuse.


class I:

    def __init__(s, n):
        s.n = n

    def __index__(s):
        return s.n


class T(tuple):
    pass


class BadR:

    def __repr__(self):
        raise ValueError('bad repr')


def seti(l, i, v):
    l[i] = v
    return l


def deli(l, i):
    del l[i]
    return l


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("tuple()", lambda: tuple())
show("tuple(5)", lambda: tuple(5))
show("tuple([1], 2)", lambda: tuple([1], 2))
show("tuple(x=1)", lambda: tuple(x=1))
show("tuple('ab')", lambda: tuple('ab'))
show("T([1, 2])", lambda: T([1, 2]))
show("T()", lambda: T())
show("type(T([1]) + (2,))", lambda: type(T([1]) + (2,)))
show("type(T((1,))[:])", lambda: type(T((1,))[:]))
show("tuple(T((1,)))", lambda: tuple(T((1,))))
show("(1, 2)[0]", lambda: (1, 2)[0])
show("(1, 2)[5]", lambda: (1, 2)[5])
show("(1, 2)['a']", lambda: (1, 2)['a'])
show("(1, 2)[1:]", lambda: (1, 2)[1:])
show("(1,) + (2,)", lambda: (1,) + (2,))
show("(1,) + [2]", lambda: (1,) + [2])
show("(1,) * 3", lambda: (1,) * 3)
show("(1,) * 'a'", lambda: (1,) * 'a')
show("(1,).count(1)", lambda: (1,).count(1))
show("(1,).index(2)", lambda: (1,).index(2))
show("(1,).index()", lambda: (1,).index())
show("(1, 2).index(2, 0, 1)", lambda: (1, 2).index(2, 0, 1))
show("(1, 2) < (1, 3)", lambda: (1, 2) < (1, 3))
show("(1, 2) == [1, 2]", lambda: (1, 2) == [1, 2])
show("hash((1, 2))", lambda: hash((1, 2)))
show("hash((1, [2]))", lambda: hash((1, [2])))
show("hash(())", lambda: hash(()))
show("hash((None, True, 1.5))", lambda: hash((None, True, 1.5)))
show("()", lambda: ())
show("(1,)", lambda: (1,))
show("((),)", lambda: ((),))
show("1 in (1,)", lambda: 1 in (1,))
show("1 .x", lambda: 1 .x)
show("seti((1, 2), 0, 5)", lambda: seti((1, 2), 0, 5))
show("deli((1, 2), 0)", lambda: deli((1, 2), 0))
show("(1, 2).append", lambda: (1, 2).append)
show("(1, 2).sort()", lambda: (1, 2).sort())
show("(1, 2) - (1,)", lambda: (1, 2) - (1,))
show("len((1, 2))", lambda: len((1, 2)))
show("bool(())", lambda: bool(()))
show("tuple({1: 2, 3: 4})", lambda: tuple({1: 2, 3: 4}))
show("(1, 2)[I(1)]", lambda: (1, 2)[I(1)])
show("(1, 2).__getnewargs__()", lambda: (1, 2).__getnewargs__())
show("(1, 2).count()", lambda: (1, 2).count())
show("tuple(tuple([1]))", lambda: tuple(tuple([1])))
show("(BadR(),).__repr__()", lambda: (BadR(),).__repr__())
show("(1, 2)[::-1]", lambda: (1, 2)[::-1])
show("(1, 2) * 0", lambda: (1, 2) * 0)
show("(1,) * 10 ** 30", lambda: (1,) * 10 ** 30)
