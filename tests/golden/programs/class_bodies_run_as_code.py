class Config:
    print('class body runs')
    values = []
    for i in range(3):
        values.append(i * i)
    if len(values) > 2:
        big = True
    else:
        small = True

    def helper(x):
        return x * 2
    doubled = helper(21)
    del i

    class Nested:
        depth = 2


print(Config.values, Config.big, Config.doubled, hasattr(Config, 'small'), hasattr(Config, 'i'))
print(Config.Nested.depth, Config.Nested.__qualname__, Config.__module__)


def make(name, n):
    class Made:
        label = name

        def get(self):
            return n
    return Made


A, B = make('a', 1), make('b', 2)
print(A.label, A().get(), B.label, B().get(), A is B, A == A)
Dynamic = type('Dynamic', (Config,), {'x': 5, 'double': lambda self: self.x * 2})
print(Dynamic().double(), Dynamic.__name__, Dynamic.big, Dynamic.__bases__)
print([k for k in vars(Config) if not k.startswith('__')])


class Counter:
    total = 0

    def bump(self):
        self.total += 1
        Counter.total += 10


c = Counter()
c.bump()
c.bump()
print(c.total, Counter.total)
