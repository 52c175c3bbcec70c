class Base:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw); Base.subs.append((cls.__name__, tag))
    def __class_getitem__(cls, k): return f'{cls.__name__}[{k}]'
class S1(Base, tag='t'): pass
class S2(S1): pass
print(Base.subs, Base[1], S1['x'])
class Name:
    def __set_name__(self, o, n): print('set_name', o.__name__, n)
class U: f = Name(); g = Name()
