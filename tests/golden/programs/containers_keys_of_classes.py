# Keys whose classes say what is equal; the order of dicts.


class Key:

    def __init__(s, n):
        s.n = n

    def __eq__(s, o):
        return s.n == o.n

    def __hash__(s):
        return hash(s.n)

    def __repr__(s):
        return 'Key(%s)' % s.n


class EqOnly:

    def __eq__(s, o):
        return True


class MutEq:
    d = {}

    def __hash__(s):
        return 5

    def __eq__(s, o):
        MutEq.d.clear()
        return False


def mutate():
    MutEq.d = {MutEq(): 1}
    MutEq.d[MutEq()] = 2
    return len(MutEq.d)


def order():
    d = {}
    d['b'] = 1
    d['a'] = 2
    d['b'] = 3
    del d['a']
    d['a'] = 4
    return list(d.items())


def lots():
    d = {}
    for i in range(1000):
        d[i] = i
    for i in range(0, 1000, 3):
        del d[i]
    for i in range(0, 1000, 7):
        d[i] = -i
    return (sum(d.values()), len(d), list(d)[:5], list(d)[-5:], d.popitem())


def swap(l):
    l[0], l[1] = (l[1], l[0])
    return l


def slices(l):
    l[1:3] = l[::-1]
    return l


def nested():
    return [[i * j for j in range(3)] for i in range(3)]


def dele():
    l = list(range(10))
    del l[::3], l[0]
    return l


def tup():
    a, (b, *c), d = (1, (2, 3, 4), 5)
    return (a, b, c, d)


def walrus():
    return ([y for x in range(5) if (y := (x * x)) > 3], y)


def star():
    return ([*range(3), *'ab'], {**{'a': 1}, 'b': 2}, {*[1, 2], 3})


def globalset():
    return {x for x in 'abc'} == {'a', 'b', 'c'}


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("{Key(1): 'a'}[Key(1)]", lambda: {Key(1): 'a'}[Key(1)])
show("{Key(1), Key(1)}", lambda: {Key(1), Key(1)})
show("[Key(1), Key(2)].index(Key(2))", lambda: [Key(1), Key(2)].index(Key(2)))
show("Key(1) in {Key(1)}", lambda: Key(1) in {Key(1)})
show("{Key(3)}", lambda: {Key(3)})
show("[Key(1)].count(Key(1))", lambda: [Key(1)].count(Key(1)))
show("{EqOnly()}", lambda: {EqOnly()})
show("{EqOnly(): 1}", lambda: {EqOnly(): 1})
show("EqOnly() in [1]", lambda: EqOnly() in [1])
show("mutate()", lambda: mutate())
show("order()", lambda: order())
show("lots()", lambda: lots())
show("swap([1, 2])", lambda: swap([1, 2]))
show("slices([1, 2, 3, 4])", lambda: slices([1, 2, 3, 4]))
show("nested()", lambda: nested())
show("dele()", lambda: dele())
show("tup()", lambda: tup())
show("walrus()", lambda: walrus())
show("star()", lambda: star())
show("globalset()", lambda: globalset())
