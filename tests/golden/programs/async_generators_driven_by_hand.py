def show(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__))
class Y:
    def __init__(self, v=None): self.v = v
    def __await__(self):
        return (yield self.v)
def run(c, *sends):
    sends = list(sends)
    v = None
    try:
        while True:
            print('  y', c.send(v))
            v = sends.pop(0) if sends else None
    except StopIteration as e:
        return e.value
async def ag():
    try:
        x = yield 1
        print('x', x)
        await Y('w')
        y = yield 2
        print('y', y)
    except ValueError as e:
        print('VE', e)
        yield 'v'
    finally:
        print('fin')
async def loop():
    async for x in ag():
        print('item', x)
    else:
        print('else')
    return [x async for x in ag()]
print(run(loop()))
async def t1():
    a = ag()
    print(await a.asend(None), await a.asend('A'))
    print(await a.athrow(ValueError('q')))
    try:
        await a.__anext__()
    except StopAsyncIteration as e:
        print('SAI', e.args)
    await a.aclose()
    a = ag(); await a.__anext__(); await a.aclose(); 
    try: await a.__anext__()
    except StopAsyncIteration: print('closed')
    a = ag()
    try: await a.asend(5)
    except TypeError as e: print(e)
    await a.aclose()
    a = ag(); s = a.asend(None); await s
    try: await s
    except RuntimeError as e: print(e)
    try: await a.athrow(KeyError('k'))
    except KeyError as e: print('KE', e)
    c = a.aclose(); await c
    try: await c
    except RuntimeError as e: print(e)
run(t1())
async def ignore():
    try: yield 1
    except GeneratorExit: yield 2
async def t2():
    a = ignore(); await a.__anext__()
    try: await a.aclose()
    except RuntimeError as e: print(e)
    async def st():
        yield 1
        raise StopAsyncIteration(2)
    try:
        async for x in st(): print(x)
    except RuntimeError as e: print(e, repr(e.__cause__))
    async def st2():
        yield 1
        raise StopIteration(2)
    try:
        async for x in st2(): print(x)
    except RuntimeError as e: print(e, repr(e.__cause__))
    print(await anext(ag()), await anext(ag(), 'd'))
    e = ag(); 
    async for _ in e: pass
    print(await anext(e, 'def'))
    try: await anext(e)
    except StopAsyncIteration: print('SAI')
    for bad in (1, [1]):
        try:
            async for x in bad: pass
        except TypeError as e: print(e)
    class A1:
        def __aiter__(self): return 1
    try:
        async for x in A1(): pass
    except TypeError as e: print(e)
    class A2:
        def __aiter__(self): return self
        def __anext__(self): return 5
    try:
        async for x in A2(): pass
    except TypeError as e: print(e, repr(e.__cause__))
    class A3:
        n = 0
        def __aiter__(self): return self
        async def __anext__(self):
            self.n += 1
            if self.n > 3: raise StopAsyncIteration
            await Y('n')
            return self.n
    print([x async for x in A3() if x != 2], {x: 1 async for x in A3()})
run(t2())
a = ag(); s = a.__anext__()
show(lambda: s.send(None))
s = a.__anext__(); print(s.send('b')); s2 = a.__anext__(); show(lambda: s2.send(None)); show(lambda: a.aclose().send(None)); show(lambda: a.athrow(ValueError).send(None)); show(lambda: s.throw(ValueError('z')))
print(a.ag_running, a.ag_frame is None, type(a).__name__, a.__name__)
async def acm():
    class M:
        async def __aenter__(self): print('enter'); return 5
        async def __aexit__(self, *a): print('exit', a[0], a[1]); return a[0] is ValueError
    async with M() as m: print(m)
    async with M() as m, M() as n: raise ValueError('inside')
    try:
        async with M(): raise KeyError('k')
    except KeyError as e: print('KE', e)
    class B: pass
    try:
        async with B(): pass
    except TypeError as e: print(e)
    class B2:
        def __aenter__(self): return 1
        def __aexit__(self, *a): pass
    try:
        async with B2(): pass
    except TypeError as e: print(e)
    try:
        with M(): pass
    except TypeError as e: print(e)
run(acm())
