def show(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def g():
    try:
        x = yield 1
        print('got', x)
        y = yield 2
        print('got', y)
        return 'done'
    except ValueError as e:
        print('VE', e)
        yield 99
    finally:
        print('fin')
it = g()
show(lambda: it.send(3))
show(lambda: next(it))
show(lambda: it.send('a'))
show(lambda: it.throw(ValueError('x')))
show(lambda: next(it))
show(lambda: next(it))
it = g(); show(lambda: it.throw(KeyError)); show(lambda: next(it))
it = g(); next(it); show(lambda: it.close()); show(lambda: it.close())
it = g(); next(it); show(lambda: it.throw(TypeError, 'abc'))
it = g(); next(it); show(lambda: it.throw(1))
def ig():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print('ignoring')
            yield 2
            return
i = ig(); next(i); show(i.close); 
def ret():
    try:
        yield 1
    except GeneratorExit:
        return 5
r = ret(); next(r); show(r.close)
def rec():
    yield next(me)
me = rec(); show(lambda: next(me))
def rs():
    yield 1
    raise StopIteration(3)
r = rs(); next(r); show(lambda: next(r))
def outer():
    r = yield from inner()
    print('inner gave', r)
    r = yield from [10, 20]
    print('list gave', r)
    return 'end'
def inner():
    try:
        a = yield 'i1'
        print('inner got', a)
        b = yield 'i2'
    except ValueError:
        print('inner VE')
        yield 'iv'
    return 'res'
o = outer()
print(next(o), o.send('A'), o.throw(ValueError), next(o), next(o))
show(lambda: o.send(5))
show(lambda: next(o))
o = outer(); next(o); print(o.gi_yieldfrom is not None, o.gi_running, o.gi_suspended, o.gi_frame.f_lineno, o.gi_code.co_name)
del o
o = outer(); next(o); o2 = o.gi_yieldfrom
print(next(o2))
show(lambda: next(o2)); 
show(lambda: next(o))
sh = inner()
def a(): yield from sh
A = a(); B = a()
print(next(A)); print(next(B)); show(lambda: next(A)); show(lambda: next(B)); show(lambda: next(A))
print(g, it) if 0 else None
print(type(g()).__name__, g().__name__, g().__qualname__)
x = (i for i in range(3)); print(x.__name__, x.__qualname__, list(x), list(x))
def fin():
    try:
        yield
    finally:
        print('finalised')
f = fin(); next(f); f = None
print('after')
def bad():
    try:
        yield
    finally:
        raise RuntimeError('in close')
b = bad(); next(b); show(b.close)
b = bad(); next(b); 
del b
print('end')
