total = 0
name = 'global'


def add(n):
    global total, created
    total += n
    created = 'made by add'


def shadow():
    name = 'local'
    return name


def unbound():
    try:
        print(name)
    except UnboundLocalError as error:
        print(error)
    name = 'too late'


add(3)
add(4)
print(total, created, shadow(), name)
unbound()
try:
    missing
except NameError as error:
    print(error)


class Scope:
    name = 'class'
    copies = [name for _ in range(2)]

    def method(self):
        return name


print(Scope.copies, Scope().method(), Scope.name)
print([name for name in 'ab'], name)
x = 'module'


def f():
    class C:
        x = x
    return C.x


def g():
    x = 'function'

    class C:
        y = x
    return C.y


print(f(), g())
print(sorted(n for n in globals() if n in ('total', 'created', 'nothing')))


def locals_of():
    a, b = 1, 2
    return locals()


print(locals_of())
