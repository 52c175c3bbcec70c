a, b = 123456789012345678901234567890, 987654321
print(a + b, a - b, a * b, a // b, a % b, -a // b, -a % b, a // -b, a % -b, divmod(a, b), a ** 3, a / b)
print(2 ** 64, 2 ** 63 - 1, -2 ** 63, 2 ** 100 >> 90, 1 << 100, -1 << 70, -(2 ** 70) >> 3,
      2 ** 62 + 2 ** 62, 2 ** 47, -2 ** 47 - 1, 2 ** 48 - 1)
print(a & b, a | b, a ^ b, ~a, -a & b, -a | b, -a ^ b, a & -b, (2 ** 70) & (2 ** 70 - 1))
print(a == a + 0, a < a + 1, a > float('1e29'), a == float(a), 2 ** 53 == float(2 ** 53),
      2 ** 53 + 1 == float(2 ** 53 + 1), hash(2 ** 61 - 1), hash(2 ** 61), hash(-1),
      hash(-(2 ** 61)))
print(a.bit_length(), (0).bit_length(), (-5).bit_length(), (255).bit_count(), a.bit_count(),
      a.conjugate() == a, a.real == a, a.imag, a.numerator == a, a.denominator)
print(int('123456789' * 5), str(a), hex(a), oct(a), bin(2 ** 65), f'{a:,}', f'{a:x}',
      f'{a:_b}'[:20], f'{a:e}', f'{a:50d}', '%d' % a, '%x' % a)
n = 1
for i in range(1, 51):
    n *= i
print(n, n // 10 ** 40, len(str(2 ** 1000)), pow(3, 1000, 10 ** 20), pow(a, 65537, 2 ** 89 - 1), n % 97)
print(int(1e20), int(-1e20), int(1.9), int(-1.9), int(2.0 ** 70), round(10 ** 20, -18),
      round(-15, -1), round(25, -1), round(12345, -2), float(10 ** 22), 10 ** 20 / 10 ** 19)
print(7 .__add__(3), (5).__rsub__(10), (2).__pow__(10, 1000), (7).__floordiv__(2), (1).__eq__('1'),
      (10).__truediv__(4), (3).as_integer_ratio(), (5).is_integer())
print(sum(range(10 ** 6)), sum([2 ** 64] * 3), max(2 ** 70, 2 ** 69, key=lambda x: -x),
      sorted([2 ** 65, -2 ** 65, 0, 2 ** 64]), abs(-2 ** 70), +(2 ** 70), bool(2 ** 70))
for f in (lambda: float(10 ** 400), lambda: 10 ** 400 / 1, lambda: int(float('inf')),
        lambda: int(float('nan')), lambda: a // 0, lambda: 1 << 10 ** 20, lambda: [0] * 10 ** 20,
        lambda: 2 ** 70 << -1):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
fibs = [0, 1]
while len(fibs) < 151:
    fibs.append(fibs[-1] + fibs[-2])
print(fibs[150], fibs[100] // fibs[99], fibs[150] % fibs[75])
i = 2 ** 62
for _ in range(3):
    i += i
    print(i, -i)
