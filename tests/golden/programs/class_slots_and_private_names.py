class Slotted:
    __slots__ = ('x', 'y')

    def __init__(self, x):
        self.x = x


s = Slotted(1)
print(s.x, hasattr(s, 'y'))
s.y = 2
print(s.y)
try:
    s.z = 3
except AttributeError as error:
    print(error)
try:
    s.__dict__
except AttributeError as error:
    print(error)
del s.x
try:
    s.x
except AttributeError as error:
    print(error)


class Private:
    __hidden = 'class'

    def __init__(self):
        self.__value = 1
        self.__dunder__ = 2
        self._single = 3

    def get(self):
        return self.__value, self.__hidden

    def __method(self):
        return 'private method'

    def call(self):
        return self.__method()


class Child(Private):
    def __init__(self):
        super().__init__()
        self.__value = 'child'


c = Child()
print(c.get(), c.call(), sorted(vars(c)))
print(c._Private__value, c._Child__value, Private._Private__hidden)
try:
    c.__value
except AttributeError as error:
    print(error)
