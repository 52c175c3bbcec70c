for spec in ('', 's', '10', '<10', '>10', '^10', '*^11', '.2', '10.2', '>6.3s', '05', '<05', '=<4',
        '^^7', '}>5', '\u00e9>6', '.0'):
    print(repr(spec), '|' + format('hello', spec) + '|', '|' + format('', spec) + '|')
for bad in ('d', 'f', '=5', '+', ' 5', ',', '#', '.', '5.x', 'ss', '010=', 'x>5d', '_', 'z'):
    try:
        print(repr(bad), '|' + format('hello', bad) + '|')
    except ValueError as error:
        print(repr(bad), error)
print(f'{"wide":>{10}}', f'{"\u4e2d\u6587":>6}|', f'{"é":*<3}', format('abc', '<2'),
      format(None, ''), format([1], ''), format((1,), ''))
for value in ([1], None, (1,), {}, {1}, range(2), b'x', int):
    try:
        print(format(value, '>5'))
    except TypeError as error:
        print(error)
print(format(True, ''), format(True, '5'), format('x'), format(5), '{:>5}{:<5}|'.format('a', 'b'))
