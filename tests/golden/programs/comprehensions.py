print([x * x for x in range(5)], [x for x in range(10) if x % 2 if x > 3])
print([(x, y) for x in range(3) for y in range(x)], [[y for y in range(x)] for x in range(3)])
print({x: x * x for x in range(3)}, {k: v for k, v in [('a', 1), ('a', 2)]}, {x % 3 for x in range(7)})
print(sum(x for x in range(4)), list(x for x in 'ab'), tuple(i for i in (1, 2)),
      max((len(w) for w in ['a', 'bbb']), default=0))
x = 'kept'
print([x for x in range(2)], x)
print([a + b for a, b in zip('ab', 'cd')], [a for a, *_ in ['xyz', 'uv']])
funcs = [lambda: i for i in range(3)]
print([f() for f in funcs])


def outer(n):
    return [n + m for m in range(3)], {n: [n for _ in range(2)]}, list(n * k for k in range(3))


print(outer(10))
print([[row[i] for row in [[1, 2], [3, 4]]] for i in range(2)])
print([x for x in [y for y in range(4)] if x], [*(z for z in 'q')])
print([x if x else None for x in (0, 1)], [not x for x in (0, 1)])


def gen_first_is_eager():
    try:
        g = (x for x in 5)
    except TypeError as error:
        print(error)
    g = (1 / 0 for x in [1])
    print('made')
    try:
        next(g)
    except ZeroDivisionError as error:
        print(error)


gen_first_is_eager()


class C:
    n = 3
    squares = [i * i for i in range(n)]


print(C.squares)
print({**{i: str(i) for i in range(3)}}, {(i, j): i * j for i in range(2) for j in range(2)})
