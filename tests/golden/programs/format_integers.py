for spec in ('', 'd', '5', '<5', '>5', '^5', '=5', '05', '+', ' ', '-', '+05', '=+7', '*>8', '0<6',
          ',', '_', '12,', '+,',
             '010,', 'b', '#b', '08b', '#010b', 'o', '#o', 'x', 'X', '#x', '#X', '#06x', '_x', '_b', 'c', 'n', 'e', '.2e', 'E',
             'f', '.1f', 'g', '%', '.0%', '10.3f', '<+8d|'[:-1], 'G', '#.0f', '08.2f', ',.2f', '_.1f'):
    print(repr(spec), [format(n, spec) for n in (42, 65, 123456)], format(-42, spec) if spec != 'c' else '')
print(format(True, 'd'), format(True, ''), format(False, '5'), format(True, '.1f'), f'{True:>6}',
      format(0, '+,'), format(10**20, ','))
print(f'{255:#04x} {255:#b} {7:03} {-7:03} {1234:,d} {2**70:_x} {-1234567:,} {12345678:015,}')
for bad in ('s', 'y', '.2d', '.3', ',x', '_c', 'dd', '5.', '#s', 'cc', ',b', '+c', '.2c'):
    try:
        print(format(42, bad))
    except ValueError as error:
        print(repr(bad), error)
for value in (-1, 0x110000):
    try:
        format(value, 'c')
    except OverflowError as error:
        print(error)
