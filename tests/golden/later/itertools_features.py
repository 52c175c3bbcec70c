import itertools as it
print(list(it.islice(it.count(5, 2), 3)), list(it.islice(it.cycle('ab'), 5)),
      list(it.repeat('x', 3)), list(it.accumulate([1, 2, 3, 4])),
      list(it.accumulate([1, 2, 3], lambda a, b: a * b, initial=10)))
print(list(it.chain('ab', [1])), list(it.chain.from_iterable(['ab', 'c'])),
      list(it.compress('abcd', [1, 0, 1, 0])), list(it.dropwhile(lambda x: x < 3, range(5))),
      list(it.takewhile(lambda x: x < 3, range(5))),
      list(it.filterfalse(lambda x: x % 2, range(5))))
print([(k, list(g)) for k, g in it.groupby('aabbbc')], list(it.pairwise('abcd')),
      list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.zip_longest('ab', 'xyz', fillvalue='-')),
      list(it.batched('abcde', 2)))
print(list(it.product('ab', [1, 2])), list(it.product([0, 1], repeat=2)),
      list(it.permutations('abc', 2)), list(it.combinations('abcd', 2)),
      list(it.combinations_with_replacement('ab', 2)))
a, b = it.tee([1, 2, 3])
print(list(a), next(b), list(b), list(it.islice('abcdef', 1, None, 2)),
      sum(1 for _ in it.permutations(range(4))), next(it.count()))
counter = it.count(1)
print(next(counter), next(counter), dict(zip('ab', it.count())),
      list(map(lambda x, y: x + y, [1, 2], it.repeat(10))))
