a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a, a | b, a & b, a - b, a ^ b, b - a, len(a), 3 in a, 9 in a, a == {4, 3, 2, 1}, a != b,
      {1, 2} < a, a <= a, a < a, a > {1}, a >= b)
print(a.union(b, [9]), a.intersection(b, {3}), a.difference([1], [2]), a.symmetric_difference(b),
      a.issubset(range(10)), a.issuperset([1]), a.isdisjoint([7]), a.isdisjoint(b))
c = a.copy()
c.add(10); c.add(1); c.discard(2); c.discard(99); c.remove(3); c.update([20], (21,)); c |= {30}
print(sorted(c), c.pop() in (1, 4, 10, 20, 21, 30), len(c), c is a, set(), {0} or 'x', bool(set()),
      set('hello') == {'h', 'e', 'l', 'o'}, set([1, 1, 2]), set(range(3)))
c.intersection_update(a); print(sorted(c))
c = {1, 2, 3}
c.difference_update([1]); print(c)
c.symmetric_difference_update({3, 4}); print(c, c.clear(), c)
f = frozenset([1, 2])
print(f, f | {3}, {3} | f, type(f | {3}).__name__, type({3} | f).__name__,
      hash(f) == hash(frozenset([2, 1])), {f: 'key'}[frozenset({1, 2})], f == {1, 2}, frozenset(),
      f in {f}, f.union([5]))
print({1, 1.0, True}, {None}, {(1, 2), (1, 2)}, sorted({'b', 'a'}), sum({1, 2}), max({3, 9}),
      len({*range(5), 2}), [x in {1, 2} for x in (1, 5)], {x % 2 for x in range(5)}, list({5}),
      {1, 2} & {2} & {2, 3})
for call in (lambda: a.remove(99), lambda: set().pop(), lambda: {[]}, lambda: a.add([]),
        lambda: set(5), lambda: a | [1], lambda: a - (1,), lambda: hash(a), lambda: a < [1],
        lambda: a[0], lambda: frozenset().add(1), lambda: a + b, lambda: a.nothing, lambda: set(1, 2),
        lambda: {set()}):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print({3, 1, 2}, {10, 5, 7, 0}, {-1, -2}, {100, 1, 50}, set(range(10, 0, -1)), {2 ** 40, 1},
      {True, False}, {0.5, 1, 2})
same = {1, 2}
alias = same
same |= {3}
print(alias, same is alias, isinstance(f, set), isinstance(same, frozenset), type(same),
      {x for x in 'aab'} == set('ab'))
