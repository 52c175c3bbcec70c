if (n := len('abcd')) > 3:
    print(n)
numbers = [1, 2, 3, 4]
print([y for x in numbers if (y := x * x) > 4], y)
data = iter([3, 2, 1, 0, 5])
while (value := next(data)):
    print(value)
print((a := 5, b := 6), a, b)


def f(x):
    return (y := x + 1) * y


print(f(2), (lambda: (z := 3) + z)())
total = 0
print([total := total + v for v in range(5)], total)
print(any((found := v) > 2 for v in numbers), found)
print('yes' if n else 'no', 'a' if n > 5 else 'b' if n > 3 else 'c')
print([x if x % 2 else -x for x in range(5)])
print(f'{(w := 7)} {w}')
