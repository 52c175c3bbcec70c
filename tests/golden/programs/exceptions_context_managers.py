class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print('exit', self.name, kind and kind.__name__, value, traceback is None)
        return self.swallow


with Manager('a') as a:
    print(a)
with Manager('b', swallow=True):
    raise ValueError('swallowed')
try:
    with Manager('c'), Manager('d') as d:
        print(d)
        raise KeyError('through')
except KeyError as e:
    print('caught', e)
with (Manager('e') as e, Manager('f', True) as f):
    print(e, f)
    1 / 0


def returns():
    with Manager('r'):
        return 'returned'


def loops():
    for i in range(3):
        with Manager(f'loop{i}'):
            if i == 0:
                continue
            break
    return i


print(returns(), loops())


class ExitRaises(Manager):
    def __exit__(self, *info):
        raise RuntimeError('from exit')


try:
    with ExitRaises('x'):
        raise ValueError('body')
except RuntimeError as error:
    print(error, repr(error.__context__))


class EnterRaises(Manager):
    def __enter__(self):
        raise RuntimeError('from enter')


try:
    with Manager('outer'), EnterRaises('y'):
        print('not reached')
except RuntimeError as error:
    print(error)


class Nothing:
    pass


class Half:
    def __enter__(self):
        pass


for thing in (Nothing(), Half(), 5):
    try:
        with thing:
            pass
    except TypeError as error:
        print(error)
with Manager('tuple') as (x, *y):
    print(x, y)
