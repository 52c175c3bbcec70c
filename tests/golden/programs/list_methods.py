a = [3, 1, 2]
a.append(4); a.extend('xy'); a.extend(range(2)); a.insert(0, 'first'); a.insert(100,
        'last'); a.insert(-1, 'before last')
print(a, len(a), a.index('x'), a.count(1), 'y' in a)
print(a.pop(), a.pop(0), a.pop(-2), a.remove(1), a)
b = a.copy()
b.reverse()
print(b, b == a[::-1], b is a, a.clear(), a)
n = [3, 1, 2, 10, -5]
n.sort(); print(n)
n.sort(reverse=True); print(n)
n.sort(key=abs); print(n, n.sort())
words = ['banana', 'Apple', 'cherry', 'apple', 'Banana']
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True),
      sorted(words, key=lambda w: (len(w), w)))
print(list(), list('abc'), list((1, 2)), list({'k': 1}), list(range(3)), [*'ab'], [[]] * 2,
      [1, 2] + [3], [0] * 3, [1, [2, [3]]])
print([1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [] < [1], [1, 2] != [2, 1], [2] > [1, 9],
      [1, 'a'] == [1, 'a'], [[1], 2] < [[1], 3])
print(n.index(3, 1), n.index(10, -1), [1, 2, 1].index(1, 1), sum([[1], [2]], []), max([1, 5, 3]),
      min(['b', 'a']), [True, 1, 1.0].count(1))
for f in (lambda: n.remove(99), lambda: [].pop(), lambda: n.index(99), lambda: n.pop(50),
          lambda: n.pop('a'), lambda: n.sort(5), lambda: [1, 'a'].sort(), lambda: n.insert(1),
          lambda: n.extend(5),
          lambda: n.append(), lambda: n.index(3,
                  4), lambda: n.nothing, lambda: list(5), lambda: list(1,
                  2), lambda: n.sort(key=5), lambda: n < 5):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
r = [1]
r.append(r)
print(r, r[1] is r, len(r))
m = [[1, 2], [3, 4]]
shallow = m.copy()
shallow[0].append(9)
print(m, list(zip(*m[:2])), [x for row in m for x in row], n * 0, n[:] is n, n[-1:])
stable = sorted([('b', 2), ('a', 2), ('c', 1)], key=lambda p: p[1])
print(stable, sorted(stable, key=lambda p: p[1], reverse=True), sorted([2, 1], key=None),
      [3, 1, 2].__len__(), [1].__contains__(1))
n = list(range(20))
n.sort(key=lambda x: x % 7)
print(n)
try:
    n.sort(key=lambda x: n.append(1) or x)
except ValueError as error:
    print(error)
