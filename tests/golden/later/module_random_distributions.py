import random
random.seed(42)
print(random.gauss(0, 1), random.gauss(10, 2), random.normalvariate(0, 1), random.expovariate(1.5))
print(random.triangular(0, 10, 3), random.betavariate(2, 3), random.lognormvariate(0, 0.5),
      random.paretovariate(3))
print(random.weibullvariate(1, 2), random.vonmisesvariate(0, 4), random.gammavariate(2, 1),
      random.randbytes(4))
print([random.gauss() for _ in range(4)], random.binomialvariate(10, 0.5), random.getrandbits(0))
