import sys
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f(a, b):
    print('in f')
    del a
    print('after del a')
    b = D('b2')
    print('after b')
    c = D('c')
f(D('a'), D('b'))
print('--')
D('temp')
x = D('x'); x = D('y'); del x
def g():
    a = D(1); b = D(2); c = D(3)
    return a
r = g(); print('got r'); r = None
def h():
    x = D('h')
    try:
        raise ValueError
    except ValueError as e:
        pass
    print('h end')
h()
def k():
    x = D('k')
    raise ValueError('k')
try: k()
except ValueError as e: print('caught'); 
print('after except')
def cl():
    v = D('v')
    def inner(): return v
    return inner
i = cl(); print('made'); del i
for z in [D('l1'), D('l2')]: print('loop', z.n)
del z
print([d.n for d in [D('q')]])
t = (D('t1'), D('t2')); t = None
d = {'a': D('da'), 'b': D('db')}; d.pop('a'); d.clear()
class W:
    def __enter__(self): return D('w')
    def __exit__(self, *a): print('exit')
with W() as w: print('body')
w = 1
def gen():
    a = D('gen')
    yield 1
    print('unreached')
q = gen(); next(q); q = None
print('lambda', (lambda y: y.n)(D('lam')))
class C:
    d = D('cls')
del C
def rec(n):
    d = D(n)
    if n: rec(n-1)
rec(2)
a = D('swap1'); b = D('swap2'); a, b = b, a; print(a.n, b.n)
a = b = None
print(f"{D('fs').n}")
assert D('as').n
del D.__del__
