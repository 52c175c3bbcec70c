class Base:
    def hello(self):
        return ['Base']


class Left(Base):
    def hello(self):
        return ['Left'] + super().hello()


class Right(Base):
    def hello(self):
        return ['Right'] + super().hello()


class Both(Left, Right):
    def hello(self):
        return ['Both'] + super().hello()


class Mixin:
    def extra(self):
        return 'extra'


class Final(Mixin, Both):
    pass


print(Both().hello(), Final().hello(), Final().extra())
print([c.__name__ for c in Final.__mro__], [c.__name__ for c in Final.mro()])
try:
    class Impossible(Base, Left):
        pass
except TypeError as error:
    print(error)
try:
    class Twice(Base, Base):
        pass
except TypeError as error:
    print(error)


class Root:
    def __init__(self, **kwargs):
        print('Root', kwargs)


class A(Root):
    def __init__(self, a=None, **kwargs):
        print('A', a)
        super().__init__(**kwargs)


class B(Root):
    def __init__(self, b=None, **kwargs):
        print('B', b)
        super().__init__(**kwargs)


class C(A, B):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)


C(a=1, b=2, c=3)
