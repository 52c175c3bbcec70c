# Every operator on ints around the places where their representation changes.
numbers = [0, 1, -1, 7, -10, 2**47 - 1, 2**47, -(2**47), -(2**47) - 1, 2**63 - 1, -(2**63), 2**64, 10**25, -(10**30)]


def attempt(operation, x, y):
    try:
        return operation(x, y)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


operations = {
    "+": lambda x, y: x + y,
    "-": lambda x, y: x - y,
    "*": lambda x, y: x * y,
    "//": lambda x, y: x // y,
    "%": lambda x, y: x % y,
    "/": lambda x, y: x / y,
    "divmod": divmod,
    "&": lambda x, y: x & y,
    "|": lambda x, y: x | y,
    "^": lambda x, y: x ^ y,
    "compare": lambda x, y: (x < y, x <= y, x == y, x != y, x > y, x >= y),
}
for name, operation in operations.items():
    for x in numbers:
        print(name, x, [attempt(operation, x, y) for y in numbers])
for x in numbers:
    print(x, -x, ~x, abs(x), hash(x), bool(x), x.bit_length(), x.bit_count(), float(x))
    print([x << n for n in (0, 1, 47, 70)], [x >> n for n in (0, 1, 47, 70)])
    print([x**n for n in (0, 1, 2, 5)], [attempt(pow, x, -n) for n in (1, 2)])
    print([round(x, n) for n in (-1, -2, -15, -40, 3)], x.as_integer_ratio())
for arguments in [(2, 5, 7), (2, -1, 7), (2, -1, 4), (2, 5, -7), (-3, 10**6, 10**20), (2, 5, 0), (2.0, 5, 7)]:
    try:
        print(arguments, pow(*arguments))
    except Exception as error:
        print(arguments, type(error).__name__, error)
for shift in (-1, 10**20):
    for x in (0, 1, -1):
        print(x, shift, attempt(lambda x, n: x << n, x, shift), attempt(lambda x, n: x >> n, x, shift))
