class Data:
    def __get__(self, i, o): return ('data', i is None)
    def __set__(self, i, v): print('set', v)
    def __delete__(self, i): print('del')
class NonData:
    def __get__(self, i, o): return ('nondata', i is None, o.__name__)
class A:
    d = Data(); n = NonData()
    def __getattr__(self, name): return 'getattr ' + name
a = A()
a.__dict__['d'] = 1; a.__dict__['n'] = 2
print(a.d, a.n, A.d, A.n, a.zzz)
a.d = 5; del a.d
class GA:
    def __getattribute__(self, name):
        if name == 'x': return 42
        if name == 'y': raise AttributeError(name)
        return object.__getattribute__(self, name)
    def __getattr__(self, name): return 'fallback ' + name
g = GA(); g.z = 3
print(g.x, g.y, g.z, g.w)
class SA:
    def __setattr__(self, k, v): object.__setattr__(self, k, v * 2)
    def __delattr__(self, k): print('deleting', k); super().__delattr__(k)
s = SA(); s.q = 4; print(s.q); del s.q; print(hasattr(s, 'q'))
