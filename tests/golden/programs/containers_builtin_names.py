# dir, locals and globals; comparing and iterating what misbehaves.


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


class Slots:
    __slots__ = ('a', 'b')


class DirBad:

    def __dir__(self):
        return ['b', 'a']


class DirBad2:

    def __dir__(self):
        return 5


class Cmp:

    def __lt__(self, o):
        return NotImplemented

    def __eq__(self, o):
        return 'eq'


class NextBad:

    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError('next')


class Hint:

    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        return -5


class Hint2:

    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        raise ValueError('hint')


class Hint3:

    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        return 'a'


class Hint4:

    def __iter__(self):
        return iter([1, 2])

    def __len__(self):
        raise TypeError('len')


class Hint5:

    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        return NotImplemented


a = A()


def loc():
    x = 1
    y = 'b'
    return locals()


def loc2():
    v = 1
    d = locals()
    d['v'] = 2
    return (v, d['v'], locals()['v'])


def glob():
    globals()['newglobal'] = 5
    return newglobal


class B(A):
    __slots__ = ('z',)


b = B()


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("dir(DirBad())", lambda: dir(DirBad()))
show("dir(DirBad2())", lambda: dir(DirBad2()))
show("[x for x in dir(a) if x[0] != '_']", lambda: [x for x in dir(a) if x[0] != '_'])
show("[x for x in dir(A) if x[0] != '_']", lambda: [x for x in dir(A) if x[0] != '_'])
show("[x for x in dir(b) if x[0] != '_']", lambda: [x for x in dir(b) if x[0] != '_'])
show("'append' in dir([])", lambda: 'append' in dir([]))
show("'__len__' in dir(list)", lambda: '__len__' in dir(list))
show("[x for x in dir(Slots()) if x[0] != '_']", lambda: [x for x in dir(Slots()) if x[0] != '_'])
show("dir(5) == dir(int)", lambda: dir(5) == dir(int))
show("sorted(loc())", lambda: sorted(loc()))
show("loc2()", lambda: loc2())
show("glob()", lambda: glob())
show("'a' in globals()", lambda: 'a' in globals())
show("dir(1, 2)", lambda: dir(1, 2))
show("type(dir())", lambda: type(dir()))
show("max(Cmp(), Cmp())", lambda: max(Cmp(), Cmp()))
show("sorted([Cmp(), Cmp()])", lambda: sorted([Cmp(), Cmp()]))
show("Cmp() == 1", lambda: Cmp() == 1)
show("Cmp() in [1]", lambda: Cmp() in [1])
show("[1].count(Cmp())", lambda: [1].count(Cmp()))
show("Cmp() != 1", lambda: Cmp() != 1)
show("list(NextBad())", lambda: list(NextBad()))
show("next(NextBad())", lambda: next(NextBad()))
show("next(NextBad(), 5)", lambda: next(NextBad(), 5))
show("sum(NextBad())", lambda: sum(NextBad()))
show("[*NextBad()]", lambda: [*NextBad()])
show("zip(NextBad()).__next__()", lambda: zip(NextBad()).__next__())
show("dict(NextBad())", lambda: dict(NextBad()))
show("list(Hint())", lambda: list(Hint()))
show("list(Hint2())", lambda: list(Hint2()))
show("list(Hint3())", lambda: list(Hint3()))
show("list(Hint4())", lambda: list(Hint4()))
show("list(Hint5())", lambda: list(Hint5()))
show("tuple(Hint())", lambda: tuple(Hint()))
show("sorted(Hint())", lambda: sorted(Hint()))
