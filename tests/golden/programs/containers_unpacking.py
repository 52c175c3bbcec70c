# Unpacking into names, calls and displays.


class Call:

    def __call__(self, *a, **k):
        return (a, k)


class NextBad:

    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError('next')


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


def unpack2(x):
    p, q = x
    return (p, q)


def unpackstar(x):
    p, *q = x
    return (p, q)


def kw(**k):
    return k


def pos(*a):
    return a


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("unpack2([1, 2])", lambda: unpack2([1, 2]))
show("unpack2([1])", lambda: unpack2([1]))
show("unpack2([1, 2, 3])", lambda: unpack2([1, 2, 3]))
show("unpack2('ab')", lambda: unpack2('ab'))
show("unpack2({1: 2, 3: 4})", lambda: unpack2({1: 2, 3: 4}))
show("unpack2(5)", lambda: unpack2(5))
show("unpack2(iter([1, 2, 3]))", lambda: unpack2(iter([1, 2, 3])))
show("unpackstar([1])", lambda: unpackstar([1]))
show("unpackstar([])", lambda: unpackstar([]))
show("unpackstar(5)", lambda: unpackstar(5))
show("unpackstar('abc')", lambda: unpackstar('abc'))
show("unpack2((1,))", lambda: unpack2((1,)))
show("unpack2(NextBad())", lambda: unpack2(NextBad()))
show("kw(**{'a': 1})", lambda: kw(**{'a': 1}))
show("kw(**{1: 2})", lambda: kw(**{1: 2}))
show("kw(**5)", lambda: kw(**5))
show("kw(**[1])", lambda: kw(**[1]))
show("kw(a=1, **{'a': 2})", lambda: kw(a=1, **{'a': 2}))
show("kw(**{'a': 1}, **{'a': 2})", lambda: kw(**{'a': 1}, **{'a': 2}))
show("pos(*[1], *(2,))", lambda: pos(*[1], *(2,)))
show("pos(*5)", lambda: pos(*5))
show("pos(*{1: 2})", lambda: pos(*{1: 2}))
show("{**{1: 2}, **{1: 3}}", lambda: {**{1: 2}, **{1: 3}})
show("{**5}", lambda: {**5})
show("{**[1]}", lambda: {**[1]})
show("[*5]", lambda: [*5])
show("{*[1, 1]}", lambda: {*[1, 1]})
show("(*'ab',)", lambda: (*'ab',))
show("kw(**Call())", lambda: kw(**Call()))
show("pos(**{'a': 1})", lambda: pos(**{'a': 1}))
show("len(*[[1]])", lambda: len(*[[1]]))
show("max(*[1, 2], **{'key': abs})", lambda: max(*[1, 2], **{'key': abs}))
show("print(*[1, 2], **{'sep': '-'})", lambda: print(*[1, 2], **{'sep': '-'}))
show("{**Call()}", lambda: {**Call()})
show("dict(**{'a': 1})", lambda: dict(**{'a': 1}))
show("dict(**{1: 2})", lambda: dict(**{1: 2}))
