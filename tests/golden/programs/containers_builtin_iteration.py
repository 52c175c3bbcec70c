# iter, next, zip, map, filter, enumerate, reversed.


class It:

    def __init__(s, *a):
        s.a = a

    def __iter__(s):
        return iter(s.a)


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("iter(5)", lambda: iter(5))
show("iter()", lambda: iter())
show("iter([1], 2)", lambda: iter([1], 2))
show("iter(len)", lambda: iter(len))
show("list(iter(iter([1, 2, 3]).__next__, 3))", lambda: list(iter(iter([1, 2, 3]).__next__, 3)))
show("iter(1, 2, 3)", lambda: iter(1, 2, 3))
show("next(5)", lambda: next(5))
show("next(iter([]))", lambda: next(iter([])))
show("next(iter([]), 9)", lambda: next(iter([]), 9))
show("next()", lambda: next())
show("next([1])", lambda: next([1]))
show("next(iter([1]))", lambda: next(iter([1])))
show("next(iter([1]), 2, 3)", lambda: next(iter([1]), 2, 3))
show("next(It())", lambda: next(It()))
show("next(It(), 3)", lambda: next(It(), 3))
show("list(zip([1, 2], 'ab'))", lambda: list(zip([1, 2], 'ab')))
show("list(zip())", lambda: list(zip()))
show("list(zip([1], [1, 2], strict=True))", lambda: list(zip([1], [1, 2], strict=True)))
show("list(zip([1, 2], [1], strict=True))", lambda: list(zip([1, 2], [1], strict=True)))
show("list(zip([1, 2], [1, 2], [1], strict=True))", lambda: list(zip([1, 2], [1, 2], [1], strict=True)))
show("list(zip([1], [1], [1, 2], strict=True))", lambda: list(zip([1], [1], [1, 2], strict=True)))
show("zip(5)", lambda: zip(5))
show("zip([1], 5)", lambda: zip([1], 5))
show("zip([1], foo=2)", lambda: zip([1], foo=2))
show("list(map(str, [1, 2]))", lambda: list(map(str, [1, 2])))
show("list(map(lambda a, b: a + b, [1, 2], [10, 20, 30]))", lambda: list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])))
show("map()", lambda: map())
show("map(str)", lambda: map(str))
show("map(str, 5)", lambda: map(str, 5))
show("map(5, [1])", lambda: map(5, [1]))
show("list(map(5, [1]))", lambda: list(map(5, [1])))
show("list(map(None, [1]))", lambda: list(map(None, [1])))
show("map(str, [1], x=2)", lambda: map(str, [1], x=2))
show("list(filter(None, [0, 1, '']))", lambda: list(filter(None, [0, 1, ''])))
show("list(filter(lambda x: x > 1, [1, 2]))", lambda: list(filter(lambda x: x > 1, [1, 2])))
show("filter()", lambda: filter())
show("filter(None)", lambda: filter(None))
show("filter(None, 5)", lambda: filter(None, 5))
show("list(filter(5, [1]))", lambda: list(filter(5, [1])))
show("filter(None, [1], x=2)", lambda: filter(None, [1], x=2))
show("list(enumerate('ab'))", lambda: list(enumerate('ab')))
show("list(enumerate('ab', 1))", lambda: list(enumerate('ab', 1)))
show("list(enumerate('ab', start=5))", lambda: list(enumerate('ab', start=5)))
show("enumerate()", lambda: enumerate())
show("enumerate(5)", lambda: enumerate(5))
show("enumerate([], 'a')", lambda: enumerate([], 'a'))
show("enumerate([], 1, 2)", lambda: enumerate([], 1, 2))
show("enumerate(iterable=[1], start=3).__next__()", lambda: enumerate(iterable=[1], start=3).__next__())
show("enumerate([], foo=1)", lambda: enumerate([], foo=1))
show("list(enumerate([1], 10 ** 30))", lambda: list(enumerate([1], 10 ** 30)))
show("enumerate([], 2.0)", lambda: enumerate([], 2.0))
show("list(reversed([1, 2]))", lambda: list(reversed([1, 2])))
show("list(reversed('ab'))", lambda: list(reversed('ab')))
show("reversed(5)", lambda: reversed(5))
show("reversed()", lambda: reversed())
show("reversed({1})", lambda: reversed({1}))
show("list(reversed({1: 2}))", lambda: list(reversed({1: 2})))
show("list(reversed(range(3)))", lambda: list(reversed(range(3))))
show("reversed([], 1)", lambda: reversed([], 1))
show("reversed(x=1)", lambda: reversed(x=1))
show("list(reversed((1, 2)))", lambda: list(reversed((1, 2))))
show("reversed(iter([]))", lambda: reversed(iter([])))
show("reversed({1: 2}.values()).__class__", lambda: reversed({1: 2}.values()).__class__)
