# Sums of floats keep what rounding loses, as long as nothing but numbers is summed.
seed = 5

def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    return (seed >> 33) % n

def num():
    k = rnd(8)
    if k < 3:
        return (rnd(10 ** 6) - 500000) / 10 ** rnd(6)
    if k == 3:
        return float(rnd(10 ** 9)) * 10.0 ** (rnd(40) - 20)
    if k == 4:
        return rnd(1000) - 500
    if k == 5:
        return rnd(2 ** 31) * rnd(2 ** 31) * 10 ** rnd(20)
    if k == 6:
        return bool(rnd(2))
    return -1e+16 if rnd(2) else 1e+16
for i in range(300):
    l = [num() for _ in range(rnd(12))]
    print(repr(sum(l)), repr(sum(l, 0.5)), max(l, default=None), min(l, default=0), sorted(l)[:3])
print(sum([True, True]), sum([True], True), sum([2 ** 62, 2 ** 62, 2 ** 62, -1.5]), sum([1, 2, [3]] if 0 else [1, 2]))
print(sum([[1]], []), sum([(1,), (2,)], ()))

class A:

    def __add__(s, o):
        return 'A+'

    def __radd__(s, o):
        return ('radd', o)
print(sum([A()]), sum([1.5, A()]), sum([A()], 0.5))
for e in (lambda: sum([1, 'a']), lambda: sum([1.5, 'a']), lambda: sum(['a'], '')):
    try:
        e()
    except TypeError as x:
        print(x)
