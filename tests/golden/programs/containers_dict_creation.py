# Dicts are made of mappings, pairs and keywords, and read by key.


class D(dict):
    pass


class M(dict):

    def __missing__(self, k):
        return ('missing', k)


class Bad:

    def __eq__(self, o):
        raise ValueError('bad eq')

    def __hash__(self):
        return 1


class BadH:

    def __hash__(self):
        raise ValueError('bad hash')


class Keys:

    def keys(s):
        return ['a', 'b']

    def __getitem__(s, k):
        return k * 2


def seti(l, i, v):
    l[i] = v
    return l


def deli(l, i):
    del l[i]
    return l


def union(a, b):
    return a | b


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("dict()", lambda: dict())
show("dict(5)", lambda: dict(5))
show("dict([1])", lambda: dict([1]))
show("dict([(1, 2)], a=3)", lambda: dict([(1, 2)], a=3))
show("dict([(1, 2, 3)])", lambda: dict([(1, 2, 3)]))
show("dict(['ab', 'cd'])", lambda: dict(['ab', 'cd']))
show("dict([(1,)])", lambda: dict([(1,)]))
show("dict([[]])", lambda: dict([[]]))
show("dict(1, 2)", lambda: dict(1, 2))
show("dict({1: 2}, b=3)", lambda: dict({1: 2}, b=3))
show("dict(a=1)", lambda: dict(a=1))
show("D({1: 2})", lambda: D({1: 2}))
show("D(a=1)", lambda: D(a=1))
show("dict(Keys())", lambda: dict(Keys()))
show("dict(zip('ab', [1, 2]))", lambda: dict(zip('ab', [1, 2])))
show("dict([('a', 1), ('a', 2)])", lambda: dict([('a', 1), ('a', 2)]))
show("dict([5])", lambda: dict([5]))
show("dict(['a'])", lambda: dict(['a']))
show("dict(None)", lambda: dict(None))
show("type(union(D(), {}))", lambda: type(union(D(), {})))
show("type(D().copy())", lambda: type(D().copy()))
show("dict([({}, 1)])", lambda: dict([({}, 1)]))
show("dict('ab')", lambda: dict('ab'))
show("dict([['a', 1]])", lambda: dict([['a', 1]]))
show("{1: 2}[1]", lambda: {1: 2}[1])
show("{1: 2}[3]", lambda: {1: 2}[3])
show("{'a': 1}['b']", lambda: {'a': 1}['b'])
show("{}[[]]", lambda: {}[[]])
show("{}[{}]", lambda: {}[{}])
show("M()[5]", lambda: M()[5])
show("M().get(5)", lambda: M().get(5))
show("5 in M()", lambda: 5 in M())
show("{(1, 2): 3}[1, 2]", lambda: {(1, 2): 3}[1, 2])
show("{1: 2}['a']", lambda: {1: 2}['a'])
show("{None: 1}[None]", lambda: {None: 1}[None])
show("{1: 2}[BadH()]", lambda: {1: 2}[BadH()])
show("{1: 2}[Bad()]", lambda: {1: 2}[Bad()])
show("{}[1, []]", lambda: {}[1, []])
show("seti({}, [], 1)", lambda: seti({}, [], 1))
show("deli({}, 1)", lambda: deli({}, 1))
show("deli({1: 2}, 1)", lambda: deli({1: 2}, 1))
show("deli({}, [])", lambda: deli({}, []))
show("seti({1: 1}, True, 2)", lambda: seti({1: 1}, True, 2))
show("seti({1: 1}, 1.0, 2)", lambda: seti({1: 1}, 1.0, 2))
show("seti({}, None, 1)", lambda: seti({}, None, 1))
