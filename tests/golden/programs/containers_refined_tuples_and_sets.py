# Classes that refine tuple and set are used by what they refine, where CPython does so.


class T1(tuple):

    def __new__(cls, *a):
        return super().__new__(cls, a)

    def __getitem__(self, i):
        return 'T'

    def __iter__(self):
        return iter('it')


class S1(set):

    def __contains__(self, x):
        return True

    def add(self, x):
        pass


class S2(set):

    def __iter__(self):
        return iter([5])


class S3(frozenset):

    def __new__(cls, *a):
        return super().__new__(cls, a)

    def __init__(self, *a):
        self.n = len(a)


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("T1(1, 2)[0]", lambda: T1(1, 2)[0])
show("T1(1, 2)", lambda: T1(1, 2))
show("list(T1(1, 2))", lambda: list(T1(1, 2)))
show("len(T1(1, 2))", lambda: len(T1(1, 2)))
show("T1(1, 2) == (1, 2)", lambda: T1(1, 2) == (1, 2))
show("hash(T1(1, 2)) == hash((1, 2))", lambda: hash(T1(1, 2)) == hash((1, 2)))
show("(0,) + T1(1)", lambda: (0,) + T1(1))
show("tuple(T1(1))", lambda: tuple(T1(1)))
show("'%s %s' % T1(1, 2)", lambda: '%s %s' % T1(1, 2))
show("T1(1, 2) + (3,)", lambda: T1(1, 2) + (3,))
show("isinstance(1, T1(int))", lambda: isinstance(1, T1(int)))
show("T1(1)[0:1]", lambda: T1(1)[0:1])
show("5 in S1()", lambda: 5 in S1())
show("S1([1])", lambda: S1([1]))
show("len(S1([1]))", lambda: len(S1([1])))
show("list(S2([1]))", lambda: list(S2([1])))
show("S3(1, 2)", lambda: S3(1, 2))
show("S3(1, 2).n", lambda: S3(1, 2).n)
show("{1} - S2([1])", lambda: {1} - S2([1]))
show("S2([1]) == {1}", lambda: S2([1]) == {1})
show("{1} <= S1([1])", lambda: {1} <= S1([1]))
show("sorted(S2([9]))", lambda: sorted(S2([9])))
show("S3(1) == frozenset([1])", lambda: S3(1) == frozenset([1]))
show("hash(S3(1)) == hash(frozenset([1]))", lambda: hash(S3(1)) == hash(frozenset([1])))
