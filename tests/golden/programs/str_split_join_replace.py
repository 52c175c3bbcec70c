print('a b  c'.split(), 'a b  c'.split(' '), 'a,b,,c'.split(','), 'a,b,c'.split(',', 1),
      ' a b '.split(), ''.split(), ''.split(','))
print('a b c d'.split(None, 2), 'a,b,c'.rsplit(',', 1), 'a b c'.rsplit(None, 1),
      'a--b--c'.split('--'), 'aXbX'.rsplit('X'))
print('l1\nl2\r\nl3\rl4\x0bl5\x0cl6\u2028l7'.splitlines(), 'a\nb\n'.splitlines(True),
      ''.splitlines(), '\n'.splitlines())
print('a=b=c'.partition('='), 'a=b=c'.rpartition('='), 'abc'.partition('='), 'abc'.rpartition('='))
print(','.join(['a', 'b', 'c']), ''.join('abc'), '-'.join(()), ', '.join({'x': 1, 'y': 2}),
      '/'.join(str(i) for i in range(3)))
print('aaa'.replace('a', 'b'), 'aaa'.replace('a', 'b', 2), 'abc'.replace('', '-'),
      'abc'.replace('x', 'y'), 'abab'.replace('ab', ''))
print('  x '.strip() + '|', '  x '.lstrip() + '|', '  x '.rstrip() + '|', 'xxaxx'.strip('x'),
      'abcba'.strip('ab'), 'abc'.lstrip('cba'), 'x\n'.rstrip('\n'))
print('prefix-body'.removeprefix('prefix-'), 'body.py'.removesuffix('.py'),
      'body'.removeprefix('x'), 'body'.removesuffix(''))
print('abc'.translate({97: 'A', 98: None, 99: 0x43}), 'hello'.translate(str.maketrans('el', 'ip')),
      str.maketrans('a', 'b', 'c'), str.maketrans({'x': 'yz'}))
print('a\tbc\td'.expandtabs(), 'a\tb'.expandtabs(4), '\t'.expandtabs(2) + '|', 'x\n\ty'.expandtabs(3))
for f in (lambda: 'a'.split(''), lambda: 'a'.partition(''), lambda: ','.join([1]),
          lambda: 'a'.replace('a'), lambda: 'a'.strip(1),
          lambda: 'a'.split(1), lambda: str.maketrans('ab', 'c')):
    try:
        f()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print('a,b;c'.replace(';', ',').split(','), ' '.join('  many   spaces here '.split()), 'x'.join('ab') * 2)
