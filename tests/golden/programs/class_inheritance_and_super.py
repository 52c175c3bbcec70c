class Animal:
    def __init__(self, name):
        self.name = name

    def speak(self):
        return f'{self.name} makes {self.sound()}'

    def sound(self):
        return 'a sound'


class Dog(Animal):
    def __init__(self, name, breed):
        super().__init__(name)
        self.breed = breed

    def sound(self):
        return 'woof, not ' + super().sound()


class Puppy(Dog):
    def sound(self):
        return super().sound().replace('woof', 'yip')

    @classmethod
    def make(cls):
        return cls('pup', 'mixed')

    @staticmethod
    def legs():
        return 4


p = Puppy.make()
print(p.speak(), p.breed, p.legs(), Puppy.legs())
print([c.__name__ for c in Puppy.__mro__], Puppy.__bases__[0].__name__, Puppy.__base__.__name__)
print(isinstance(p, Animal), issubclass(Puppy, Animal), issubclass(Animal, Puppy))
print(super(Puppy, p).sound())


class Old(Animal):
    def sound(self):
        return super(Old, self).sound() + '!'


print(Old('o').speak())
try:
    Dog('x')
except TypeError as error:
    print(error)
try:
    super().speak
except RuntimeError as error:
    print(error)
