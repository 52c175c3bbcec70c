print(0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3, 1e16, 1e15, 123456789.123456789, 1e-4, 1e-5, 1e22, 1e23,
      5e-324, 1.7976931348623157e308, 0.1 * 3, 1e100)
print(1.0, -0.0, 100.0, 1e5, 1.5e-10, 3.0e10, 9007199254740993.0, 4.35, 2.675, 1.1 + 2.2,
      1e300 * 1e10, -1e300 * 1e10, 1e-320, float('nan'))
print(float('1.5'), float(' 2 '), float('-inf'), float('Infinity'), float('NaN'), float('1e3'),
      float('1_0.5'), float('.5'), float('5.'), float('-0'), float(), float(3), float(True),
      float('1E-2'))
for text in ('', 'abc', '1.2.3', '1e', '--1', '1_', 'in', '0x1', '1,5'):
    try:
        float(text)
    except ValueError as error:
        print(error)
print(round(2.5), round(3.5), round(-2.5), round(0.5), round(1.5), round(2.675, 2),
      round(1234.5678, -2), round(1.15, 1), round(5e15 + 0.5), type(round(2.0)).__name__,
      round(2.0, 0), round(-0.4), round(1e20), round(0.1 + 0.2, 10), round(1.0, 400))
print((0.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (1.5).hex(),
      float.fromhex('0x1.8p+0'), (3.7).__int__(), (2.5).conjugate(), (3.7).__trunc__(),
      (-3.7).__floor__(), (3.2).__ceil__())
print(1.0 == 1, 0.1 + 0.2 == 0.3, 1 < 1.5 < 2, float('nan') == float('nan'),
      float('inf') > 10 ** 400, 0.0 == -0.0, 1e308 * 10 == float('inf'), 2 ** 53 + 1 > 2.0 ** 53)
print(7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, 1e20 % 3, divmod(-7.5, 2), 0.3 % 0.1, 5.5 // 0.5,
      -0.0 // 1, 2.0 ** 0.5, 2 ** -2, (-8.0) ** 3, 10 ** -3, 0.0 ** 0.0,
      float('inf') - float('inf'))
print(hash(1.0) == hash(1), hash(0.5), hash(float('inf')), hash(-1.5), hash(1e300),
      {1: 'int', 1.0: 'float', True: 'bool'}, 1.0 in [1], [1.0, 2].index(2.0))
print(int(1e15), int(-2.9), float(2 ** 53), abs(-2.5), -(-1.5), +1.5, bool(0.0), bool(-0.0),
      bool(float('nan')), not 0.1, max(1, 1.0), min(1.0, 1), sum([0.1] * 10), sum([0.1, 0.2, 0.3]),
      sum([1e16, 1, -1e16]))
print(3.14.__class__.__name__, 1.5 + True, 1e3, 1_0.0_1, .5, 5., 1e+2, 0e0, 0.1e-6,
      12345678901234567890.0, 1.0e-7, 0.00012345)
nan = float('nan')
print(nan in [nan], [nan] == [nan], nan != nan, sorted([3.0, 1, 2.5, -0.5]), float('inf') // 1,
      -5 % float('inf'), 5.0 // float('inf'))
for f in (lambda: int('1.5'), lambda: float([]), lambda: float('inf').as_integer_ratio(),
        lambda: round(nan), lambda: round(float('inf')), lambda: 10.0 ** 400, lambda: 1.5 << 1,
        lambda: float(10 ** 309)):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
