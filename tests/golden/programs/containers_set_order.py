# Sets of numbers, None and tuples of them come in the order of their hashes, whatever was done
# to them before.
seed = 12345

def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    return (seed >> 33) % n

def item(kind):
    r = rnd(10) if kind else 0
    span = [10, 60, 1000, 10 ** 6, 2 ** 50, 2 ** 70][rnd(6)]
    x = rnd(2 ** 31) * rnd(2 ** 31) * rnd(2 ** 31) % span - span // 3
    if r == 1:
        return float(x) / 4
    if r == 2:
        return None
    if r == 3:
        return (x, rnd(5))
    if r == 4:
        return frozenset([x, rnd(4)])
    if r == 5:
        return bool(x % 2)
    if r == 6:
        return (None, (x,), 2.5)
    if r == 7:
        return range(x % 7)
    return x
for round in range(60):
    kind = round % 3 == 0
    sets = [set() for _ in range(4)]
    for step in range([10, 40, 200][rnd(3)]):
        a = sets[rnd(4)]
        b = sets[rnd(4)]
        op = rnd(26)
        if op < 8:
            a.add(item(kind))
        elif op < 10:
            a.update([item(kind) for _ in range(rnd(12))])
        elif op == 10 and a:
            a.discard(list(a)[rnd(len(a))])
        elif op == 11 and a:
            a.pop()
        elif op == 12:
            sets[rnd(4)] = a | b
        elif op == 13:
            sets[rnd(4)] = a & b
        elif op == 14:
            sets[rnd(4)] = a - b
        elif op == 15:
            sets[rnd(4)] = a ^ b
        elif op == 16:
            a |= b
        elif op == 17:
            a ^= b
        elif op == 18 and rnd(4) == 0:
            a &= b
        elif op == 19 and rnd(4) == 0:
            a -= b
        elif op == 20:
            sets[rnd(4)] = a.copy()
        elif op == 21:
            sets[rnd(4)] = set(list(a)[::-1])
        elif op == 22:
            a.difference_update([item(kind) for _ in range(rnd(30))])
        elif op == 23:
            a.symmetric_difference_update([item(kind) for _ in range(rnd(8))])
        elif op == 24:
            a.intersection_update(list(a)[::2] + [item(kind)])
        elif op == 25:
            a.update(dict.fromkeys([item(kind) for _ in range(rnd(9))]))
        if rnd(40) == 0:
            a.clear()
    for s in sets:
        print(list(s), s == set(list(s)), a < b, a <= b, a.isdisjoint(b), len(s))
print(seed)
