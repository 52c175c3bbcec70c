# Items and slices of lists are set and deleted.


def do(l, f):
    f(l)
    return l


def setslice(l, a, b, c, v):
    l[a:b:c] = v
    return l


def delslice(l, a, b, c):
    del l[a:b:c]
    return l


def seti(l, i, v):
    l[i] = v
    return l


def deli(l, i):
    del l[i]
    return l


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("seti([1, 2], 0, 5)", lambda: seti([1, 2], 0, 5))
show("seti([1, 2], 2, 5)", lambda: seti([1, 2], 2, 5))
show("seti([1, 2], 'a', 5)", lambda: seti([1, 2], 'a', 5))
show("seti([1, 2], -1, 9)", lambda: seti([1, 2], -1, 9))
show("deli([1, 2], 0)", lambda: deli([1, 2], 0))
show("deli([1, 2], 5)", lambda: deli([1, 2], 5))
show("deli([1, 2], 'a')", lambda: deli([1, 2], 'a'))
show("deli([1, 2], 10 ** 30)", lambda: deli([1, 2], 10 ** 30))
show("setslice([1, 2, 3], 0, 1, None, [7, 8, 9])", lambda: setslice([1, 2, 3], 0, 1, None, [7, 8, 9]))
show("setslice([1, 2, 3], 0, 2, None, 'ab')", lambda: setslice([1, 2, 3], 0, 2, None, 'ab'))
show("setslice([1, 2, 3], None, None, None, [])", lambda: setslice([1, 2, 3], None, None, None, []))
show("setslice([1, 2, 3], None, None, 2, [5, 6])", lambda: setslice([1, 2, 3], None, None, 2, [5, 6]))
show("setslice([1, 2, 3], None, None, 2, [5])", lambda: setslice([1, 2, 3], None, None, 2, [5]))
show("setslice([1, 2, 3], None, None, None, 5)", lambda: setslice([1, 2, 3], None, None, None, 5))
show("setslice([1, 2, 3], None, None, 2, 5)", lambda: setslice([1, 2, 3], None, None, 2, 5))
show("setslice([1, 2, 3], 2, 0, None, [9])", lambda: setslice([1, 2, 3], 2, 0, None, [9]))
show("setslice([1, 2, 3], None, None, -1, [7, 8, 9])", lambda: setslice([1, 2, 3], None, None, -1, [7, 8, 9]))
show("setslice([1, 2, 3], 5, 9, None, [7])", lambda: setslice([1, 2, 3], 5, 9, None, [7]))
show("do([1, 2, 3], lambda l: setslice(l, 0, 1, None, l))", lambda: do([1, 2, 3], lambda l: setslice(l, 0, 1, None, l)))
show("delslice([1, 2, 3, 4, 5], None, None, 2)", lambda: delslice([1, 2, 3, 4, 5], None, None, 2))
show("delslice([1, 2, 3, 4, 5], None, None, -2)", lambda: delslice([1, 2, 3, 4, 5], None, None, -2))
show("delslice([1, 2, 3], 0, 2, None)", lambda: delslice([1, 2, 3], 0, 2, None))
show("delslice([1, 2, 3, 4, 5, 6], 1, 5, 3)", lambda: delslice([1, 2, 3, 4, 5, 6], 1, 5, 3))
show("delslice([1, 2, 3], 5, 9, None)", lambda: delslice([1, 2, 3], 5, 9, None))
show("delslice([1, 2], 0, 0, 0)", lambda: delslice([1, 2], 0, 0, 0))
