class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, *args, **kwargs):
        return self.n + sum(args), kwargs


print(Adder(10)(1, 2, x=3), callable(Adder(1)))


class Lazy:
    def __init__(self):
        self.real = 'real'

    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        print('getattr', name)
        return name.upper()


z = Lazy()
print(z.real, z.fake, hasattr(z, '_private'), getattr(z, '_x', 'none'))


class Logged:
    def __setattr__(self, name, value):
        print('setattr', name, value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print('delattr', name)
        super().__delattr__(name)

    def __getattribute__(self, name):
        if name == 'secret':
            return 'shh'
        return super().__getattribute__(name)


g = Logged()
g.x = 1
g.x += 1
del g.x
print(g.secret, hasattr(g, 'x'))


class Descriptor:
    def __set_name__(self, owner, name):
        self.name = name
        print('named', owner.__name__, name)

    def __get__(self, instance, owner):
        return f'{self.name} of {"class" if instance is None else "instance"}'

    def __set__(self, instance, value):
        print('set', self.name, value)


class Owner:
    field = Descriptor()


o = Owner()
o.field = 5
print(o.field, Owner.field)


class Base:
    def __init_subclass__(cls, tag='none', **kwargs):
        super().__init_subclass__(**kwargs)
        cls.tag = tag
        print('subclass', cls.__name__, tag)


class One(Base):
    pass


class Two(Base, tag='two'):
    pass


class Single:
    instance = None

    def __new__(cls, *args):
        print('new', args)
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, *args):
        print('init', args)


print(Single(1) is Single(2))


class NotMine:
    def __new__(cls):
        return 42

    def __init__(self):
        print('never')


print(NotMine())
