def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def forever(n):
    return forever(n + 1)


def hanoi(n, a, b, c):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


print(depth(500), ackermann(2, 3), hanoi(8, 'a', 'b', 'c'))
try:
    forever(0)
except RecursionError as error:
    print(type(error).__name__, error)
print(depth(100))
