d = {'a': 1, 'b': 2, 'c': 3}
print(d, len(d), d['a'], d.get('a'), d.get('z'), d.get('z', 0), 'a' in d, 1 in d, list(d),
      list(d.keys()), list(d.values()), list(d.items()))
d['d'] = 4; d['a'] = 10; d.update({'e': 5}); d.update(f=6, g=7); d.update([('h', 8)]); d.update({}, a=11)
print(d, d.setdefault('a', 0), d.setdefault('z', []), d.pop('b'), d.pop('nope', 'default'), d.popitem(), d)
del d['c']
print(d, d.copy() == d, d.copy() is d, dict(d, x=1), dict([(1, 2)]), dict(a=1), dict(),
      dict(zip('ab', [1, 2])), dict.fromkeys('ab'), dict.fromkeys([1, 2], 0), {**d, 'a': 0})
print(d.keys(), d.values(), d.items(), list(reversed(d)), d.keys() & {'a', 'q'},
      sorted(d.keys() | {'q'}), d.keys() - {'a'} >= {'d'}, ('a', 11) in d.items(),
      d.keys() == dict(d).keys(), 'a' in d.keys(), 5 in d.values())
print({1: 'a', 1.0: 'b', True: 'c'}, {(1, 2): 'tuple'}[1, 2], {None: 0}[None],
      {'a': {'b': {'c': 1}}}['a']['b']['c'], {'x': 1} == {'x': 1.0},
      {'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {'a': 1} != {})
print({'a': 1} | {'b': 2}, {'a': 1} | {'a': 2}, sorted({'b': 1, 'a': 2}), max({'b': 1, 'a': 2}),
      min({'x': 3, 'y': 1}, key={'x': 3, 'y': 1}.get),
      sorted({'b': 1, 'a': 2}.items(), key=lambda kv: kv[1]))
e = {}
e['self'] = e
print(e, bool({}), bool(e), len(e), {k: v for k, v in d.items() if v}, *d, sum({1: 2, 3: 4}), d.clear(), d)
keys = {'one': 1}
view = keys.keys()
keys['two'] = 2
print(view, len(view), list(keys.items()))
for f in (lambda: d['q'], lambda: {}[1, 2], lambda: {}.popitem(), lambda: d.pop('q'),
          lambda: {[]: 1}, lambda: dict(5), lambda: dict([1]), lambda: dict(['abc']),
          lambda: {}.update(5), lambda: d < d, lambda: {}['k'].x, lambda: {} + {},
          lambda: d.nothing, lambda: {{}: 1}, lambda: dict(a=1, **{'a': 2}), lambda: {}.get()):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
order = {'z': 1, 'y': 2}
del order['z']
order['z'] = 3
order['y'] = 9
print(order, list(order)[-1], next(iter(order)))
counts = {}
for letter in 'mississippi':
    counts[letter] = counts.get(letter, 0) + 1
print(counts, {v: k for k, v in counts.items()}, sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))
groups = {}
for word in 'apple bat ant cat'.split():
    groups.setdefault(word[0], []).append(word)
print(groups)
for k in list(groups):
    if k == 'b':
        del groups[k]
print(groups, type(groups).__name__, type(groups.keys()).__name__, type(groups.items()).__name__)
