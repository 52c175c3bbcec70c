# A container that changes while it is walked over says so.


def grow(s):
    for x in s:
        s.add(x + 100)


def shrink(s):
    for x in s:
        s.discard(x)


def grow_d(d):
    for x in d:
        d[x + 1] = 1


def change_d(d):
    for x in list(d)[:1]:
        pass
    for x in d:
        del d[x]
        d[x + 100] = 1


def change_l(l):
    out = []
    for x in l:
        out.append(x)
        if len(l) < 6:
            l.append(x * 10)
        if x == 20:
            l.clear()
    return out


def gen():
    yield 1
    yield 2
    return 7


def pops(s):
    out = []
    while s:
        out.append(s.pop())
    return out


def mod(l):
    l.sort(key=lambda x: l.append(1))


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("grow({1, 2})", lambda: grow({1, 2}))
show("shrink({1, 2})", lambda: shrink({1, 2}))
show("grow_d({1: 1})", lambda: grow_d({1: 1}))
show("change_d({1: 1, 2: 2})", lambda: change_d({1: 1, 2: 2}))
show("change_l([1, 2, 3])", lambda: change_l([1, 2, 3]))
show("list(gen())", lambda: list(gen()))
show("[*gen(), *'ab']", lambda: [*gen(), *'ab'])
show("pops({3, 1, 2})", lambda: pops({3, 1, 2}))
show("pops({10, 5, 100, 33})", lambda: pops({10, 5, 100, 33}))
show("mod([1, 2])", lambda: mod([1, 2]))
