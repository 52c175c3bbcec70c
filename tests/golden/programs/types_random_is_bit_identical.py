# Every function of random, for seeds of every kind.
import random

for seed in (0, 1, -5, 2**70, "text", "中文", b"bytes", bytearray(b"array"), 1.5, -0.0, True, ""):
    random.seed(seed)
    print(repr(seed), random.random(), random.randint(1, 6), random.randrange(5, 50, 7), random.getrandbits(40), random.uniform(1, 2))
random.seed("old", version=1)
print(random.random())
random.seed(7)
print([random.random() for _ in range(3)], [random.randint(-10, 10**20) for _ in range(3)], [random.randrange(50, 5, -7) for _ in range(3)])
print([random.choice("abc") for _ in range(10)], random.choices([1, 2, 3], k=8), random.choices("abc", weights=[1, 2, 7], k=8), random.choices("abc", cum_weights=[1, 3, 10], k=8))
print(random.sample(range(100), 10), random.sample(range(10**6), 30), random.sample([1, 2, 3], 3), random.sample("ab", counts=[3, 4], k=5))
deck = list(range(20))
random.shuffle(deck)
print(deck, random.getrandbits(0), random.getrandbits(33), random.getrandbits(200), random.randbytes(9))
for name, arguments in [("gauss", (0, 1)), ("gauss", (5, 0.1)), ("gauss", ()), ("normalvariate", (1, 2)), ("lognormvariate", (0, 0.5)), ("expovariate", (1.5,)), ("expovariate", ()), ("vonmisesvariate", (1, 2)), ("vonmisesvariate", (0, 0)), ("gammavariate", (0.5, 1)), ("gammavariate", (1, 2)), ("gammavariate", (3.5, 2)), ("betavariate", (2, 3)), ("paretovariate", (3,)), ("weibullvariate", (1, 1.5)), ("triangular", ()), ("triangular", (1, 5, 2)), ("triangular", (2, 2, 2)), ("binomialvariate", (10, 0.3)), ("binomialvariate", (100, 0.7)), ("binomialvariate", (1000, 0.5)), ("uniform", (5, -5))]:
    print(name, arguments, [getattr(random, name)(*arguments) for _ in range(4)])
state = random.getstate()
first = [random.random(), random.gauss(0, 1)]
random.setstate(state)
print(first == [random.random(), random.gauss(0, 1)], state[0], len(state[1]), state[2])
own = random.Random(42)
print(own.random(), own.randint(1, 100), random.Random("x").random(), isinstance(own, random.Random))


class Constant(random.Random):
    def random(self):
        return 0.25


class Ones(random.Random):
    def getrandbits(self, k):
        return 1


print(Constant(1).randint(1, 10), Constant(1).choice("abcd"), Constant(1).uniform(0, 8), Ones(1).randint(1, 10), Ones(1).choice("abcd"))
for call in [lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.randint(1.5, 3), lambda: random.randint(1), lambda: random.randrange(0), lambda: random.randrange(5, 5), lambda: random.randrange(1, 10, 0), lambda: random.sample([1, 2], 3), lambda: random.sample({1, 2}, 1), lambda: random.choices([1, 2], weights=[1]), lambda: random.choices([1, 2], weights=[0, 0]), lambda: random.choices([1, 2], 3), lambda: random.seed([1]), lambda: random.getrandbits(-1), lambda: random.shuffle("abc"), lambda: random.gammavariate(-1, 1), lambda: random.binomialvariate(5, 2), lambda: random.random(1), lambda: random.choice(), lambda: random.randint(1, 2, 3), lambda: random.uniform(1, b=2, c=3)]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
