import types
def show(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__))
class Y:
    def __init__(self, v): self.v = v
    def __await__(self):
        r = yield self.v
        return ('r', r)
async def c():
    x = await Y(1)
    print('x', x)
    try:
        y = await Y(2)
    except ValueError as e:
        print('caught', e)
        y = await Y(3)
    return y
k = c()
print(k.cr_running, k.cr_await, k.cr_frame.f_lineno)
print(k.send(None), k.cr_await is not None, k.cr_suspended)
print(k.send('a'))
print(k.throw(ValueError('v')))
show(lambda: k.send('b'))
show(lambda: k.send(None))
show(lambda: k.throw(ValueError))
k.close()
async def d(): return await c()
k = d()
print(k.send(None))
async def e(): await k
show(lambda: e().send(None))
k.close()
show(lambda: e().send(None))
async def awaits(x): return await x
for bad in (1, 'a', [], None, lambda: 0, g if 0 else (i for i in [])):
    show(lambda: awaits(bad).send(None))
class N:
    def __await__(self): return 5
class C2:
    def __await__(self): return c()
class L:
    def __await__(self): return iter([7, 8])
show(lambda: awaits(N()).send(None))
show(lambda: awaits(C2()).send(None))
q = awaits(L()); print(q.send(None)); show(lambda: q.send(5)); 
q = awaits(L()); print(q.send(None), q.send(None)); show(lambda: q.send(None))
@types.coroutine
def tc():
    z = yield 'tc'
    return z
q = awaits(tc()); print(q.send(None)); show(lambda: q.send('zz'))
async def deep(n):
    if n == 0:
        return await Y('bottom')
    return await deep(n-1)
q = deep(50); print(q.send(None)); show(lambda: q.send(9))
q = deep(50); print(q.send(None)); show(lambda: q.throw(KeyError('k')))
q = deep(3); q.send(None); q.close()
async def never(): pass
never()
print('after never')
x = never()
x = 1
def ff():
    never()
    return 3
ff()
async def recursive():
    await me
me = recursive()
show(lambda: me.send(None))
w = c().__await__()
print(type(w).__name__, next(w), w.send(3))
show(lambda: w.throw(TypeError('t')))
q = c(); show(lambda: q.send(1)); q.close()
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration('itres')
        return self.n
    def send(self, v):
        print('sent', v); return next(self)
    def throw(self, t):
        print('thrown', t); raise StopIteration('thr')
    def close(self): print('closed')
class W:
    def __await__(self): return It()
q = awaits(W()); print(q.send(None), q.send('s')); show(lambda: q.send(None))
q = awaits(W()); print(q.send(None)); show(lambda: q.throw(ValueError('u')))
q = awaits(W()); print(q.send(None)); q.close()
