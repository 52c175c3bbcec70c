class Countdown:
    def __init__(self, start):
        self.current = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.current <= 0:
            raise StopIteration
        self.current -= 1
        return self.current + 1


print(list(Countdown(3)), sum(Countdown(4)), 2 in Countdown(3), max(Countdown(5)), [*Countdown(2)])
for i in Countdown(2):
    print(i)
else:
    print('done')
a, b = Countdown(2)
print(a, b, dict(zip('ab', Countdown(2))), sorted(Countdown(3)), ''.join(map(str, Countdown(3))))


class Iterable:
    def __iter__(self):
        yield 'x'
        yield 'y'


it = iter(Iterable())
print(next(it), next(it), next(it, None), list(Iterable()), list(enumerate(Iterable(), 1)))


class NotIterator:
    def __iter__(self):
        return 5


try:
    iter(NotIterator())
except TypeError as error:
    print(error)
lines = iter(['a', 'b', 'stop', 'c'])
print(list(iter(lambda: next(lines), 'stop')))
numbers = [1, 2, 3]
it = iter(numbers)
numbers.append(4)
print(list(it), next(it, 'exhausted'))
for n in numbers:
    if n == 2:
        numbers.remove(n)
print(numbers)
d = {'a': 1}
try:
    for k in d:
        d[k + 'x'] = 1
except RuntimeError as error:
    print(error)
s = {1, 2}
try:
    for v in s:
        s.add(v + 10)
except RuntimeError as error:
    print(error)
print(list(reversed([1, 2])), list(reversed('ab')), list(reversed(range(3))),
      list(reversed({'a': 1, 'b': 2})))
