t = (1, 2, 3, 2)
print(t, (1,), (), t[0], t[-1], t[1:3], len(t), t.count(2), t.index(2), t.index(2, 2), t + (4,),
      t * 2, 2 in t, tuple('ab'), tuple([1]), tuple(), t == (1, 2, 3, 2), (1, 2) < (1, 3),
      () < (0,), hash((1, 2)) == hash((1, 2)))
print(max(t), min(t), sum(t), sorted(t, reverse=True), list(reversed(t)), (1, (2, [3])), 1,
      (t, t)[1][0], ((1, 2), 3) == ((1, 2), 3), {(1, 'a'): 'v'}[1, 'a'], not (), (0,) and 'truthy',
      t is t[:], *t)
r = range(2, 20, 3)
print(r, len(r), r[1], r[-1], list(r), 5 in r, 6 in r, r.index(8), r.count(8), r.start, r.stop,
      r.step, r[1:3], r[::-1], range(5), list(range(5, 0, -2)), list(range(3, 3)),
      range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), bool(range(0)))
print(list(range(-3, 3)), list(range(10, 0, -3)), sum(range(101)), max(range(5)),
      sorted(range(3), reverse=True), list(reversed(range(0, 10, 3))),
      hash(range(3)) == hash(range(0, 3)), 2.0 in range(5), 'a' in range(5), range(10)[-3:],
      len(range(10 ** 12)), range(10 ** 20)[5], tuple(range(2)), repr(range(1, 2)))
for call in (lambda: t.index(9), lambda: t[9], lambda: range(0, 1, 0), lambda: range(),
        lambda: range(1, 2, 3, 4), lambda: r.index(3), lambda: r[99], lambda: tuple(5),
        lambda: hash(([],)), lambda: t.append(1), lambda: range('1'), lambda: range(1.0),
        lambda: t + [1], lambda: t < 5, lambda: len(range(10 ** 30))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
for i, (a, b) in enumerate([(1, 2), (3, 4)]):
    print(i, a, b)
def swap(a, b): return b, a
x, y = swap(1, 2)
print(x, y, type(swap(1, 2)).__name__, (lambda: (yield))().__class__.__name__, (1, 2)[True],
      [(x, y) for x in range(2) for y in range(2)])
empty = ()
empty += (1,)
print(empty, tuple(x for x in range(3)), (5) == 5, (5,) == (5,), 1 in ((1,),), ((1,),)[0])
