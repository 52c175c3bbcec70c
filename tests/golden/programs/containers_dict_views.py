# Views of dicts are live, and those of keys and items are sets.


def union(a, b):
    return a | b


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("{1: 2}.keys() == {1}", lambda: {1: 2}.keys() == {1})
show("{1: 2}.keys() == {1: 5}.keys()", lambda: {1: 2}.keys() == {1: 5}.keys())
show("{1: 2}.keys() & {1, 5}", lambda: {1: 2}.keys() & {1, 5})
show("{1: 2}.keys() - {1}", lambda: {1: 2}.keys() - {1})
show("{1: 2}.keys() ^ {2}", lambda: {1: 2}.keys() ^ {2})
show("{1: 2}.keys() & [1]", lambda: {1: 2}.keys() & [1])
show("{1: 2}.items() & [(1, 2)]", lambda: {1: 2}.items() & [(1, 2)])
show("{1: []}.items() & {1}", lambda: {1: []}.items() & {1})
show("(1, 2) in {1: 2}.items()", lambda: (1, 2) in {1: 2}.items())
show("(1, 3) in {1: 2}.items()", lambda: (1, 3) in {1: 2}.items())
show("5 in {1: 2}.items()", lambda: 5 in {1: 2}.items())
show("2 in {1: 2}.values()", lambda: 2 in {1: 2}.values())
show("{1: 2}.keys() < {1, 2}", lambda: {1: 2}.keys() < {1, 2})
show("{1: 2}.keys() <= [1]", lambda: {1: 2}.keys() <= [1])
show("{1: 2}.keys().isdisjoint([5])", lambda: {1: 2}.keys().isdisjoint([5]))
show("{1: 2}.keys().isdisjoint(5)", lambda: {1: 2}.keys().isdisjoint(5))
show("{1: 2}.values() == {1: 2}.values()", lambda: {1: 2}.values() == {1: 2}.values())
show("{1: 2}.keys() + 5", lambda: {1: 2}.keys() + 5)
show("{1: 2}.keys().mapping", lambda: {1: 2}.keys().mapping)
show("hash({}.keys())", lambda: hash({}.keys()))
show("{1: 2}.keys()[0]", lambda: {1: 2}.keys()[0])
show("len({1: 2}.items())", lambda: len({1: 2}.items()))
show("[1] - {1: 2}.keys()", lambda: [1] - {1: 2}.keys())
show("{1, 2} - {1: 2}.keys()", lambda: {1, 2} - {1: 2}.keys())
show("{1: 2}.keys() & 5", lambda: {1: 2}.keys() & 5)
show("{1: 2}.keys() > {1}", lambda: {1: 2}.keys() > {1})
show("iter({1: 2}).__length_hint__()", lambda: iter({1: 2}).__length_hint__())
show("{1: 2}.items()", lambda: {1: 2}.items())
show("{1: []}.items()", lambda: {1: []}.items())
show("{1: 2}.keys() == {1: 2}.items()", lambda: {1: 2}.keys() == {1: 2}.items())
show("union({1: 2}.keys(), {5})", lambda: union({1: 2}.keys(), {5}))
show("{1: 2}.keys() - [1]", lambda: {1: 2}.keys() - [1])
show("{1: 2}.keys() | [3]", lambda: {1: 2}.keys() | [3])
show("[3] | {1: 2}.keys()", lambda: [3] | {1: 2}.keys())
show("{1: 2}.items() | [3]", lambda: {1: 2}.items() | [3])
show("{1: 2, 3: 4}.keys() & {3, 4, 5}", lambda: {1: 2, 3: 4}.keys() & {3, 4, 5})
show("{1: 2, 3: 4}.keys() ^ [1, 9]", lambda: {1: 2, 3: 4}.keys() ^ [1, 9])
show("{1: 2} | {3: 4}", lambda: {1: 2} | {3: 4})
show("{1: 2} | [3]", lambda: {1: 2} | [3])
show("[1] | {1: 2}", lambda: [1] | {1: 2})
show("{1: []}.items() & {1}", lambda: {1: []}.items() & {1})
show("{1: []}.items() | {1}", lambda: {1: []}.items() | {1})
show("{1: []}.items() - {1}", lambda: {1: []}.items() - {1})
show("{1: 2}.keys() & [[]]", lambda: {1: 2}.keys() & [[]])
