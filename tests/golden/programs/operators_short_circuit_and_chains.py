def show(value):
    print(value, end=' ')
    return value


print('->', show(0) or show(1) or show(2))
print('->', show(1) and show(0) and show(2))
print('->', show(1) < show(2) < show(3))
print('->', show(1) > show(2) < show(3))
print('->', show(0) if show(1) else show(2))
print('->', not show(1) or show(3))
print('->', show(1) == show(1) != show(2) <= show(2))
print('->', show(1) in [show(1)] == show(True))
print('->', (show(1), show(2))[show(0)])
print('->', {show('k'): show('v')})
print('->', [show(1), *[show(2)], show(3)])
x = [show(5), show(6)][show(1)]
print('->', x)


def f(*args, **kwargs):
    return args, kwargs


print('->', f(show(1), *[show(2)], k=show(3), **{show('z'): show(4)}))
show([]) is show(None)
print('->', show(2) ** show(3) ** show(0), show(-1) ** show(2))
one, empty = 1, []
print(one is one, None is None, empty is not [], 'a' not in 'abc', 2 - one == one in [1])
print(1 + 2 * 3 - 4 // 2 % 3 ** 2, (1 + 2) * 3, 2 + 3 << 1, 1 | 2 ^ 3 & 4, not 1 == 2, -2 ** 2)
