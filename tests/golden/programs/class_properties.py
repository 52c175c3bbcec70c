class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def degrees(self):
        """The temperature."""
        print('get')
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        print('set', value)
        if value < -273.15:
            raise ValueError('too cold')
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        print('delete')
        del self._degrees

    @property
    def fahrenheit(self):
        return self._degrees * 9 / 5 + 32


class Kelvin(Celsius):
    @property
    def kelvin(self):
        return self.degrees + 273.15

    @property
    def degrees(self):
        return super().degrees

    @degrees.setter
    def degrees(self, value):
        Celsius.degrees.fset(self, value)


c = Celsius(25)
c.degrees = 30
print(c.degrees, c.fahrenheit, Celsius.degrees.__doc__)
try:
    c.degrees = -300
except ValueError as error:
    print(error)
try:
    c.fahrenheit = 1
except AttributeError as error:
    print(error)
try:
    del c.fahrenheit
except AttributeError as error:
    print(error)
del c.degrees
try:
    c.degrees
except AttributeError as error:
    print(error)
print(Kelvin(10).kelvin)


class Computed:
    x = property(lambda self: 'computed', doc='x')


print(Computed().x, Computed.x.__doc__)
