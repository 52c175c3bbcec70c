class I(int):
    def __add__(self, o): return I(int(self) + o + 100)
    __radd__ = __add__
    def __repr__(self): return f'I({int(self)})'
i = I(5); i.tag = 'x'
print(i + 1, 1 + i, i * 2, i.tag, type(i + 1), sum([i, 1]), i == 5, hash(i) == hash(5), [10, 20, 30, 40, 50, 60][i])
class St(str):
    def shout(self): return self.upper() + '!'
st = St('hey'); st.n = 1
print(st.shout(), st, repr(st), len(st), st.n, st + 'x', type(st + 'x'), {st: 1}['hey'], isinstance(st, str))
class L(list):
    def __getitem__(self, i): return ('L', super().__getitem__(i))
    def append(self, x): super().append(x * 2)
l = L([1, 2]); l.append(5); l.name = 'n'; print(l, l[0], len(l), l.name, l == [1, 2, 10], list(l), l.__class__, l + [1])
class D(dict):
    def __missing__(self, k): self[k] = k * 2; return self[k]
d = D(a=1); print(d['a'], d['zz'], d, d.get('q'), 'zz' in d)
class T(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def first(self): return self[0]
t = T(3, 4); t.extra = 1; print(t, t.first, t.extra, t == (3, 4), hash(t) == hash((3, 4)))
class F(float): pass
f = F(2.5); f.u = 'm'; print(f, f + 1, f.u, type(f), f == 2.5)
class Fs(frozenset): pass
print(Fs([1, 2]), len(Fs('ab')))
class E(Exception):
    def __init__(self, code, msg='m'): super().__init__(msg); self.code = code
try: raise E(3)
except E as e: print(e, e.code, e.args, repr(e))
class By(bytes): pass
print(By(b'ab'), By(b'ab')[0])
