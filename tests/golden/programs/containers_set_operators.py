# Sets take | & - ^ of sets only, and compare by inclusion.


class S(set):
    pass


class Bad:

    def __eq__(self, o):
        raise ValueError('bad eq')

    def __hash__(self):
        return 1


class RA:

    def __radd__(s, o):
        return ('radd', o)

    def __rmul__(s, o):
        return ('rmul', o)

    def __ror__(s, o):
        return ('ror', o)


def union(a, b):
    return a | b


def ior(a, b):
    a |= b
    return a


def iand(a, b):
    a &= b
    return a


def isub(a, b):
    a -= b
    return a


def ixor(a, b):
    a ^= b
    return a


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("{1} | {2}", lambda: {1} | {2})
show("{1} & {1, 2}", lambda: {1} & {1, 2})
show("{1, 2} - {2}", lambda: {1, 2} - {2})
show("{1, 2} ^ {2, 3}", lambda: {1, 2} ^ {2, 3})
show("{1} | [2]", lambda: {1} | [2])
show("{1} & [1]", lambda: {1} & [1])
show("{1} - [1]", lambda: {1} - [1])
show("{1} ^ [1]", lambda: {1} ^ [1])
show("{1} + {2}", lambda: {1} + {2})
show("{1} | frozenset([2])", lambda: {1} | frozenset([2]))
show("frozenset([1]) | {2}", lambda: frozenset([1]) | {2})
show("{1} | 5", lambda: {1} | 5)
show("5 | {1}", lambda: 5 | {1})
show("{1} | RA()", lambda: {1} | RA())
show("S([1]) | {2}", lambda: S([1]) | {2})
show("type(S([1]) | {2})", lambda: type(S([1]) | {2}))
show("ior({1}, {2})", lambda: ior({1}, {2}))
show("ior({1}, [2])", lambda: ior({1}, [2]))
show("iand({1, 2}, {2})", lambda: iand({1, 2}, {2}))
show("isub({1, 2}, {2})", lambda: isub({1, 2}, {2}))
show("ixor({1, 2}, {2, 3})", lambda: ixor({1, 2}, {2, 3}))
show("iand({1}, [1])", lambda: iand({1}, [1]))
show("ior(frozenset([1]), {2})", lambda: ior(frozenset([1]), {2}))
show("type(ior(S([1]), {2}))", lambda: type(ior(S([1]), {2})))
show("isub({1}, 5)", lambda: isub({1}, 5))
show("{1} * 2", lambda: {1} * 2)
show("~{1}", lambda: ~{1})
show("-{1}", lambda: -{1})
show("{1} < {1, 2}", lambda: {1} < {1, 2})
show("{1} <= {1}", lambda: {1} <= {1})
show("{1} < {1}", lambda: {1} < {1})
show("{1, 2} > {1}", lambda: {1, 2} > {1})
show("{1} >= {1, 2}", lambda: {1} >= {1, 2})
show("{1} < [1, 2]", lambda: {1} < [1, 2])
show("{1} == [1]", lambda: {1} == [1])
show("{1} != {2}", lambda: {1} != {2})
show("{1}.issubset([1, 2])", lambda: {1}.issubset([1, 2]))
show("{1}.issubset(5)", lambda: {1}.issubset(5))
show("{1, 2}.issuperset([1])", lambda: {1, 2}.issuperset([1]))
show("{1}.issuperset(5)", lambda: {1}.issuperset(5))
show("{1}.isdisjoint([2])", lambda: {1}.isdisjoint([2]))
show("{1}.isdisjoint(5)", lambda: {1}.isdisjoint(5))
show("{1}.isdisjoint([1])", lambda: {1}.isdisjoint([1]))
show("{1}.issubset()", lambda: {1}.issubset())
show("{1}.issuperset([[]])", lambda: {1}.issuperset([[]]))
show("{1}.isdisjoint([[]])", lambda: {1}.isdisjoint([[]]))
show("{1}.issubset([[]])", lambda: {1}.issubset([[]]))
show("1 in {1}", lambda: 1 in {1})
show("[] in {1}", lambda: [] in {1})
show("{1} in {frozenset([1])}", lambda: {1} in {frozenset([1])})
show("{1} in {1}", lambda: {1} in {1})
show("'x' in {1}", lambda: 'x' in {1})
show("Bad() in {1}", lambda: Bad() in {1})
show("len({1, 2})", lambda: len({1, 2}))
show("bool(set())", lambda: bool(set()))
show("hash(set())", lambda: hash(set()))
show("hash(frozenset([1, 2, 3]))", lambda: hash(frozenset([1, 2, 3])))
show("hash(frozenset(['a'])) == hash(frozenset(['a']))", lambda: hash(frozenset(['a'])) == hash(frozenset(['a'])))
show("hash(frozenset([(1, 2), 3.5, None]))", lambda: hash(frozenset([(1, 2), 3.5, None])))
show("{1}.foo", lambda: {1}.foo)
show("{1}[0]", lambda: {1}[0])
show("set.add({1}, 2)", lambda: set.add({1}, 2))
show("set.union({1}, [2])", lambda: set.union({1}, [2]))
show("set.union()", lambda: set.union())
show("set.union([1])", lambda: set.union([1]))
show("frozenset([1]).add", lambda: frozenset([1]).add)
show("frozenset([1]).union([2])", lambda: frozenset([1]).union([2]))
show("frozenset([1]).copy()", lambda: frozenset([1]).copy())
show("{1}.__contains__(1)", lambda: {1}.__contains__(1))
show("{1}.__or__(5)", lambda: {1}.__or__(5))
show("{1}.__len__()", lambda: {1}.__len__())
show("{1}.__iter__().__length_hint__()", lambda: {1}.__iter__().__length_hint__())
