# Sorting compares as CPython does, item by item.


def cmplog(l):
    log = []

    class K:

        def __init__(s, v):
            s.v = v

        def __lt__(s, o):
            log.append((s.v, o.v))
            return s.v < o.v
    x = [K(v) for v in l]
    x.sort()
    return ([k.v for k in x], log)


def sortpairs(l):
    return (sorted(l, key=lambda p: p[0]), sorted(l, key=lambda p: p[0], reverse=True))


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("sortpairs([(1, 'a'), (0, 'b'), (1, 'c'), (0, 'd')])", lambda: sortpairs([(1, 'a'), (0, 'b'), (1, 'c'), (0, 'd')]))
show("cmplog([3, 1, 2])", lambda: cmplog([3, 1, 2]))
show("cmplog([1, 2, 3, 4])", lambda: cmplog([1, 2, 3, 4]))
show("cmplog([4, 3, 2, 1])", lambda: cmplog([4, 3, 2, 1]))
show("cmplog([2, 2, 1, 1])", lambda: cmplog([2, 2, 1, 1]))
show("cmplog([1, 1, 1, 0])", lambda: cmplog([1, 1, 1, 0]))
show("cmplog([5, 4, 4, 3, 3, 6, 1])", lambda: cmplog([5, 4, 4, 3, 3, 6, 1]))
show("cmplog([1, 5, 2, 8, 3, 9, 0, 4])", lambda: cmplog([1, 5, 2, 8, 3, 9, 0, 4]))
show("cmplog(list(range(20, 0, -1)) + list(range(5)))", lambda: cmplog(list(range(20, 0, -1)) + list(range(5))))
show("cmplog([3, 3, 2, 2, 1, 1, 0])", lambda: cmplog([3, 3, 2, 2, 1, 1, 0]))
show("cmplog([i * 7 % 31 for i in range(31)])", lambda: cmplog([i * 7 % 31 for i in range(31)]))
show("cmplog([i * 37 % 61 for i in range(61)])", lambda: cmplog([i * 37 % 61 for i in range(61)]))
