# Floats with floats and ints: results, signs of zero, errors.
numbers = [0.0, -0.0, -2.5, 3, 1e300, float("inf"), float("nan"), 10**400]


def attempt(operation, x, y):
    try:
        return operation(x, y)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


operations = {
    "+": lambda x, y: x + y,
    "-": lambda x, y: x - y,
    "*": lambda x, y: x * y,
    "/": lambda x, y: x / y,
    "//": lambda x, y: x // y,
    "%": lambda x, y: x % y,
    "divmod": divmod,
    "compare": lambda x, y: (x < y, x <= y, x == y, x > y),
}
for name, operation in operations.items():
    for x in numbers:
        for y in numbers:
            if isinstance(x, float) or isinstance(y, float):
                print(name, str(x)[:12], str(y)[:12], str(attempt(operation, x, y))[:90])
for x, y in [(2.0, 0.5), (2, -1), (0.0, -1), (0, -2), (10.0, 400), (-8.0, 3), (-2.0, float("inf")), (1.0, float("nan")), (0.5, 2000), (4, 0.5)]:
    print(x, y, attempt(lambda x, y: x**y, x, y))
print(2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53, 10**400 > 1e308, -(10**400) < float("-inf"))
print(hash(1.0) == hash(1), hash(2.0**70) == hash(2**70), hash(0.5), hash(float("inf")), {1: "a"}[1.0])
print(1.5 .real, 1.5 .imag, 1.5 .conjugate(), abs(-1.5), -(-1.5), +1.5, bool(0.0), bool(-0.0), bool(1e-300))
