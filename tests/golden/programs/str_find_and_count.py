s = 'abracadabra'
print(s.find('bra'), s.find('bra', 2), s.find('bra', 2, 8), s.find('x'), s.find(''), s.find('', 20),
      s.rfind('bra'), s.rfind('a', 0, 5))
print(s.index('c'), s.rindex('a'), s.count('a'), s.count('abra'), s.count(''), s.count('a', 3),
      s.count('a', 3, 6), 'aaaa'.count('aa'))
print(s.startswith('abra'), s.startswith(('x', 'ab')), s.startswith('bra', 1), s.startswith(''),
      s.startswith('a', 20))
print(s.endswith('bra'), s.endswith(('x', 'a')), s.endswith('ab', 0, 2), s.endswith(()), 'bra' in s,
      '' in s, 'x' in s)
for f in (lambda: s.index('x'), lambda: s.rindex('x'), lambda: s.find(1), lambda: s.startswith(1),
        lambda: s.count(None)):
    try:
        f()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print('日本語'.find('語'), '日本語'[1], len('日本語'), 'naïve'.index('ï'), '😀x'.index('x'), len('😀'))
print('abc' < 'abd', 'a' < 'B', 'Z' < 'a', '' < 'a', 'abc' == 'abc', 'a' * 3 == 'aaa', max('hello'),
      min('hello'), sorted('hello'))
