# len, min, max, sum and sorted.


class A:

    def __abs__(self):
        return 'abs'


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("len()", lambda: len())
show("len(5)", lambda: len(5))
show("len([1])", lambda: len([1]))
show("len([], 1)", lambda: len([], 1))
show("len(obj=[])", lambda: len(obj=[]))
show("max()", lambda: max())
show("max([])", lambda: max([]))
show("max(1)", lambda: max(1))
show("max([], default=3)", lambda: max([], default=3))
show("max(1, 2)", lambda: max(1, 2))
show("max(1, 2, default=3)", lambda: max(1, 2, default=3))
show("max([1, 2], key=lambda x: -x)", lambda: max([1, 2], key=lambda x: -x))
show("max(1, 2, foo=3)", lambda: max(1, 2, foo=3))
show("max('abc')", lambda: max('abc'))
show("min([3, 1, 2])", lambda: min([3, 1, 2]))
show("min([], default=None)", lambda: min([], default=None))
show("max(1, 'a')", lambda: max(1, 'a'))
show("min(1, 2, key=None)", lambda: min(1, 2, key=None))
show("max([1, 3], default=2, key=None)", lambda: max([1, 3], default=2, key=None))
show("max([[]], key=len)", lambda: max([[]], key=len))
show("sum()", lambda: sum())
show("sum(5)", lambda: sum(5))
show("sum([1, 2])", lambda: sum([1, 2]))
show("sum([0.1] * 10)", lambda: sum([0.1] * 10))
show("sum(['a'])", lambda: sum(['a']))
show("sum(['a'], '')", lambda: sum(['a'], ''))
show("sum([b'a'], b'')", lambda: sum([b'a'], b''))
show("sum([[1], [2]], [])", lambda: sum([[1], [2]], []))
show("sum([1, 2], start=10)", lambda: sum([1, 2], start=10))
show("sum([1, 2.5, True])", lambda: sum([1, 2.5, True]))
show("sum([], 0.0)", lambda: sum([], 0.0))
show("sum([1e+100, 1.0, -1e+100])", lambda: sum([1e+100, 1.0, -1e+100]))
show("sum([1, 2], 10, 3)", lambda: sum([1, 2], 10, 3))
show("sum([10 ** 30, 1])", lambda: sum([10 ** 30, 1]))
show("sum([2 ** 62, 2 ** 62, 2 ** 62])", lambda: sum([2 ** 62, 2 ** 62, 2 ** 62]))
show("sum([0.1, 1, 0.2, 10 ** 20, 0.3])", lambda: sum([0.1, 1, 0.2, 10 ** 20, 0.3]))
show("sum([0.1] * 3 + [3] + [0.1] * 7)", lambda: sum([0.1] * 3 + [3] + [0.1] * 7))
show("sum([float('inf'), 1.0])", lambda: sum([float('inf'), 1.0]))
show("sum([1, 'a'])", lambda: sum([1, 'a']))
show("sorted()", lambda: sorted())
show("sorted(5)", lambda: sorted(5))
show("sorted([3, 1, 2])", lambda: sorted([3, 1, 2]))
show("sorted([3, 1], reverse=True)", lambda: sorted([3, 1], reverse=True))
show("sorted('hello')", lambda: sorted('hello'))
show("sorted([1, 'a'])", lambda: sorted([1, 'a']))
show("sorted([1, 2], key=5)", lambda: sorted([1, 2], key=5))
show("sorted([1, 2], foo=5)", lambda: sorted([1, 2], foo=5))
show("sorted([1, 2], None)", lambda: sorted([1, 2], None))
show("sorted({3: 1, 2: 2})", lambda: sorted({3: 1, 2: 2}))
show("sorted(['b', 'A'], key=str.lower)", lambda: sorted(['b', 'A'], key=str.lower))
show("sorted([1], reverse='x')", lambda: sorted([1], reverse='x'))
show("sorted([1, 2], reverse=None)", lambda: sorted([1, 2], reverse=None))
