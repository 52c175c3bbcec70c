# The shortest text that reads back as the same number, and the ways of reading floats.
import math

numbers = [0.0, -0.0, 1.0, 0.1, 0.1 + 0.2, 1 / 3, 2 / 3, 100.0, 1e15, 1e16, 123456789012345678.0, 1e22, 1e23, 0.0001, 0.00001, 1e-7,
           5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 2.0**-44, 9007199254740993.0, 4.35, 2.675, 1.005, 1e100,
           float("inf"), float("-inf"), float("nan"), math.pi, math.e, 299792458.0, 6.62607015e-34, 0.30000000000000004]
for number in numbers:
    print(repr(number), str(-number), number.hex(), float.fromhex(number.hex()) == number, f"{number}", f"{number!r:>25}")
for exponent in range(-30, 31, 3):
    print(2.0**exponent, 10.0**exponent, 7 * 10.0**exponent, 1.5 * 2.0**exponent)
for text in ["1", "1.", ".5", "1e5", "1E-5", "1_000.5", "1._5", " 2.5 ", "", ".", "e5", "1e", "0x10", "inf", "-Infinity", "nan", "1__0", "٣.٥", "1e400", "-1e-400", "1.5abc"]:
    try:
        print(repr(text), float(text))
    except ValueError as error:
        print(error)
for value in (None, [], "x", b"2.5", True, 10**400):
    try:
        print(float(value))
    except Exception as error:
        print(type(error).__name__, error)
for number in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1234.5678, 1e16, 5e-324):
    print(number, round(number), [round(number, digits) for digits in (0, 1, 2, -1, -3, 20, 400, -400)])
for number in (1.5, -2.25, 0.1, 1e300, 5e-324, 0.0):
    print(number.as_integer_ratio(), number.is_integer(), math.floor(number), math.ceil(number), math.trunc(number), hash(number))
