number, text, items, pair, nothing = 5, 'abc', [1], (1,), None
cases = [
    lambda: 1 + 'a', lambda: 'a' + 1, lambda: [] + (), lambda: () + [], lambda: {} + {},
    lambda: 'a' - 'b', lambda: None + 1, lambda: 'a' * 'b', lambda: 'a' * 1.5, lambda: [] * [],
    lambda: 1 @ 2, lambda: -'a', lambda: ~1.5, lambda: +[], lambda: 1 < 'a', lambda: [] < (),
    lambda: None > None, lambda: {} <= {}, lambda: 1 in 2, lambda: 1 in 'abc', lambda: number[0],
    lambda: nothing['x'], lambda: number(2), lambda: text['a'], lambda: items['a'], lambda: pair[1.5],
    lambda: {}[[]], lambda: len(5), lambda: iter(5), lambda: abs('x'), lambda: sum(['a']),
    lambda: int([]), lambda: float([]), lambda: round('x'), lambda: ord('ab'), lambda: chr('a'),
    lambda: 1 << 1.0, lambda: 1.5 & 1, lambda: print + 1, lambda: int + 1, lambda: 2 ** 'a',
    lambda: divmod('a', 1), lambda: 3 // None, lambda: 'abc' % 1, lambda: '%d' % 'a', lambda: '%s %s' % 'a',
    lambda: b'a' + 'a', lambda: 'a' + b'a', lambda: isinstance(1, 5), lambda: issubclass(1, int),
    lambda: hash([]), lambda: hash({}), lambda: {[]: 1}, lambda: {1,
            []}, lambda: next([]), lambda: reversed(5),
    lambda: sorted([1, 'a']), lambda: max(1, 'a'), lambda: min(5), lambda: ','.join([1]), lambda: ','.join(5),
    lambda: range('a'), lambda: range(1.5), lambda: [1, 2][None:'a'], lambda: setattr(1, 'a', 2),
]
for number, case in enumerate(cases):
    try:
        print(number, case())
    except TypeError as error:
        print(number, error)
    except Exception as error:
        print(number, type(error).__name__, error)
def put(target, key, value):
    try:
        target[key] = value
    except (TypeError, IndexError, ValueError) as error:
        print(type(error).__name__, error)
put('abc', 0, 'x')
put((1, 2), 0, 'x')
put([1], 5, 'x')
put([1], 'a', 'x')
put(5, 0, 0)
put({}, [], 0)
put(None, 0, 0)
put([1, 2, 3], slice(0, 2), 5)
put([1, 2, 3, 4], slice(0, 4, 2), [1])
try:
    del pair[0]
except TypeError as error:
    print(error)
try:
    del items[3]
except IndexError as error:
    print(error)
