def outer():
    x = 1
    def inner():
        nonlocal x
        x += 1
        return x
    def get(): return x
    return inner, get
i, g = outer(); i(); i(); print(g())
fs = [lambda: k for k in range(3)]; print([f() for f in fs])
fs = [lambda k=k: k for k in range(3)]; print([f() for f in fs])
class A:
    y = 5
    z = [q for q in range(2)]
    def m(self): return __class__
    w = (lambda: 3)()
print(A.z, A().m(), A.w)
def f(a, b=[]): b.append(a); return b
print(f(1), f(2), f(3, []))
def deco(n):
    def d(fn):
        def w(*a, **k): return fn(*a, **k) * n
        w.__name__ = fn.__name__
        return w
    return d
@deco(3)
def h(x): return x + 1
print(h(2), h.__name__)
def gen_clos():
    for i in range(3):
        def c(): return i
        yield c
print([c() for c in gen_clos()], [c() for c in list(gen_clos())])
x = 'global'
class B:
    x = 'class'
    def m(self): return x
    print(x)
    del x
    print(x)
print(B().m())
def local_class():
    v = 10
    class L:
        a = v
        def get(self): return v
    v = 20
    return L.a, L().get()
print(local_class())
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
def rec(n): return 1 if n == 0 else n * rec(n - 1)
print(rec(20), rec(30))
def annot(a: int, b: 'str' = 'x', *c: list, d: dict = None, **e) -> float: pass
print(annot.__annotations__, annot.__defaults__, annot.__kwdefaults__)
a, *b, c = range(5); print(a, b, c)
(a, b), c = [1, 2], 3; print(a, b, c)
for i, (j, k) in [(1, (2, 3))]: print(i, j, k)
print([(x, y) for x in range(3) for y in range(x) if x != y], {x: y for x, y in zip('ab', 'cd')}, {x % 2 for x in range(5)})
if (n := 10) > 5: print(n)
print([y := 1, y ** 2], [last := z for z in range(3)], last)
def star(*args, **kwargs): return args, kwargs
print(star(*[1, 2], *(3,), a=1, **{'b': 2}, **{'c': 3}))
print({**{'a': 1}, 'b': 2, **{'a': 3}}, [*range(3), *'ab'], (*[1], 2), {*[1, 2], 3})
def early():
    for i in range(10):
        for j in range(10):
            if j == 3: break
        else: print('no')
        if i == 2: return i, j
print(early())
while False: pass
else: print('while else')
try: pass
except: pass
else: print('try else')
finally: print('finally')
print(f.__code__.co_varnames, rec.__code__.co_argcount, outer.__code__.co_cellvars, i if 0 else '')
global_var = 1
def setg():
    global global_var, newg
    global_var += 1; newg = 'n'
setg(); print(global_var, newg)
def dele():
    q = 1
    del q
    try: q
    except UnboundLocalError as e: print(e)
dele()
print(1 < 2 < 3, 1 < 3 < 2, not 1, None or 'x', 0 and 1, 5 if 0 else 6)
print((lambda: (yield))().send(None))
l = [1, 2, 3]; l[0], l[1] = l[1], l[0]; print(l)
d = {}; d['x'] = d.get('x', 0) + 1; d['x'] += 5; print(d)
class C: v = 1
o = C(); o.v += 1; print(o.v, C.v)
x = y = [] ; x.append(1); print(y)
import sys
print(sys._getframe().f_code.co_name, sys._getframe().f_lineno)
def loc(a, b=2):
    c = 3
    return sorted(locals().items())
print(loc(1))
print(eval if 0 else 'ok')
