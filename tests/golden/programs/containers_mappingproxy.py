# A mappingproxy can be read only.

import types


P = types.MappingProxyType({1: 2})


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("P[1]", lambda: P[1])
show("P[2]", lambda: P[2])
show("P.get(2, 3)", lambda: P.get(2, 3))
show("len(P)", lambda: len(P))
show("list(P)", lambda: list(P))
show("P.keys()", lambda: P.keys())
show("P.items()", lambda: P.items())
show("P", lambda: P)
show("str(P)", lambda: str(P))
show("P == {1: 2}", lambda: P == {1: 2})
show("P.copy()", lambda: P.copy())
show("1 in P", lambda: 1 in P)
show("types.MappingProxyType(5)", lambda: types.MappingProxyType(5))
show("hash(P)", lambda: hash(P))
show("P.__class__", lambda: P.__class__)
show("reversed(P).__next__()", lambda: reversed(P).__next__())
show("type(P)(P)", lambda: type(P)(P))
show("P.foo", lambda: P.foo)
show("iter(P).__next__()", lambda: iter(P).__next__())
show("bool(P)", lambda: bool(P))
show("P < P", lambda: P < P)
