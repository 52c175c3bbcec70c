print(7 + 3, 7 - 3, 7 * 3, 7 / 2, 7 // 2, 7 % 3, 2 ** 10, -7, +7, ~7)
print(-7 // 2, -7 % 3, 7 // -2, 7 % -3, -7 // -2, -7 % -3)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, 1e300 * 1e10)
print(divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), divmod(-7.5, 2), divmod(7, -3))
print(2 ** -1, 2 ** 0.5, (-8) ** 2, -8 ** 2, 0 ** 0, 0.0 ** 0, (-2) ** 3, (-2.0) ** 3)
print(pow(2, 10), pow(3, 4, 5), pow(3, -1, 7), pow(2, 100, 1000000007), pow(-3, 3, 5))
print(5 & 3, 5 | 3, 5 ^ 3, 1 << 10, 1024 >> 3, -1 >> 1, -5 & 3, -5 | 3, ~-5)
print(True + True, True * 5, False - 1, True / 2, -True, ~True & 3, True & False, True | 2, True ^ True)
print(1 + 2.0, 3 - 1.5, 2 * 0.5, 10 / 4.0, 10 // 4.0, 10 % 4.5)
print('ab' + 'cd', 'ab' * 3, 3 * 'ab', 'ab' * 0, 'ab' * -1, [1] + [2], [0] * 3, (1,) + (2,), (1, 2) * 2)
print(1 if 0 else 2, 0 or 'x', 1 and 'y', 0 and 1, None or 0, not 0, not [], not 'a')
x = 5
x += 2; x -= 1; x *= 4; x //= 5; x **= 3; x %= 50; x <<= 2; x >>= 1; x |= 1; x &= 0xff; x ^= 0x0f
print(x)
x /= 2
print(x)
for number, wrong in enumerate([
        lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0,
        lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: divmod(1, 0), lambda: pow(2, -1, 4), lambda: pow(2, 2, 0),
        lambda: 1 << -1, lambda: 2.0 ** 10000, lambda: pow(2.0, 1, 3), lambda: divmod(1.0,
                0), lambda: 1 >> -1]):
    try:
        print(wrong())
    except Exception as error:
        print(number, type(error).__name__, error)
