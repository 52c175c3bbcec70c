class X:
    def __init__(s, v): s.v = v
    def __lt__(s, o): print('X.lt'); return s.v < o.v
    def __add__(s, o): return NotImplemented
    def __radd__(s, o): return ('X.radd', o)
class Y(X):
    def __radd__(s, o): return 'Y.radd'
    def __gt__(s, o): print('Y.gt'); return True
print(X(1) < X(2), X(1) > X(2), X(1) < Y(0), X(1) + Y(1), 5 + X(1), sorted([X(3), X(1)], key=lambda x: x.v)[0].v)
try: X(1) + X(2)
except TypeError as e: print(e)
class IA:
    def __init__(s): s.l = []
    def __iadd__(s, o): s.l.append(o); return s
ia = IA(); ia += 3; ia += 4; print(ia.l)
class NB:
    def __len__(self): return 0
print(bool(NB()), not NB(), bool(X(0)))
class Call:
    def __call__(self, *a, **k): return (a, k)
print(Call()(1, b=2), callable(Call()), callable(X(1)))
class Ix:
    def __index__(self): return 2
print([1, 2, 3][Ix()], hex(Ix()), range(Ix()), 'abc'[Ix()])
class Fmt:
    def __format__(self, s): return f'<{s}>'
print(f'{Fmt():abc} {Fmt()}', format(Fmt(), 'q'), '{:z}'.format(Fmt()))
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
print(list(Seq()), 4 in Seq(), 5 in Seq(), max(Seq()), [*Seq()], tuple(zip(Seq(), 'ab')))
class Ctx:
    def __enter__(self): print('enter'); return self
    def __exit__(self, t, v, tb): print('exit', t, v); return True
with Ctx() as c: 1/0
