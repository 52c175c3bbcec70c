def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except TypeError as e:
        print(e)
def f0(): return 0
def f1(a): return a
def f2(a, b=2): return a, b
def f3(a, /, b, *, c): return a, b, c
def f4(a, b, c, d): pass
def f5(*args, k): return args, k
def f6(a, b=1, *args, c, d=4, **kw): return a, b, args, c, d, kw
def f7(a, b, /): pass
def f8(alpha, beta=1, *, gamma=2): pass
show(f0, 1); show(f0, x=1); show(f1); show(f1, 1, 2); show(f1, 1, a=2); show(f1, b=2)
show(f2); show(f2, 1, 2, 3); show(f2, b=1); show(f2, 1, c=3)
show(f3); show(f3, 1); show(f3, 1, 2); show(f3, a=1, b=2, c=3); show(f3, 1, 2, 3); show(f3, 1, 2, 3, c=4); show(f3, 1, b=2, c=3)
show(f4); show(f4, 1); show(f4, 1, 2); show(f4, 1, 2, 3); show(f4, b=1, d=2)
show(f5); show(f5, 1, k=2); show(f5, 1)
show(f6, 1, c=2); show(f6); show(f6, 1, 2, 3, 4, c=5, z=6); show(f6, 1, a=3, c=2)
show(f7, a=1, b=2); show(f7, 1); show(f7, 1, b=2)
show(f8, 1, bta=2); show(f8, 1, gama=2); show(f8, alfa=1); show(f8, 1, zzz=2)
show(f8, 1, 2, 3, 4); show(f8, 1, 2, 3, gamma=4)
class C:
    def m(self, x): return x
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls, x): return x
    def __init__(self, a=0): pass
    def __call__(self, z): return z
c = C()
show(c.m); show(C.m); show(c.m, 1, 2); show(C.s); show(C.c); show(c); show(c, 1); show(C, 1, 2); show(C, b=1)
show(lambda x: x); show((lambda *a, b: 0))
class I:
    def __init__(self): return 5
show(I)
class N: pass
show(N, 1); show(N, a=1)
show(5); show(None); show('a')
try: f1(**{1: 2})
except TypeError as e: print(e)
try: f1(*5)
except TypeError as e: print(e)
try: f1(**5)
except TypeError as e: print(e)
try: f1(a=1, **{'a': 2})
except TypeError as e: print(e)
try: f1(1, *[2, 3], **{'q': 1})
except TypeError as e: print(e)
async def co(a): pass
show(co)
def gen(a): yield
show(gen); show(gen, 1, 2)
def kwonly(*, a, b, c=3): return a,b,c
show(kwonly); show(kwonly, a=1); show(kwonly, 1); show(kwonly, 1, 2, a=1)
def defaults(a, b, c=3, d=4): pass
show(defaults); show(defaults, 1, 2, 3, 4, 5); show(defaults, 1)
