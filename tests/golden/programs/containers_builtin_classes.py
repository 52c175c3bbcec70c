# isinstance, issubclass, type, hash and id.


class A:
    """doc"""
    cls = 1

    def __init__(self):
        self.x = 1
        self.y = 2

    def m(self):
        pass

    @property
    def p(self):
        raise AttributeError('inner')

    @staticmethod
    def s():
        return 's'


class B(A):
    __slots__ = ('z',)


a = A()


def loc():
    x = 1
    y = 'b'
    return locals()


b = B()


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("isinstance(a, A)", lambda: isinstance(a, A))
show("isinstance(b, A)", lambda: isinstance(b, A))
show("isinstance(a, (int, (str, A)))", lambda: isinstance(a, (int, (str, A))))
show("isinstance(a, B)", lambda: isinstance(a, B))
show("issubclass(B, A)", lambda: issubclass(B, A))
show("issubclass(A, (int, A))", lambda: issubclass(A, (int, A)))
show("issubclass(bool, int)", lambda: issubclass(bool, int))
show("isinstance(True, int)", lambda: isinstance(True, int))
show("isinstance(1, bool)", lambda: isinstance(1, bool))
show("isinstance(A, type)", lambda: isinstance(A, type))
show("isinstance(a, 'A')", lambda: isinstance(a, 'A'))
show("isinstance(a, [A])", lambda: isinstance(a, [A]))
show("issubclass(a, A)", lambda: issubclass(a, A))
show("isinstance(None, type(None))", lambda: isinstance(None, type(None)))
show("isinstance(len, type(len))", lambda: isinstance(len, type(len)))
show("issubclass(int, 'x')", lambda: issubclass(int, 'x'))
show("isinstance(5, (int, 5))", lambda: isinstance(5, (int, 5)))
show("isinstance('a', (5, str))", lambda: isinstance('a', (5, str)))
show("id(a) == id(a)", lambda: id(a) == id(a))
show("id(a) == id(b)", lambda: id(a) == id(b))
show("hash(a) == hash(a)", lambda: hash(a) == hash(a))
show("hash(a) == hash(b)", lambda: hash(a) == hash(b))
show("hash(1) == hash(1.0) == hash(True)", lambda: hash(1) == hash(1.0) == hash(True))
show("hash('a') == hash('a')", lambda: hash('a') == hash('a'))
show("hash((1, 'a')) == hash((1, 'a'))", lambda: hash((1, 'a')) == hash((1, 'a')))
show("hash(None) == hash(None)", lambda: hash(None) == hash(None))
show("hash(1.5)", lambda: hash(1.5))
show("hash(10 ** 20)", lambda: hash(10 ** 20))
show("hash(-10 ** 20)", lambda: hash(-10 ** 20))
show("hash(float('inf'))", lambda: hash(float('inf')))
show("hash(0.1)", lambda: hash(0.1))
show("hash(1e+300)", lambda: hash(1e+300))
show("hash(-0.5)", lambda: hash(-0.5))
show("hash(2 ** 61)", lambda: hash(2 ** 61))
show("hash(2 ** 61 - 2)", lambda: hash(2 ** 61 - 2))
show("hash(b'') == hash(b'')", lambda: hash(b'') == hash(b''))
show("hash(int) == hash(int)", lambda: hash(int) == hash(int))
show("hash(len) == hash(len)", lambda: hash(len) == hash(len))
show("type(5)", lambda: type(5))
show("type(a)", lambda: type(a))
show("type('N', (A,), {'z': 1})().z", lambda: type('N', (A,), {'z': 1})().z)
show("type('N', (), {})", lambda: type('N', (), {}))
show("type(1, 2)", lambda: type(1, 2))
show("type()", lambda: type())
show("type('N', (5,), {})", lambda: type('N', (5,), {}))
show("type('N', [], {})", lambda: type('N', [], {}))
show("type(5, (), {})", lambda: type(5, (), {}))
show("type(type)", lambda: type(type))
show("int.__name__", lambda: int.__name__)
show("int.__class__", lambda: int.__class__)
show("A.__doc__", lambda: A.__doc__)
show("A.__name__", lambda: A.__name__)
show("A.__mro__", lambda: A.__mro__)
show("B.__bases__", lambda: B.__bases__)
show("a.__class__.__qualname__", lambda: a.__class__.__qualname__)
show("type(None)", lambda: type(None))
show("type(...)", lambda: type(...))
show("type(NotImplemented)", lambda: type(NotImplemented))
show("type(loc)", lambda: type(loc))
show("type(len)", lambda: type(len))
show("type(a.m)", lambda: type(a.m))
show("type([].append)", lambda: type([].append))
show("type(A.m)", lambda: type(A.m))
show("type(int.__add__)", lambda: type(int.__add__))
show("type(1 .__add__)", lambda: type(1 .__add__))
show("type(iter([]))", lambda: type(iter([])))
show("type(range(1))", lambda: type(range(1)))
show("type(slice(1))", lambda: type(slice(1)))
show("type({}.keys())", lambda: type({}.keys()))
show("type(lambda: 0)", lambda: type(lambda: 0))
show("type(type.mro)", lambda: type(type.mro))
show("type(property())", lambda: type(property()))
show("type(super)", lambda: type(super))
show("type((x for x in []))", lambda: type((x for x in [])))
show("object() == object()", lambda: object() == object())
show("type(object())", lambda: type(object()))
show("object(1)", lambda: object(1))
show("object.__new__(A).__class__", lambda: object.__new__(A).__class__)
show("A(1)", lambda: A(1))
show("B(1, 2)", lambda: B(1, 2))
