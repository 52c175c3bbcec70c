class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x = x; self.y = y
class E: pass
def m(v):
    match v:
        case 0: return 'zero'
        case 1 | 2: return 'one two'
        case -3.5: return 'neg'
        case 'abc': return 'str'
        case None: return 'none'
        case True: return 'true'
        case [a]: return ('1', a)
        case [a, b, *r] if a == 1: return ('2', a, b, r)
        case (x, [y, *_, z]): return ('nest', x, y, z)
        case []: return 'empty'
        case {'k': v, 'n': {'m': q}, **rest}: return ('map', v, q, rest)
        case {'only': 5}: return 'only5'
        case {}: return 'anymap'
        case P(1, y=2): return 'p12'
        case P(x, y): return ('P', x, y)
        case int(n): return ('int', n)
        case str() as s: return ('s', s)
        case E(): return 'E'
        case float(): return 'f'
        case _: return 'other'
for v in [0, 1, 2, -3.5, 'abc', None, True, [7], [1, 2], [1, 2, 3, 4], (5, [6, 7, 8]), [], {'k': 1, 'n': {'m': 2}, 'z': 3}, {'only': 5}, {'only': 6}, {}, P(1, 2), P(3, 4), 99, 'zz', E(), 2.5, b'x', {1,2}, range(2), (1,)]:
    print(repr(v)[:20], m(v) if not isinstance(v, (P, E)) else m(v))
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def a():
    match P(1, 2):
        case P(1, 2, 3): pass
show(a)
def b():
    match 5:
        case int(1, 2): pass
show(b)
def c():
    match P(1,2):
        case P(1, x=3): pass
show(c)
def d():
    match E():
        case E(1): pass
show(d)
def e():
    match 5:
        case m(): pass
show(e)
class Q: __match_args__ = 'x'
def f():
    match Q():
        case Q(1): pass
show(f)
