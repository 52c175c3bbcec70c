class P:
    __slots__ = ('x', 'y')
    def __init__(self): self.x = 1
p = P(); print(p.x, hasattr(p, 'y'), hasattr(p, '__dict__'), P.x, P.__slots__)
class Q(P): pass
q = Q(); q.z = 9; print(q.x, q.z, q.__dict__)
class R(P):
    __slots__ = ('w', '__dict__')
r = R(); r.w = 1; r.any = 2; print(r.w, r.any, r.x)
class Priv:
    __slots__ = ('__a',)
    def __init__(self): self.__a = 3
print(Priv()._Priv__a)
