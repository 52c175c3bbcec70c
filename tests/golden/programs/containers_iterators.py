# Iterators have names, hints and ends.


def gen():
    yield 1
    yield 2
    return 7


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("next(iter({1: 2}.items()))", lambda: next(iter({1: 2}.items())))
show("list(iter({1: 2, 3: 4}.values()))", lambda: list(iter({1: 2, 3: 4}.values())))
show("iter([1]).__next__()", lambda: iter([1]).__next__())
show("iter([1]).__length_hint__()", lambda: iter([1]).__length_hint__())
show("iter(())", lambda: iter(()))
show("iter([])", lambda: iter([]))
show("iter({})", lambda: iter({}))
show("iter({}.values())", lambda: iter({}.values()))
show("iter({}.items())", lambda: iter({}.items()))
show("iter(set())", lambda: iter(set()))
show("iter(range(1))", lambda: iter(range(1)))
show("iter(b'a')", lambda: iter(b'a'))
show("reversed([])", lambda: reversed([]))
show("reversed(())", lambda: reversed(()))
show("reversed('a')", lambda: reversed('a'))
show("reversed({})", lambda: reversed({}))
show("enumerate([])", lambda: enumerate([]))
show("zip()", lambda: zip())
show("map(len, [])", lambda: map(len, []))
show("filter(None, [])", lambda: filter(None, []))
show("iter(len, 1)", lambda: iter(len, 1))
show("reversed({}.items())", lambda: reversed({}.items()))
show("[].__iter__", lambda: [].__iter__)
show("type(iter([]))()", lambda: type(iter([]))())
show("iter([]).foo", lambda: iter([]).foo)
show("list(zip([1, 2, 3], gen()))", lambda: list(zip([1, 2, 3], gen())))
show("dict(zip(gen(), gen()))", lambda: dict(zip(gen(), gen())))
show("set(gen())", lambda: set(gen()))
show("tuple(gen())", lambda: tuple(gen()))
show("sum(gen())", lambda: sum(gen()))
show("max(gen())", lambda: max(gen()))
show("sorted(gen(), reverse=True)", lambda: sorted(gen(), reverse=True))
show("any(gen())", lambda: any(gen()))
show("list(map(lambda x: 1 // x, [1, 0]))", lambda: list(map(lambda x: 1 // x, [1, 0])))
show("list(filter(lambda x: 1 // x, [1, 0]))", lambda: list(filter(lambda x: 1 // x, [1, 0])))
show("dict(map(lambda x: (x, x), [1, 2]))", lambda: dict(map(lambda x: (x, x), [1, 2])))
show("[x for x in reversed([1, 2, 3])]", lambda: [x for x in reversed([1, 2, 3])])
show("list(enumerate(gen(), 10))", lambda: list(enumerate(gen(), 10)))
show("next(gen())", lambda: next(gen()))
show("next(reversed([]), 5)", lambda: next(reversed([]), 5))
show("next(gen(), 'd')", lambda: next(gen(), 'd'))
