# int, str, float, bytes as base classes, objects that convert themselves, and those that do it wrongly.
class I(int):
    def __new__(cls, v, tag='t'):
        self = super().__new__(cls, v); self.tag = tag; return self
    def __repr__(self): return f'I<{int(self)}>'
for v in (0, 5, -7, 10**30, True):
    x = I(v, 'q')
    print(x, repr(x), x.tag, x + 1, type(x + 1).__name__, x == v, hash(x) == hash(v), x * x, -x, abs(x), ~x, x // 3, divmod(x, 4), x ** 2, bool(x), isinstance(x, int), f'{x:>6d}|{x}|{x!r}', '%d %s %r' % (x, x, x), int(x), type(int(x)).__name__, float(x) , [1,2,3][I(1)], {x: 1}[v], x < 3, x.bit_length(), x.real, type(x.real).__name__, round(x), x.__dict__, sorted([I(3), I(1)]), I(2) & True, I(6) << I(2), sum([I(1), I(2)]), range(I(3)), I(65) in {65}, chr(I(65)), 'ab' * I(2), str(x).zfill(4))
class S(str):
    def __new__(cls, v, n=0):
        self = super().__new__(cls, v); self.n = n; return self
    def shout(self): return S(self.upper() + '!', self.n + 1)
for v in ('', 'a', 'abc', 'héé', '中文 字'):
    s = S(v, 3)
    print(s, repr(s), s.n, type(s).__name__, type(s + 'x').__name__, s + 'x', 'x' + s, s.shout(), s.shout().n, s.upper(), type(s.upper()).__name__, type(s[:]).__name__, s[1:], s == v, hash(s) == hash(v), {s: 1}[v], len(s), list(s), s in 'abc', f'{s:>8}', '%s' % s, '{}'.format(s), type(str(s)).__name__, type(s.strip()).__name__, s.strip() is s, ','.join([s, s]), s.replace('zz', ''), type(s.replace('zz','')).__name__, s * 1, type(s*1).__name__, s.encode(), isinstance(s, str), s < 'b', s.split(), s.join(['1','2']), type(''.join([s])).__name__, type(format(s)).__name__, type(s.center(1)).__name__)
class F(float):
    def __new__(cls, v): return super().__new__(cls, v)
    def half(self): return F(self / 2)
for v in (0.0, 1.5, -2.25, float('inf')):
    f = F(v); f.k = 1
    print(f, repr(f), f + 1, type(f + 1).__name__, f.half(), type(f.half()).__name__, f == v, hash(f) == hash(v), f'{f:.2f}', '%g' % f, bool(f), f < 1, -f, abs(f), int(f) if v < 9 else 0, round(F(2.567), 1), f.k, f.is_integer(), f.__dict__, max(f, 0.5), isinstance(f, float), sum([F(1), F(2)]), float(f), type(float(f)).__name__)
class B(bytes): pass
b = B(b'abc'); b.z = 1
print(b, repr(b), b + b'd', type(b + b'd').__name__, b[0], b[1:], b == b'abc', hash(b) == hash(b'abc'), b.z, b.upper(), type(bytes(b)).__name__, B([1,2]), B('é','utf8'))
class BA(bytearray): pass
b = BA(b'abc'); b.z = 1; b.append(100); b += b'x'
print(b, repr(b), b.z, len(b), type(b).__name__, b + b'd')
class T:
    def __index__(self): return 3
    def __int__(self): return 33
    def __float__(self): return 3.5
    def __round__(self, n=None): return ('r', n)
    def __trunc__(self): return 'tr'
    def __floor__(self): return 'fl'
    def __ceil__(self): return 'ce'
    def __bytes__(self): return b'by'
    def __format__(self, s): return f'<{s}>'
    def __str__(self): return 'S'
    def __repr__(self): return 'R'
    def __abs__(self): return 'abs'
    def __divmod__(self, o): return 'dm'
    def __rdivmod__(self, o): return 'rdm'
    def __bool__(self): return False
t = T()
import math
print(int(t), float(t), round(t), round(t, 2), math.trunc(t), math.floor(t), math.ceil(t), bytes(t), f'{t:abc}', f'{t!r:>4}', str(t), '%d %x %s %r' % (t, t, t, t), abs(t), divmod(t, 1), divmod(1, t), bool(t), [0,1,2,3][t], 'a' * t, math.sqrt(t), hex(t), 'abc'.center(t), (5).to_bytes(t), math.gcd(t, 9), '{0:{1}}'.format(7, t))
class BadInt:
    def __int__(self): return 'x'
class BadFloat:
    def __float__(self): return 'x'
class BadIndex:
    def __index__(self): return 'x'
class BadStr:
    def __str__(self): return 5
class BadRepr:
    def __repr__(self): return 5
class BadFormat:
    def __format__(self, s): return 5
class BadBool:
    def __bool__(self): return 5
class BadLen:
    def __len__(self): return -1
class BadHash:
    def __hash__(self): return 'x'
def attempt(f):
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
attempt(lambda: int(BadInt()))
attempt(lambda: float(BadFloat()))
attempt(lambda: [1][BadIndex()])
attempt(lambda: str(BadStr()))
attempt(lambda: repr(BadRepr()))
attempt(lambda: f'{BadFormat()}')
attempt(lambda: bool(BadBool()))
attempt(lambda: len(BadLen()))
attempt(lambda: hash(BadHash()))
attempt(lambda: int(BadIndex()))
attempt(lambda: float(BadIndex()))
attempt(lambda: 'a' * BadIndex())
attempt(lambda: '%d' % BadInt())
attempt(lambda: math.sqrt(BadFloat()))
attempt(lambda: I('x'))
attempt(lambda: F('x'))
attempt(lambda: I([]))
attempt(lambda: int(object()))
attempt(lambda: float(object()))
attempt(lambda: '%d' % object())
attempt(lambda: bytes(object()))
attempt(lambda: hex(1.5))
attempt(lambda: 'abc'[object()])
attempt(lambda: math.floor(object()))
attempt(lambda: round(object()))
attempt(lambda: bytearray(object()))
attempt(lambda: int.__add__(1, 2))
attempt(lambda: str.upper('a'))
attempt(lambda: str.upper(5))
attempt(lambda: int.bit_length('x'))
attempt(lambda: (5).foo)
attempt(lambda: 'x'.foo)
attempt(lambda: float.fromhex('0x1p3'))
attempt(lambda: str.maketrans('a','b'))
attempt(lambda: str.upper)
attempt(lambda: (1).real)
attempt(lambda: int.real);  attempt(lambda: setattr(5, 'x', 1))
attempt(lambda: setattr('a', 'x', 1))
attempt(lambda: setattr(int, 'x', 1))
attempt(lambda: I.from_bytes(b'\x05'))
attempt(lambda: type(I.from_bytes(b'\x05')))
attempt(lambda: type(F.fromhex('0x1p3')));
attempt(lambda: S.maketrans('a','b'))
attempt(lambda: 5 .__class__)
attempt(lambda: int.__name__)
attempt(lambda: True.__repr__())
attempt(lambda: bool.__mro__)
attempt(lambda: bool.__bases__)
try:
    class X(bool): pass
except TypeError as e: print(e)
