print('%s %s' % ('a', 1), '%s' % 'one', '%s' % 5, '%s' % [1, 2], '%s' % (('t',),), '%d items' % 3,
      '%%', '%d%%' % 50)
print('%d|%5d|%-5d|%05d|%+d|% d|%i|%u' % (42, 42, 42, 42, 42, 42, 42, 42), '%d' % 3.99,
      '%d' % -3.99, '%d' % True)
print('%x %X %#x %o %#o %08x %c %c' % (255, 255, 255, 8, 8, 255, 'A', 66))
print('%f|%.2f|%10.3f|%-10.1f|%+.1f|%010.2f|%.0f' % (3.14159, 3.14159, 3.14159, 3.14159, 3.14159,
      3.14159, 2.5))
print('%e|%.2e|%E|%g|%G|%.3g|%g|%g' % (12345.678, 12345.678, 12345.678, 12345.678, 1e-10, 12345.678,
      1e100, 100000))
print('%s|%10s|%-10s|%.2s|%10.3s|%r|%a|%5r' % ('text', 'text', 'text', 'text', 'text', 'text', 'té', 'x'))
print('%(name)s is %(age)d, %(name)r %(age)05.1f' % {'name': 'Ann', 'age': 30, 'unused': 1},
      '%(a b)s' % {'a b': 1})
print('%*d|%-*d|%.*f|%*.*f' % (5, 42, 5, 42, 2, 3.14159, 8, 3, 3.14159))
print('%s' % None, '%s %s' % (True, 1.0), '%s' % {}, '%s' % {'a': 1}, '%5s|%-5s|' % (None, True),
      '%d' % 10**30)
print('%f %f %.1f %5.1f|%e' % (float('inf'), float('nan'), -0.0, float('-inf'), 0), '%s' % 1e20,
      '%.3s' % 3.14159)
for template, args in [('%d', 'x'), ('%s %s', ('a',)), ('%s', ('a', 'b')), ('plain', 1), ('%', ()),
          ('%q', 1), ('%(x)s', {}),
                       ('%(x)s', 5), ('%c', 'ab'), ('%c', -1), ('%f', 'x'), ('%x', 1.5), ('%*d',
                               ('a', 1)), ('%5', 1), ('%d', None),
                       ('%i', [])]:
    try:
        print(template, template % args)
    except Exception as error:
        print(template, type(error).__name__, error)
print(b'%s %d %r' % (b'a', 5, 'x'), 'plain' % [], 'plain' % {'a': 1})
