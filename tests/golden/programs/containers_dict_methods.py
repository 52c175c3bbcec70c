# The methods of dict, with good and bad arguments.


class D(dict):
    pass


class Keys:

    def keys(s):
        return ['a', 'b']

    def __getitem__(s, k):
        return k * 2


def do(l, f):
    f(l)
    return l


def union(a, b):
    return a | b


def ior(a, b):
    a |= b
    return a


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("{1: 2}.get(1)", lambda: {1: 2}.get(1))
show("{}.get(1)", lambda: {}.get(1))
show("{}.get(1, 5)", lambda: {}.get(1, 5))
show("{}.get()", lambda: {}.get())
show("{}.get(1, 2, 3)", lambda: {}.get(1, 2, 3))
show("{}.get([])", lambda: {}.get([]))
show("{1: 2}.pop(1)", lambda: {1: 2}.pop(1))
show("{}.pop(1)", lambda: {}.pop(1))
show("{}.pop(1, 5)", lambda: {}.pop(1, 5))
show("{}.pop()", lambda: {}.pop())
show("{}.pop([], 1)", lambda: {}.pop([], 1))
show("{1: 2}.pop([])", lambda: {1: 2}.pop([]))
show("{1: 2, 3: 4}.popitem()", lambda: {1: 2, 3: 4}.popitem())
show("{}.popitem()", lambda: {}.popitem())
show("{}.popitem(1)", lambda: {}.popitem(1))
show("{}.setdefault(1)", lambda: {}.setdefault(1))
show("{}.setdefault(1, 2)", lambda: {}.setdefault(1, 2))
show("{1: 5}.setdefault(1, 2)", lambda: {1: 5}.setdefault(1, 2))
show("{}.setdefault()", lambda: {}.setdefault())
show("{}.setdefault([], 1)", lambda: {}.setdefault([], 1))
show("{}.pop('x')", lambda: {}.pop('x'))
show("{}.pop((1, 2))", lambda: {}.pop((1, 2)))
show("do({1: 2}, lambda d: d.update({3: 4}))", lambda: do({1: 2}, lambda d: d.update({3: 4})))
show("do({}, lambda d: d.update(a=1))", lambda: do({}, lambda d: d.update(a=1)))
show("do({}, lambda d: d.update([(1, 2)], b=3))", lambda: do({}, lambda d: d.update([(1, 2)], b=3)))
show("{}.update(5)", lambda: {}.update(5))
show("{}.update(1, 2)", lambda: {}.update(1, 2))
show("{}.update([5])", lambda: {}.update([5]))
show("{}.update([(1, 2, 3)])", lambda: {}.update([(1, 2, 3)]))
show("do({}, lambda d: d.update(Keys()))", lambda: do({}, lambda d: d.update(Keys())))
show("do({}, lambda d: d.update())", lambda: do({}, lambda d: d.update()))
show("do({}, lambda d: d.update({}.items()))", lambda: do({}, lambda d: d.update({}.items())))
show("{}.update(None)", lambda: {}.update(None))
show("union({1: 2}, {3: 4})", lambda: union({1: 2}, {3: 4}))
show("ior({1: 2}, {3: 4})", lambda: ior({1: 2}, {3: 4}))
show("ior({1: 2}, [(3, 4)])", lambda: ior({1: 2}, [(3, 4)]))
show("ior({}, 5)", lambda: ior({}, 5))
show("{1: 2}.keys()", lambda: {1: 2}.keys())
show("{1: 2}.values()", lambda: {1: 2}.values())
show("{1: 2}.items()", lambda: {1: 2}.items())
show("{}.keys()", lambda: {}.keys())
show("list({1: 2}.items())", lambda: list({1: 2}.items()))
show("{1: 2}.keys(1)", lambda: {1: 2}.keys(1))
show("{1: 2, 3: 4}.copy()", lambda: {1: 2, 3: 4}.copy())
show("{}.copy(1)", lambda: {}.copy(1))
show("{}.clear(1)", lambda: {}.clear(1))
show("dict.fromkeys([1, 2])", lambda: dict.fromkeys([1, 2]))
show("dict.fromkeys('ab', 0)", lambda: dict.fromkeys('ab', 0))
show("dict.fromkeys(5)", lambda: dict.fromkeys(5))
show("dict.fromkeys()", lambda: dict.fromkeys())
show("D.fromkeys([1])", lambda: D.fromkeys([1]))
show("type(D.fromkeys([1]))", lambda: type(D.fromkeys([1])))
show("dict.fromkeys([[]])", lambda: dict.fromkeys([[]]))
show("dict.fromkeys([1], 2, 3)", lambda: dict.fromkeys([1], 2, 3))
