def counter():
    count = 0

    def increment(step=1):
        nonlocal count
        count += step
        return count

    def read():
        return count

    return increment, read


increment, read = counter()
other, _ = counter()
print(increment(), increment(), increment(10), read(), other())

late = [lambda: i for i in range(3)]
bound = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in bound])


def outer():
    x = 'outer'

    def middle():
        def inner():
            nonlocal x
            x = x + ' changed'
            return x
        return inner
    return middle()(), x


print(outer())


def shared():
    value = 1

    def get():
        return value
    value = 2
    return get


print(shared()())


def unbound():
    def get():
        return later
    try:
        get()
    except NameError as error:
        print(type(error).__name__, error)
    later = 1
    return get()


print(unbound())


def deleted():
    x = 1
    del x
    try:
        x
    except UnboundLocalError as error:
        print(error)


deleted()
