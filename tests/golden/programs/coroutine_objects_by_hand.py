class Bare:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        received = yield self.value
        return f'got {received}'


async def two_steps():
    print('step 1')
    first = await Bare('first yield')
    print(first)
    try:
        second = await Bare('second yield')
    except ValueError as error:
        second = f'caught {error}'
    print(second)
    return 'returned'


c = two_steps()
print(type(c).__name__, c.__name__, c.__qualname__)
print(c.send(None))
print(c.send('hello'))
try:
    c.throw(ValueError('thrown'))
except StopIteration as stop:
    print('StopIteration', stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)
d = two_steps()
try:
    d.send('too early')
except TypeError as error:
    print(error)
d.send(None)
d.close()
print('closed')
try:
    iter(d)
except TypeError as error:
    print(error)
try:
    for _ in two_steps():
        pass
except TypeError as error:
    print(error)
d.close()


async def swallows():
    try:
        await Bare(1)
    except GeneratorExit:
        await Bare(2)


s = swallows()
s.send(None)
try:
    s.close()
except RuntimeError as error:
    print(error)


async def stop():
    raise StopIteration('x')


try:
    stop().send(None)
except RuntimeError as error:
    print(error, repr(error.__cause__))
