def f(a, b=2, *, c, d=4):
    return a, b, c, d


def g(a, /, b, *rest, key='k', **others):
    return a, b, rest, key, sorted(others.items())


def h(*args, **kwargs):
    return args, kwargs


print(f(1, c=3))
print(f(1, 20, c=30, d=40))
print(f(c=3, a=1))
print(g(1, 2))
print(g(1, 2, 3, 4, key=5, a=6, z=7))
print(g(1, b=2, x=3))
print(h())
print(h(1, *[2, 3], 4, *(5,), x=1, **{'y': 2}, **{'z': 3}))
print(h(*'ab', *range(2), **dict(k=1)))
