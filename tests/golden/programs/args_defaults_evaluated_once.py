def collect(item, into=[]):
    into.append(item)
    return into


def counter(start=len('abc')):
    return start


made = []


def note(name):
    made.append(name)
    return name


def f(a=note('a'), *, b=note('b'), c=note('c')):
    return a + b + c


print(collect(1), collect(2), collect(3, []))
print(collect.__defaults__)
print(counter(), made, f(), f(b='x'))
print(f.__defaults__, f.__kwdefaults__)
i = 5
g = lambda x=i: x
i = 6
print(g(), g(1), g.__name__, g.__qualname__)
