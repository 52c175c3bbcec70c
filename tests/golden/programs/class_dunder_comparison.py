class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        print('eq', end=' ')
        return self.parts == other.parts

    def __lt__(self, other):
        print('lt', end=' ')
        return self.parts < other.parts

    def __le__(self, other):
        print('le', end=' ')
        return self.parts <= other.parts

    def __hash__(self):
        return hash(self.parts)

    def __repr__(self):
        return 'v' + '.'.join(map(str, self.parts))


a, b = Version(1, 2), Version(1, 10)
print(a < b, a > b, a <= b, a >= b, a == b, a != b)
print(sorted([b, a]), max(a, b), min(a, b))
print({a: 1}[Version(1, 2)], a in [b, a], [a, b].index(b), len({a, Version(1, 2), b}))
print(1 < 2 < 3 > 2 != 5, 1 < 3 < 2, not 1 > 2)


class Nothing:
    pass


try:
    Nothing() < Nothing()
except TypeError as error:
    print(error)
try:
    a < 5
except AttributeError as error:
    print(error)


class Never:
    def __eq__(self, other):
        return False

    def __bool__(self):
        return False


n = Never()
print(n == n, n != n, n in [n], bool(n), not n, n or 'falsy')


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size


print(bool(Sized(0)), bool(Sized(3)), len(Sized(3)))
try:
    len(Sized(-1))
except ValueError as error:
    print(error)
