from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0)
print(d, d.popleft(), d.pop(), len(d), d[0], list(d), d.maxlen, deque('abc').count('a'))
d.rotate(1); print(d); d.extend([7, 8]); d.extendleft([9]); print(d, 9 in d); d.clear(); print(d)
c = Counter('mississippi')
print(c, c['s'], c['z'], c.most_common(2), sum(c.values()), Counter(a=1) + Counter(a=2, b=1),
      Counter('ab') - Counter('a'), sorted(c.elements())[:3])
c.update('sss'); print(c.most_common(1), c.total())
dd = defaultdict(list)
dd['a'].append(1); dd['b']; print(dd, dict(dd), 'z' in dd, defaultdict(int, x=1)['y'])
P = namedtuple('P', 'x y', defaults=[0])
p = P(1)
print(p, p.x, p[1], p._replace(y=5), p._asdict(), P._fields, p == (1, 0), P(*[3, 4]), tuple(p))
o = OrderedDict(a=1, b=2)
o.move_to_end('a'); print(o, o.popitem(last=False), list(o))
m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(m['a'], m['b'], dict(m), len(m))
for wrong in (lambda: deque().pop(), lambda: P(), lambda: setattr(p, 'x', 1), lambda: deque()[0]):
    try:
        wrong()
    except (IndexError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
