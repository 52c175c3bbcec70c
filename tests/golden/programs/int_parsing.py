for text in ('42', ' 42 ', '-42', '+42', '1_000', '0', '-0', '007', '\n5\t', '٣', '0x1f', '1.5', '',
        ' ', 'abc', '1__0', '_1', '1_', '4 2', '--1', '1e5', '0b1'):
    try:
        print(repr(text), int(text))
    except ValueError as error:
        print(error)
for text, base in (('ff', 16), ('0xff', 16), ('0xff', 0), ('0b101', 0), ('0o17', 0), ('101', 2),
        ('zz', 36), ('0b1', 2), ('12', 3), ('10', 0), ('010', 0), ('9', 8), ('1', 1), ('1', 37),
        ('-0x_f', 16), ('', 5)):
    try:
        print(repr(text), base, int(text, base))
    except ValueError as error:
        print(error)
print(int(), int(3.7), int(True), int(b'12'), int('12', base=8), 0x_ff, 0b11, 0o17, 1_000,
      0xDEAD_BEEF, int(-0.5))
print(bin(10), bin(-10), oct(8), oct(-8), hex(255), hex(-255), hex(0), chr(97), chr(8364), ord('a'),
      ord('€'), chr(0x1F600))
for f in (lambda: int(None), lambda: int('1', 'x'), lambda: int(1, 2), lambda: chr(-1),
        lambda: chr(0x110000), lambda: ord(''), lambda: hex('a'), lambda: bin(1.5),
        lambda: int('9' * 5000)):
    try:
        f()
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)


class Five:
    def __index__(self):
        return 5


print(int(Five()), hex(Five()), [0] * Five(), range(Five()), 'abcdefg'[Five()])
