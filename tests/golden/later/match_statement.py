class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y


def describe(value):
    match value:
        case 0 | 1:
            return 'zero or one'
        case int(n) if n < 0:
            return f'negative {n}'
        case str() as text:
            return f'text {text}'
        case [] | ():
            return 'empty'
        case [x]:
            return f'one {x}'
        case [1, *rest]:
            return f'starts with 1, then {rest}'
        case [_, (a, b)]:
            return f'pair inside {a} {b}'
        case {'type': 'circle', 'r': r, **more}:
            return f'circle {r} {more}'
        case {'type': kind}:
            return f'kind {kind}'
        case Point(0, 0):
            return 'origin'
        case Point(x=0, y=y):
            return f'on the axis {y}'
        case Point(x, y) if x == y:
            return f'diagonal {x}'
        case Point():
            return 'some point'
        case None | True | False:
            return f'constant {value}'
        case -1.5 | 'never':
            return 'minus one and a half'
        case float(f):
            return f'float {f}'
        case _:
            return 'something else'


for value in (0, 1, -7, 'hi', [], (), [5], [1, 2, 3], [9, (8, 7)], {'type': 'circle', 'r': 2, 'c': 'red'}, {'type': 'box'},
              Point(0, 0), Point(0, 5), Point(3, 3), Point(1,
                      2), None, True, -1.5, 2.5, {1}, b'x', 99, {'other': 1}):
    print(describe(value))
match = 1
match match:
    case case:
        print('soft keywords', case)
