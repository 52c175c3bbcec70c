# The methods of list, with good and bad arguments.


class I:

    def __init__(s, n):
        s.n = n

    def __index__(s):
        return s.n


class Bad:

    def __eq__(self, o):
        raise ValueError('bad eq')

    def __hash__(self):
        return 1


class BadR:

    def __repr__(self):
        raise ValueError('bad repr')


def do(l, f):
    f(l)
    return l


class A:

    def __abs__(self):
        return 'abs'


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("do([3, 1, 2], lambda l: l.sort())", lambda: do([3, 1, 2], lambda l: l.sort()))
show("do([3, 1, 2], lambda l: l.sort(reverse=True))", lambda: do([3, 1, 2], lambda l: l.sort(reverse=True)))
show("do(['b', 'A'], lambda l: l.sort(key=str.lower))", lambda: do(['b', 'A'], lambda l: l.sort(key=str.lower)))
show("[1].sort(5)", lambda: [1].sort(5))
show("[1].sort(foo=1)", lambda: [1].sort(foo=1))
show("[1, 'a'].sort()", lambda: [1, 'a'].sort())
show("[1].sort(key=5)", lambda: [1].sort(key=5))
show("[2, 1].sort(key=5)", lambda: [2, 1].sort(key=5))
show("do([1, 2, 3], lambda l: l.sort(key=lambda x: -x))", lambda: do([1, 2, 3], lambda l: l.sort(key=lambda x: -x)))
show("do([1, 2], lambda l: l.sort(key=None))", lambda: do([1, 2], lambda l: l.sort(key=None)))
show("[1, None].sort()", lambda: [1, None].sort())
show("[{}, {}].sort()", lambda: [{}, {}].sort())
show("do([1], lambda l: l.append(2))", lambda: do([1], lambda l: l.append(2)))
show("[].append()", lambda: [].append())
show("[].append(1, 2)", lambda: [].append(1, 2))
show("do([1], lambda l: l.extend('ab'))", lambda: do([1], lambda l: l.extend('ab')))
show("[].extend(5)", lambda: [].extend(5))
show("[].extend()", lambda: [].extend())
show("do([1], lambda l: l.insert(0, 9))", lambda: do([1], lambda l: l.insert(0, 9)))
show("do([1], lambda l: l.insert(-5, 9))", lambda: do([1], lambda l: l.insert(-5, 9)))
show("do([1], lambda l: l.insert(50, 9))", lambda: do([1], lambda l: l.insert(50, 9)))
show("[].insert(1)", lambda: [].insert(1))
show("[].insert('a', 1)", lambda: [].insert('a', 1))
show("[].insert(10 ** 30, 1)", lambda: [].insert(10 ** 30, 1))
show("do([1], lambda l: l.insert(I(0), 7))", lambda: do([1], lambda l: l.insert(I(0), 7)))
show("[1, 2].pop()", lambda: [1, 2].pop())
show("[].pop()", lambda: [].pop())
show("[1].pop(5)", lambda: [1].pop(5))
show("[1].pop('a')", lambda: [1].pop('a'))
show("[1, 2, 3].pop(0)", lambda: [1, 2, 3].pop(0))
show("[1, 2, 3].pop(-2)", lambda: [1, 2, 3].pop(-2))
show("[1].pop(1, 2)", lambda: [1].pop(1, 2))
show("[1].pop(-2)", lambda: [1].pop(-2))
show("[1].pop(10 ** 30)", lambda: [1].pop(10 ** 30))
show("[1].pop(1.0)", lambda: [1].pop(1.0))
show("do([1, 2, 1], lambda l: l.remove(1))", lambda: do([1, 2, 1], lambda l: l.remove(1)))
show("[1].remove(5)", lambda: [1].remove(5))
show("[].remove()", lambda: [].remove())
show("do([1, 2], lambda l: l.clear())", lambda: do([1, 2], lambda l: l.clear()))
show("[].clear(1)", lambda: [].clear(1))
show("[1, 1, 2].count(1)", lambda: [1, 1, 2].count(1))
show("[1].count()", lambda: [1].count())
show("[1, 2, 3].index(3)", lambda: [1, 2, 3].index(3))
show("[1, 2].index(5)", lambda: [1, 2].index(5))
show("['a'].index('b')", lambda: ['a'].index('b'))
show("[1, 2, 1].index(1, 1)", lambda: [1, 2, 1].index(1, 1))
show("[1, 2, 1].index(1, 1, 2)", lambda: [1, 2, 1].index(1, 1, 2))
show("[1].index(1, 'a')", lambda: [1].index(1, 'a'))
show("[1].index()", lambda: [1].index())
show("[1, 2, 3].index(3, -1)", lambda: [1, 2, 3].index(3, -1))
show("[1, 2, 3].index(1, -10, 10 ** 30)", lambda: [1, 2, 3].index(1, -10, 10 ** 30))
show("[1].index(BadR())", lambda: [1].index(BadR()))
show("[1].remove(Bad())", lambda: [1].remove(Bad()))
show("do([1, 2, 3], lambda l: l.reverse())", lambda: do([1, 2, 3], lambda l: l.reverse()))
show("[].reverse(1)", lambda: [].reverse(1))
show("[1].copy()", lambda: [1].copy())
show("[].copy(1)", lambda: [].copy(1))
show("[1, 2].__reversed__().__next__()", lambda: [1, 2].__reversed__().__next__())
show("[].__len__()", lambda: [].__len__())
show("[1].__contains__(1)", lambda: [1].__contains__(1))
show("[1].__getitem__(0)", lambda: [1].__getitem__(0))
show("[1].__add__([2])", lambda: [1].__add__([2]))
show("[1].__mul__(2)", lambda: [1].__mul__(2))
show("[1].__rmul__(2)", lambda: [1].__rmul__(2))
show("[1].__iadd__([2])", lambda: [1].__iadd__([2]))
show("[1].__eq__(5)", lambda: [1].__eq__(5))
show("[1].__lt__([2])", lambda: [1].__lt__([2]))
show("[1].__repr__()", lambda: [1].__repr__())
show("[1].__sizeof__() > 0", lambda: [1].__sizeof__() > 0)
show("hash([])", lambda: hash([]))
show("[].__hash__", lambda: [].__hash__)
show("[].foo", lambda: [].foo)
show("list.append([], 1)", lambda: list.append([], 1))
show("list.append(5, 1)", lambda: list.append(5, 1))
show("list.append()", lambda: list.append())
show("list.__len__([1, 2])", lambda: list.__len__([1, 2]))
show("list.__getitem__([1], 0)", lambda: list.__getitem__([1], 0))
show("[].__class__", lambda: [].__class__)
show("[].append.__name__", lambda: [].append.__name__)
show("repr([].append)[:30]", lambda: repr([].append)[:30])
show("list.append", lambda: list.append)
