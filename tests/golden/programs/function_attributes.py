def documented(a: int, b: 'text' = 1, *args: float, c: str = 'c', **kw) -> list:
    """Says what it does."""
    return []


def plain(): pass


print(documented.__name__, documented.__doc__, documented.__annotations__)
print(plain.__doc__, plain.__annotations__, plain.__module__, documented.__defaults__)
plain.calls = 3
print(plain.calls, plain.__dict__)
try:
    plain.missing
except AttributeError as error:
    print(error)
print(callable(plain), type(plain).__name__, type(lambda: 1).__name__, type(print).__name__)


class C:
    def method(self):
        """A method."""
        return self


c = C()
print(C.method.__qualname__, c.method.__name__, c.method.__self__ is c, c.method.__func__ is C.method)
print(c.method == c.method, c.method is c.method, C.method(7))
x: int = 3
y: 'anything'
print(__annotations__, x)
print(plain.__qualname__, C.method.__doc__)
