print('{} {} {}'.format(1, 'two', [3]), '{2} {0} {1} {0}'.format('a', 'b', 'c'),
      '{a} {b!r} {a:>4}'.format(a=1, b='x'))
print('{0[1]} {0[0]} {d[key]} {d[0]}'.format(['x', 'y'], d={'key': 'value', '0': 'no', 0: 'zero'}))


class P:
    x = 5
    inner = {'k': [10, 20]}


print('{p.x} {p.inner[k]} {0.x:03} {0.inner[k][1]}'.format(P, p=P()))
print('{:>{}} {:{}{}} {:.{p}f}'.format('r', 5, 'x', '<', 4, 3.14159, p=2), '{{}} {{{}}}'.format(7))
print('{!r:>8} {!s} {!a}'.format('a', 'b', 'é'), '{:,} {:x} {:%} {:e}'.format(1234567, 255, 0.25, 12345.678))
print('{:^20}|{:-<10}|{:=+8}'.format('centre', 'left', 42), '{0!r:.3}'.format('abcdef'))
print('{a[0]}{a[-1]}'.format(a={0: 'x', '-1': 'y'}), ''.format(), 'plain'.format(1, 2, a=3))
print('{x} {y}'.format(**{'x': 1, 'y': 2}), '{} {}'.format(*'ab'), '{x}'.format_map({'x': 'mapped'}))
for template, args in [('{}', ()), ('{1}', (0,)), ('{x}', ()), ('{', ()), ('}', ()), ('{0', (1,)),
          ('{} {0}', (1,)), ('{0} {}', (1,)),
                       ('{0!x}', (1,)), ('{0.y}', (1,)), ('{0[a]}', ([1],)), ('{0[5]}',
                               ([1],)), ('{:d}', ('s',)), ('{!}', (1,)),
                       ('{0!r', (1,)), ('{a b}', ()), ('{0[}', ([],)), ('{:{}}', (1,))]:
    try:
        print(template, template.format(*args))
    except Exception as error:
        print(template, type(error).__name__, error)
