import random
for seed in (0, 1, -1, 2 ** 70, 1.5, 'text', b'bytes', True, ''):
    random.seed(seed)
    print(repr(seed), random.random(), random.randint(0, 1000))
try:
    random.seed([])
except TypeError as error:
    print(error)
random.seed(5)
first = random.random()
random.seed(5.0)
print(first, random.random())
print(random.Random('a').random(), random.Random(2 ** 200).random(), random.Random(-7).random())
