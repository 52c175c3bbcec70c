print(list(zip([1, 2, 3], 'abc')), list(zip()), list(zip([1])), list(zip(range(3), 'ab', [True])),
      dict(zip('ab', (1, 2))), list(zip('ab', 'cd', strict=True)))
for lists in (([1, 2], [1]), ([1], [1, 2]), ([1], [1], [1, 2]), ([], [1])):
    try:
        list(zip(*lists, strict=True))
    except ValueError as error:
        print(error)
print(list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate('ab', start=-1)),
      list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])),
      list(map(None or len, ['a', 'bb'])))
print(list(filter(None, [0, 1, '', 'a', None])), list(filter(lambda x: x > 1, range(4))),
      list(filter(str.isdigit, 'a1b2')), any([]), all([]), any([0, 1]), all([1, 0]),
      any(x > 2 for x in range(5)), all(x for x in (1, 2)))
print(sum([1, 2, 3]), sum([1, 2], 10), sum([], 5), sum([[1], [2]], []), sum((0.5, 1)),
      sum(x for x in range(4)), sum([True, True]), sum([1], start=2), min(3, 1, 2), max([3, 1, 2]),
      max('a', 'b', 'ab'), min([], default='none'), max([], default=None), max([1, -5], key=abs),
      min('bb', 'a', key=len), max((1, 'x'), (1, 'y')), max([1, 1.0]), max('x'))
print(sorted([3, 1, 2]), sorted('bca', reverse=True), sorted({'b': 1, 'a': 2}),
      sorted([(1, 'b'), (1, 'a')]), sorted(['b', 'A'], key=str.lower), sorted([True, False, 2]),
      sorted([]), list(reversed([1, 2, 3])), list(reversed('ab')), list(reversed((1, 2))))
it = iter([1, 2])
print(next(it), next(it), next(it, 'end'), iter(it) is it, list(it))
try:
    next(it)
except StopIteration as error:
    print('StopIteration', error.value, error.args)
for call in (lambda: min(), lambda: max([]), lambda: min(1), lambda: sum('ab'),
        lambda: sum(['a'], ''), lambda: sorted(5), lambda: sorted([1], lambda x: x), lambda: zip(5),
        lambda: list(map(len, 5)), lambda: list(map(len)), lambda: enumerate(), lambda: enumerate(5),
        lambda: filter(None), lambda: any(5), lambda: next(5), lambda: iter(5), lambda: iter(5, 1),
        lambda: reversed({1}), lambda: max(1, 2, default=3), lambda: sum([1, 'a'])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
z = zip('ab', 'cd')
print(next(z), list(z), list(z), type(z).__name__, type(map(str, [])).__name__,
      type(enumerate([])).__name__, type(filter(None, [])).__name__)
print([*map(int, '123')], [*zip(*[(1, 2), (3, 4)])], max(enumerate([3, 9, 2]), key=lambda p: p[1]),
      list(map(pow, [2, 3], [3, 2])), sum(map(len, ['a', 'bb'])), list(iter('ab')),
      len(list(range(0))))
