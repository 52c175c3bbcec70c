def count(n):
    print('start')
    for i in range(n):
        yield i
    print('end')
    return 'result'


g = count(2)
print(type(g).__name__, next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print('stop', stop.value)
print(next(g, 'default'), list(count(2)), iter(g) is g)


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


for f in fib():
    if f > 50:
        break
    print(f, end=' ')
print()


def delegating():
    result = yield from count(2)
    print('delegate got', result)
    yield from 'ab'
    yield from [1, 2]
    return 'all'


def top():
    print((yield from delegating()))


print(list(top()))


def with_finally():
    try:
        yield 1
        yield 2
    finally:
        print('cleaned')


g = with_finally()
print(next(g))
del g
print('deleted')
for x in with_finally():
    break
print('broken')


def empty():
    return
    yield


print(list(empty()), sum(i for i in count(3)))


def nested():
    yield (yield 1)


g = nested()
print(next(g), g.send('sent'))
