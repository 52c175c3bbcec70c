# The methods of set, with good and bad arguments.


def do(l, f):
    f(l)
    return l


def union(a, b):
    return a | b


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("do({1}, lambda s: s.add(2))", lambda: do({1}, lambda s: s.add(2)))
show("{1}.add()", lambda: {1}.add())
show("{1}.add([])", lambda: {1}.add([]))
show("{1}.add(1, 2)", lambda: {1}.add(1, 2))
show("do({1, 2}, lambda s: s.discard(1))", lambda: do({1, 2}, lambda s: s.discard(1)))
show("do({1, 2}, lambda s: s.discard(5))", lambda: do({1, 2}, lambda s: s.discard(5)))
show("{1}.discard([])", lambda: {1}.discard([]))
show("do({1, 2}, lambda s: s.remove(1))", lambda: do({1, 2}, lambda s: s.remove(1)))
show("{1}.remove(5)", lambda: {1}.remove(5))
show("{1}.remove('x')", lambda: {1}.remove('x'))
show("{1}.remove((1, 2))", lambda: {1}.remove((1, 2)))
show("{1}.remove([])", lambda: {1}.remove([]))
show("{1}.remove()", lambda: {1}.remove())
show("set().pop()", lambda: set().pop())
show("{5}.pop()", lambda: {5}.pop())
show("{5}.pop(1)", lambda: {5}.pop(1))
show("do({1}, lambda s: s.clear())", lambda: do({1}, lambda s: s.clear()))
show("{1}.clear(1)", lambda: {1}.clear(1))
show("{1}.copy()", lambda: {1}.copy())
show("{frozenset([1])}.remove({1})", lambda: {frozenset([1])}.remove({1}))
show("{1}.remove({1})", lambda: {1}.remove({1}))
show("{frozenset([1]), 2}.discard({1})", lambda: {frozenset([1]), 2}.discard({1}))
show("{1}.union([2], (3,))", lambda: {1}.union([2], (3,)))
show("{1}.union()", lambda: {1}.union())
show("{1}.union(5)", lambda: {1}.union(5))
show("{1}.union([[]])", lambda: {1}.union([[]]))
show("{1, 2, 3}.intersection([2, 3], [3])", lambda: {1, 2, 3}.intersection([2, 3], [3]))
show("{1}.intersection()", lambda: {1}.intersection())
show("{1}.intersection(5)", lambda: {1}.intersection(5))
show("{1, 2, 3}.difference([2], [3])", lambda: {1, 2, 3}.difference([2], [3]))
show("{1}.difference()", lambda: {1}.difference())
show("{1}.difference(5)", lambda: {1}.difference(5))
show("{1, 2}.symmetric_difference([2, 3])", lambda: {1, 2}.symmetric_difference([2, 3]))
show("{1}.symmetric_difference()", lambda: {1}.symmetric_difference())
show("{1}.symmetric_difference(5)", lambda: {1}.symmetric_difference(5))
show("{1}.symmetric_difference([1], [2])", lambda: {1}.symmetric_difference([1], [2]))
show("{1, 2}.intersection([[]])", lambda: {1, 2}.intersection([[]]))
show("{1, 2}.difference([[]])", lambda: {1, 2}.difference([[]]))
show("do({1}, lambda s: s.update([2], 'a')) == {1, 2, 'a'}", lambda: do({1}, lambda s: s.update([2], 'a')) == {1, 2, 'a'})
show("do({1}, lambda s: s.update())", lambda: do({1}, lambda s: s.update()))
show("{1}.update(5)", lambda: {1}.update(5))
show("do({1, 2, 3}, lambda s: s.intersection_update([2, 3], [3]))", lambda: do({1, 2, 3}, lambda s: s.intersection_update([2, 3], [3])))
show("do({1, 2, 3}, lambda s: s.difference_update([2], [3]))", lambda: do({1, 2, 3}, lambda s: s.difference_update([2], [3])))
show("do({1, 2, 3}, lambda s: s.symmetric_difference_update([2, 5]))", lambda: do({1, 2, 3}, lambda s: s.symmetric_difference_update([2, 5])))
show("{1}.intersection_update(5)", lambda: {1}.intersection_update(5))
show("{1}.difference_update(5)", lambda: {1}.difference_update(5))
show("{1}.symmetric_difference_update()", lambda: {1}.symmetric_difference_update())
show("do({1, 2}, lambda s: s.difference_update(s))", lambda: do({1, 2}, lambda s: s.difference_update(s)))
show("do({1, 2}, lambda s: s.symmetric_difference_update(s))", lambda: do({1, 2}, lambda s: s.symmetric_difference_update(s)))
show("do({1, 2}, lambda s: s.update({3: 4}))", lambda: do({1, 2}, lambda s: s.update({3: 4})))
