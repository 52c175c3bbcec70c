class A:
    k = 1
    def m(self): return 'm'
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v
    @staticmethod
    def s(): return 's'
    @classmethod
    def c(cls): return cls.__name__
def get(o): return o.k
def call(o): return o.m()
a = A(); b = A()
print(get(a), get(b)); a.k = 5; print(get(a), get(b)); A.k = 7; print(get(a), get(b)); del a.k; print(get(a))
A.k = property(lambda s: 'prop'); print(get(a), get(b))
A.k = 3; print(get(a))
print(call(a)); a.m = lambda: 'own'; print(call(a), call(b)); del a.m; print(call(a))
A.m = lambda self: 'new'; print(call(a)); del A.m
try: call(a)
except AttributeError as e: print(e)
a.p = 3; print(a.p, a._p)
print(a.s(), A.s(), a.c(), A.c())
class Big:
    def __init__(self):
        for i in range(20): setattr(self, f'a{i}', i)
    def m(self): return 'bm'
def bm(o): return o.m()
x = Big(); y = Big()
for o in (x, y, x, y): print(bm(o), end=' ')
y.m = lambda: 'own'
for o in (x, y, x, y): print(bm(o), end=' ')
del y.m
for o in (x, y): print(bm(o), end=' ')
print()
class S:
    __slots__ = ('q', 'r')
    z = 9
def gq(o): return o.q
s = S(); s.q = 1; print(gq(s), s.z)
try: s.w = 1
except AttributeError as e: print(e)
try: s.r
except AttributeError as e: print(e)
class D:
    def __get__(self, i, o): return ('get', i is None)
    def __set__(self, i, v): print('set', v)
class E: d = D()
e = E(); print(e.d, E.d); e.d = 4; e.__dict__['d'] = 'own'; print(e.d)
class ND:
    def __get__(self, i, o): return 'nd'
class F: d = ND()
f = F(); print(f.d); f.d = 'own'; print(f.d)
class G:
    def __getattr__(self, n): return 'ga ' + n
    def __setattr__(self, n, v): print('sa', n, v); super().__setattr__(n, v)
    def __delattr__(self, n): print('da', n); super().__delattr__(n)
g = G(); print(g.x); g.x = 1; print(g.x); del g.x; print(g.x)
class H:
    def __getattribute__(self, n): return 'H' + n
print(H().foo, H().__class__)
class Base:
    def __init__(self, x): self.x = x
    def f(self): return 'base'
class Der(Base):
    def __init__(self, x, y): super().__init__(x); self.y = y
    def f(self): return 'der ' + super().f()
d = Der(1, 2); print(d.x, d.y, d.f(), vars(d))
import math
print(math.pi, math.sqrt(4)); 
def at(o, n): return getattr(o, n, 'def')
print(at(d, 'x'), at(d, 'nope'), hasattr(d, 'f'))
for t in (A, Base):
    for i in range(3): print(t.__name__, end=' ')
print()
class Cnt:
    n = 0
    def inc(self): self.n += 1; return self.n
c = Cnt(); print([c.inc() for _ in range(3)], Cnt.n)
fn = d.f; print(fn(), fn.__self__ is d, fn.__func__ is Der.f)
def ff(): pass
ff.attr = 1; print(ff.attr, ff.__dict__)
try: (1).x = 2
except AttributeError as e: print(e)
try: None.foo
except AttributeError as e: print(e)
