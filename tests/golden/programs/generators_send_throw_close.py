def accumulate():
    total = 0
    while True:
        try:
            value = yield total
        except ValueError as error:
            print('caught', error)
            value = 100
        total += value


g = accumulate()
print(next(g), g.send(5), g.send(10), g.throw(ValueError('bad')), g.send(1))
g.close()
try:
    g.send(1)
except StopIteration:
    print('closed')


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print('asked to close')
        yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)


def leaks():
    yield 1
    raise StopIteration('inside')


try:
    list(leaks())
except RuntimeError as error:
    print(error, repr(error.__cause__))
g = accumulate()
try:
    g.send(1)
except TypeError as error:
    print(error)


def inner():
    try:
        received = yield 'inner'
        print('inner received', received)
    except KeyError as error:
        print('inner caught', repr(error))
    finally:
        print('inner finally')
    return 'inner result'


def outer():
    result = yield from inner()
    yield result


g = outer()
print(next(g), g.send('hi'))
g = outer()
print(next(g), g.throw(KeyError('k')))
g = outer()
next(g)
g.close()


def running():
    try:
        me.send(None)
    except ValueError as error:
        print(error)
    yield


me = running()
next(me)
try:
    accumulate().throw(OSError('at start'))
except OSError as error:
    print(repr(error))
g = (x for x in 'ab')
print(list(g), list(g))
g = accumulate()
print(g.close(), g.__name__, g.__qualname__)
