class Number:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f'N({self.n})'

    def __add__(self, other):
        return Number(self.n + (other.n if isinstance(other, Number) else other))

    def __radd__(self, other):
        return Number(f'{other}r{self.n}')

    def __sub__(self, other):
        return NotImplemented

    def __iadd__(self, other):
        self.n += 1000
        return self

    def __mul__(self, other):
        return f'mul {other}'

    def __matmul__(self, other):
        return f'matmul {other}'

    def __neg__(self):
        return Number(-self.n)

    def __pos__(self):
        return 'pos'

    def __invert__(self):
        return 'invert'

    def __abs__(self):
        return 'abs'

    def __divmod__(self, other):
        return 'divmod'

    def __pow__(self, other, modulus=None):
        return f'pow {other} {modulus}'

    def __rpow__(self, other):
        return f'rpow {other}'

    def __lshift__(self, other):
        return 'lshift'

    def __rrshift__(self, other):
        return 'rrshift'

    def __and__(self, other):
        return 'and'

    def __or__(self, other):
        return 'or'

    def __xor__(self, other):
        return 'xor'

    def __truediv__(self, other):
        return 'truediv'

    def __floordiv__(self, other):
        return 'floordiv'

    def __mod__(self, other):
        return 'mod'

    def __int__(self):
        return 42

    def __float__(self):
        return 4.2

    def __index__(self):
        return 2

    def __round__(self, digits=None):
        return f'round {digits}'


a, b = Number(1), Number(2)
print(a + b, a + 5, 5 + a, -a, +a, ~a, abs(a))
print(a * 2, a @ 3, a ** 2, pow(a, 2, 3), 2 ** a, a << 1, 1 >> a)
print(a & 1, a | 1, a ^ 1, a / 1, a // 1, a % 1, divmod(a, 1))
print(int(a), float(a), [10, 20, 30][a], round(a), round(a, 2), hex(a), 'xy' * a)
c = a
c += 1
print(c, c is a)
for name, call in [('-', lambda: a - 1), ('r-', lambda: 1 - a), ('r*', lambda: 'x' @ a)]:
    try:
        call()
    except TypeError as error:
        print(name, error)
b *= 3
print(b)
