# getattr, setattr, vars, callable and len of all kinds of objects.


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


class B(A):
    __slots__ = ('z',)


class Slots:
    __slots__ = ('a', 'b')


class Call:

    def __call__(self, *a, **k):
        return (a, k)


class LenNeg:

    def __len__(self):
        return -1


class LenStr:

    def __len__(self):
        return 'a'


class LenBig:

    def __len__(self):
        return 10 ** 30


class LenBool:

    def __len__(self):
        return True


class HashStr:

    def __hash__(self):
        return 'a'


class HashBig:

    def __hash__(self):
        return 2 ** 70 + 5


class HashNeg:

    def __hash__(self):
        return -1


class BoolInt:

    def __bool__(self):
        return 1


class IterBad:

    def __iter__(self):
        return 5


class IterNone:
    __iter__ = None


class ContNone:
    __contains__ = None


class Rev:

    def __reversed__(self):
        return iter([3, 2, 1])


class RevNone:
    __reversed__ = None


class IdxBad:

    def __index__(self):
        return 'a'


class ReprBad:

    def __repr__(self):
        return 5


class StrBad:

    def __str__(self):
        return 5


class FmtBad:

    def __format__(self, s):
        return 5


class Fmt:

    def __format__(self, s):
        return 'fmt:' + s


class GetAttr:

    def __getattr__(self, n):
        if n.startswith('q'):
            return n * 2
        raise AttributeError(n)


class SetAttr:

    def __setattr__(self, n, v):
        raise AttributeError('no ' + n)


a = A()


def loc():
    x = 1
    y = 'b'
    return locals()


def setd(o, n, v):
    setattr(o, n, v)
    return getattr(o, n)


def deld(o, n):
    delattr(o, n)
    return hasattr(o, n)


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("getattr(a, 'x')", lambda: getattr(a, 'x'))
show("getattr(a, 'nope')", lambda: getattr(a, 'nope'))
show("getattr(a, 'nope', None)", lambda: getattr(a, 'nope', None))
show("getattr(a, 'p')", lambda: getattr(a, 'p'))
show("getattr(a, 'p', 'd')", lambda: getattr(a, 'p', 'd'))
show("hasattr(a, 'p')", lambda: hasattr(a, 'p'))
show("getattr(A, 'cls')", lambda: getattr(A, 'cls'))
show("getattr(A, 'nope')", lambda: getattr(A, 'nope'))
show("getattr(A, 's')()", lambda: getattr(A, 's')())
show("getattr(GetAttr(), 'qq')", lambda: getattr(GetAttr(), 'qq'))
show("getattr(GetAttr(), 'zz')", lambda: getattr(GetAttr(), 'zz'))
show("getattr(GetAttr(), 'zz', 1)", lambda: getattr(GetAttr(), 'zz', 1))
show("hasattr(GetAttr(), 'zz')", lambda: hasattr(GetAttr(), 'zz'))
show("setd(A(), 'n', 3)", lambda: setd(A(), 'n', 3))
show("setd(B(), 'z', 3)", lambda: setd(B(), 'z', 3))
show("setd(Slots(), 'a', 3)", lambda: setd(Slots(), 'a', 3))
show("setd(Slots(), 'c', 3)", lambda: setd(Slots(), 'c', 3))
show("setattr(SetAttr(), 'k', 1)", lambda: setattr(SetAttr(), 'k', 1))
show("deld(A(), 'x')", lambda: deld(A(), 'x'))
show("delattr(A(), 'nope')", lambda: delattr(A(), 'nope'))
show("delattr(Slots(), 'a')", lambda: delattr(Slots(), 'a'))
show("getattr(Slots(), 'a')", lambda: getattr(Slots(), 'a'))
show("setattr(5, 'a', 1)", lambda: setattr(5, 'a', 1))
show("setattr(int, 'a', 1)", lambda: setattr(int, 'a', 1))
show("setattr(A, 'newattr', 1)", lambda: setattr(A, 'newattr', 1))
show("A.newattr", lambda: A.newattr)
show("delattr(A, 'newattr')", lambda: delattr(A, 'newattr'))
show("delattr(A, 'newattr')", lambda: delattr(A, 'newattr'))
show("getattr([], 'append').__name__", lambda: getattr([], 'append').__name__)
show("vars(a)", lambda: vars(a))
show("vars(Slots())", lambda: vars(Slots()))
show("sorted(vars(A))[:2]", lambda: sorted(vars(A))[:2])
show("type(vars(A))", lambda: type(vars(A)))
show("vars(loc)", lambda: vars(loc))
show("vars(5)", lambda: vars(5))
show("callable(A)", lambda: callable(A))
show("callable(a)", lambda: callable(a))
show("callable(Call())", lambda: callable(Call()))
show("callable(len)", lambda: callable(len))
show("callable(lambda: 0)", lambda: callable(lambda: 0))
show("Call()(1, k=2)", lambda: Call()(1, k=2))
show("a()", lambda: a())
show("len(LenNeg())", lambda: len(LenNeg()))
show("len(LenStr())", lambda: len(LenStr()))
show("len(LenBig())", lambda: len(LenBig()))
show("len(LenBool())", lambda: len(LenBool()))
show("bool(LenNeg())", lambda: bool(LenNeg()))
show("hash(HashStr())", lambda: hash(HashStr()))
show("hash(HashBig())", lambda: hash(HashBig()))
show("hash(HashNeg())", lambda: hash(HashNeg()))
show("bool(BoolInt())", lambda: bool(BoolInt()))
show("iter(IterBad())", lambda: iter(IterBad()))
show("iter(IterNone())", lambda: iter(IterNone()))
show("list(IterNone())", lambda: list(IterNone()))
show("1 in ContNone()", lambda: 1 in ContNone())
show("1 in IterNone()", lambda: 1 in IterNone())
show("1 in 5", lambda: 1 in 5)
show("list(reversed(Rev()))", lambda: list(reversed(Rev())))
show("reversed(RevNone())", lambda: reversed(RevNone()))
show("[1][IdxBad()]", lambda: [1][IdxBad()])
show("range(IdxBad())", lambda: range(IdxBad()))
show("hex(IdxBad())", lambda: hex(IdxBad()))
show("repr(ReprBad())", lambda: repr(ReprBad()))
show("str(ReprBad())", lambda: str(ReprBad()))
show("str(StrBad())", lambda: str(StrBad()))
show("repr(StrBad())[:20]", lambda: repr(StrBad())[:20])
show("format(FmtBad())", lambda: format(FmtBad()))
show("format(Fmt(), 'ab')", lambda: format(Fmt(), 'ab'))
show("format(a, 'x')", lambda: format(a, 'x'))
show("f'{Fmt():abc}'", lambda: f'{Fmt():abc}')
show("f'{5:>{4}}'", lambda: f'{5:>{4}}')
show("print(StrBad())", lambda: print(StrBad()))
show("print(ReprBad())", lambda: print(ReprBad()))
show("not BoolInt()", lambda: not BoolInt())
show("[1, 2][BoolInt()]", lambda: [1, 2][BoolInt()])
