a, b = 1, 2
a, b = b, a
print(a, b)
(c, d), e = (1, 2), 3
[f, [g, h]] = 'ab', 'cd'
print(c, d, e, f, g, h)
first, *middle, last = range(6)
*init, tail = 'abc'
head, *rest = [1]
print(first, middle, last, init, tail, head, rest)
(x, *y), *z = [(1, 2, 3), 4, 5]
print(x, y, z)
m = n = [0]
m.append(1)
print(m, n, m is n)
i = 0
i, values = 1, [10, 20]
values[i], i = i, 5
print(values, i)
for k, (v, w) in {'a': (1, 2), 'b': (3, 4)}.items():
    print(k, v, w)
for number, *others in [(1, 2, 3), (4,)]:
    print(number, others)
print([*range(3), *'ab'], (*[1], 2), {*[1, 2], 3}, {**{'a': 1}, 'b': 2, **{'a': 3}})
print(*[1, 2], *(3,), sep='-')
for bad in (lambda: unpack2([1]), lambda: unpack2([1, 2, 3]), lambda: unpack2(5), lambda: unpack_star([1]),
            lambda: unpack2({}), lambda: unpack2('abc')):
    def unpack2(value):
        a, b = value

    def unpack_star(value):
        a, b, *c = value
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(error)


class P:
    pass


p = P()
p.x, p.y = 1, 2
lst = [0, 0]
lst[0], p.z = 3, 4
print(vars(p), lst)
