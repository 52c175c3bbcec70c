a, b, c = 1, 2, 3
del a, (b, c)
for name in ('a', 'b', 'c'):
    print(name, name in globals())
numbers = list(range(6))
del numbers[0], numbers[-1], numbers[1:3]
print(numbers)
d = {'x': 1, 'y': {'z': 2}}
del d['x'], d['y']['z']
print(d)


class C:
    pass


o = C()
o.a = o.b = 1
del o.a
print(vars(o))
try:
    del o.a
except AttributeError as error:
    print(error)
try:
    del nothing
except NameError as error:
    print(error)
try:
    del d['nope']
except KeyError as error:
    print(repr(error))


def f():
    x = 1
    del x
    try:
        del x
    except UnboundLocalError as error:
        print(error)


f()
del f
print('f' in globals())
