def f(a, b, c=3):
    return a, b, c


def g(a, /, b, *, key):
    return a


def h():
    pass


def k(a, b, *, x, y):
    pass


def many(a, b, c, d):
    pass


class C:
    def method(self, a):
        return a


def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


attempt(lambda: f())
attempt(lambda: f(1))
attempt(lambda: f(1, 2, 3, 4))
attempt(lambda: f(1, 2, 3, 4, 5))
attempt(lambda: f(1, 2, d=4))
attempt(lambda: f(1, a=2))
attempt(lambda: f(1, 2, a=2))
attempt(lambda: g(1, 2))
attempt(lambda: g(a=1, b=2, key=3))
attempt(lambda: g(1, key=3))
attempt(lambda: g(1, 2, 3, key=3))
attempt(lambda: h(1))
attempt(lambda: h(x=1))
attempt(lambda: k(1, 2))
attempt(lambda: k(1, 2, x=1))
attempt(lambda: many())
attempt(lambda: many(1))
attempt(lambda: many(1, 2))
attempt(lambda: C().method())
attempt(lambda: C().method(1, 2))
attempt(lambda: C(1))
attempt(lambda: f(*5))
attempt(lambda: f(**5))
attempt(lambda: f(**{1: 2}))
attempt(lambda: f(1, 2, **{'c': 1}, c=2))
attempt(lambda: len())
attempt(lambda: len([], []))
number, nothing, text = 5, None, 'text'
attempt(lambda: number())
attempt(lambda: nothing())
attempt(lambda: text(1))
attempt(lambda: C()())
