class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print('new', name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith('__')), kw)
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name); super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print('call', cls.__name__, a, k); return super().__call__(*a, **k)
    @classmethod
    def __prepare__(m, name, bases, **kw): print('prepare', name, kw); return {'prepared': 1}
    def meth(cls): return 'meta meth ' + cls.__name__
    @property
    def prop(cls): return 'meta prop'
    def __len__(cls): return 7
    def __iter__(cls): return iter([1, 2])
    def __contains__(cls, x): return x == 1
    def __getitem__(cls, k): return ('item', k)
    def __repr__(cls): return f'<Meta {cls.__name__}>'
class M(metaclass=Meta, flag=1):
    x = 1
    def __init__(self, v): self.v = v
m = M(5)
print(m.v, M.meth(), M.prop, len(M), list(M), 1 in M, 2 in M, M['k'], M, M.prepared)
class N(M): y = 2
print(N, type(N), isinstance(N, Meta), N(1).v)
try: m.meth()
except AttributeError as e: print(e)
