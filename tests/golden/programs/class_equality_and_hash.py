class Eq:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, Eq) and self.v == o.v
print(Eq(1) == Eq(1), Eq(1) != Eq(1), Eq(1) != Eq(2), Eq.__hash__, Eq(1) in [Eq(1)])
class EqH(Eq):
    def __hash__(self): return hash(self.v)
print(len({EqH(1), EqH(1), EqH(2)}))
class EqH2(EqH): pass
print(hash(EqH2(7)) == hash(7))
