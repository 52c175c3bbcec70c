class Base:
    kind = 'base'

    def method(self):
        return 'm'


class Child(Base):
    def __init__(self):
        self.own = 1


c = Child()
print(isinstance(c, Base), isinstance(c, (int, Base)), isinstance(1, int | str),
      isinstance(True, int), issubclass(Child, (int, Base)), issubclass(Child, Child),
      isinstance(None, type(None)), isinstance(int, type))
print(type(c).__name__, type(1), type('a') is str, type(type), type(c) == Child, type([]), type({}),
      type(()), type(1.5), type(True), type(None), type(print), type(len), type(lambda: 0),
      type(c.method), type(Child), type(...), type(range(1)), type({1}), type(b''),
      type(x for x in ()), type(NotImplemented))
print(getattr(c, 'own'), getattr(c, 'none', 'default'), hasattr(c, 'kind'), hasattr(c, 'none'),
      getattr(c, 'method')(), vars(c), callable(c), callable(Child), callable(c.method),
      callable(len), callable(5))
setattr(c, 'x y', 2)
print(getattr(c, 'x y'), c.__dict__, delattr(c, 'own'), vars(c),
      [n for n in dir(c) if not n.startswith('__')],
      [n for n in dir(Child) if not n.startswith('_')])
print(id(c) == id(c), c is c, id(None) == id(None), hash(5), hash(True), hash(0.0),
      hash(None) == hash(None), hash('a') == hash('a'), hash((1, 2)), hash(()), hash((1, (2, 3))),
      hash(2 ** 100), hash(-2), hash(1.5), hash(frozenset()) == hash(frozenset()))
print(repr('a'), ascii('é'), str(5), bool(''), bool('False'), bool([0]), int('5'), abs(-3),
      abs(-2.5), divmod(7, 2), pow(2, 3), pow(2, 3, 5), round(2.567, 1), round(5), len('abc'),
      chr(65), ord('A'), bin(5), oct(8), hex(16))
print(Child.__name__, Child.__bases__, Child.__mro__, c.__class__, c.__module__, Child.__doc__,
      int.__name__, len.__name__, print.__name__, Child.method.__name__,
      type(c).__mro__[1].__name__, int.__mro__, bool.__bases__, object.__bases__)
print(object() != object(), isinstance(object(), object), object.__doc__ is not None,
      bool(object()), [] is not None, slice(1, 2), type(slice(1)), staticmethod, property, super,
      Ellipsis, __name__, __file__, __doc__)
for call in (lambda: getattr(c, 'none'), lambda: vars(5), lambda: isinstance(1, 'a'),
        lambda: issubclass(c, int), lambda: getattr(c, 5), lambda: type(1, 2), lambda: len(c),
        lambda: hash({}), lambda: c(), lambda: setattr(5, 'a', 1), lambda: delattr(c, 'q'),
        lambda: object(1), lambda: Child(1), lambda: object().x, lambda: type('X', 5, {}),
        lambda: int.nothing, lambda: None.x, lambda: print.x, lambda: (lambda: 0).x,
        lambda: c.method.x):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0])
print(dir([])[-3:], 'append' in dir([]), 'upper' in dir(str), sorted(vars(Base))[-2:],
      'c' in globals(), 'Child' in dir())
