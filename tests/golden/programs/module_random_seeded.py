import random
print(random.random(), random.random(), random.randint(1, 6), random.randint(1, 100),
      random.uniform(1, 10), random.choice('abcdef'))
random.seed(42)
print([random.random() for _ in range(3)])
print([random.randint(1, 6) for _ in range(20)])
print([random.randrange(10) for _ in range(5)], random.randrange(5, 50, 5),
      random.randrange(10 ** 20), random.randint(-10 ** 30, 10 ** 30))
print(random.uniform(-1, 1), random.uniform(10, 5), random.choice([1, 2, 3]),
      random.choice(range(100)), random.choices('abc', k=5),
      random.choices([1, 2], weights=[1, 9], k=6), random.choices('xy', cum_weights=[3, 4], k=4))
deck = list(range(10))
random.shuffle(deck)
print(deck, random.sample(range(100), 5), random.sample('abcdef', 3), random.sample([1, 2, 3], 3),
      random.sample(['a', 'b'], counts=[3, 2], k=4))
print(random.getrandbits(1), random.getrandbits(40), random.getrandbits(100))
r = random.Random(7)
s = random.Random(7)
print(r.random() == s.random(), r.random(), r.choice('xyz'), random.random())
random.seed(3)
state = random.getstate()
first = [random.random() for _ in range(3)]
random.setstate(state)
print(first == [random.random() for _ in range(3)], first)
for call in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.randrange(0),
        lambda: random.sample([1], 2), lambda: random.sample({1, 2}, 1),
        lambda: random.randint(1.5, 2), lambda: random.randrange(1, 5, 0), lambda: random.choices([]),
        lambda: random.uniform('a', 1), lambda: random.sample([1], -1),
        lambda: random.shuffle((1, 2))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
