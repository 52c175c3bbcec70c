# Lists are made of any iterable, and read by index and slice.


class I:

    def __init__(s, n):
        s.n = n

    def __index__(s):
        return s.n


class L(list):
    pass


class Seq:

    def __getitem__(s, i):
        if i > 3:
            raise IndexError
        return i * 10


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("list()", lambda: list())
show("list(5)", lambda: list(5))
show("list([1], 2)", lambda: list([1], 2))
show("list(x=1)", lambda: list(x=1))
show("list('abc')", lambda: list('abc'))
show("list({1: 2})", lambda: list({1: 2}))
show("list(Seq())", lambda: list(Seq()))
show("list(range(3))", lambda: list(range(3)))
show("L([1, 2])", lambda: L([1, 2]))
show("L()", lambda: L())
show("type(L([1]) + [2])", lambda: type(L([1]) + [2]))
show("type(L([1])[:])", lambda: type(L([1])[:]))
show("type(L([1]) * 2)", lambda: type(L([1]) * 2))
show("L([1, 2]) == [1, 2]", lambda: L([1, 2]) == [1, 2])
show("list(iter([1, 2]))", lambda: list(iter([1, 2])))
show("[1, 2][0]", lambda: [1, 2][0])
show("[1, 2][-1]", lambda: [1, 2][-1])
show("[1, 2][2]", lambda: [1, 2][2])
show("[1, 2][-3]", lambda: [1, 2][-3])
show("[1, 2]['a']", lambda: [1, 2]['a'])
show("[1, 2][1.0]", lambda: [1, 2][1.0])
show("[1, 2][None]", lambda: [1, 2][None])
show("[1, 2][I(1)]", lambda: [1, 2][I(1)])
show("[1, 2][I(5)]", lambda: [1, 2][I(5)])
show("[1, 2][10 ** 30]", lambda: [1, 2][10 ** 30])
show("[1, 2][True]", lambda: [1, 2][True])
show("[1, 2, 3][::2]", lambda: [1, 2, 3][::2])
show("[1, 2, 3][::-1]", lambda: [1, 2, 3][::-1])
show("[1, 2, 3][::0]", lambda: [1, 2, 3][::0])
show("[1, 2, 3]['a':]", lambda: [1, 2, 3]['a':])
show("[1, 2, 3][I(1):]", lambda: [1, 2, 3][I(1):])
show("[1, 2, 3][-10 ** 30:10 ** 30]", lambda: [1, 2, 3][-10 ** 30:10 ** 30])
show("[1, 2, 3][1, 2]", lambda: [1, 2, 3][1, 2])
