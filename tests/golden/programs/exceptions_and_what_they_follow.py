import sys
def show(f, *a):
    try: print(f(*a))
    except BaseException as e:
        t = e.__traceback__; l = []
        while t: l.append((t.tb_frame.f_code.co_name, t.tb_lineno)); t = t.tb_next
        print(type(e).__name__, e, l, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def a():
    try: 1/0
    except ZeroDivisionError as e: raise ValueError('v') from e
show(a)
def b():
    try: 1/0
    except ZeroDivisionError: raise ValueError('v') from None
show(b)
def c():
    try: 1/0
    except ZeroDivisionError: raise
show(c)
def d():
    try:
        try: 1/0
        finally: print('fin')
    except ZeroDivisionError as e:
        try: raise KeyError(1)
        except KeyError: print(sys.exc_info()[0].__name__)
        print(sys.exc_info()[0].__name__)
    print(sys.exc_info())
    raise
show(d)
def e():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print(i)
        finally: print('f', i)
    try: return 'ret'
    finally: print('after ret')
show(e)
def f():
    try: return 1
    finally: return 2
show(f)
def g():
    while True:
        try: raise ValueError
        except ValueError: break
        finally: print('x')
    return sys.exc_info()[0]
show(g)
def h():
    try: raise ValueError('1')
    except (KeyError, ValueError) as e:
        x = e
    return x, 'e' in dir()
show(h)
def i():
    try: raise 5
    except TypeError as e: print(e)
    try: raise ValueError from 5
    except TypeError as e: print(e)
    class X: pass
    try: raise X
    except TypeError as e: print(e)
    try:
        try: 1/0
        except X: pass
    except TypeError as e: print(e, repr(e.__context__))
    try:
        try: 1/0
        except (ValueError, 5): pass
    except TypeError as e: print(e)
show(i)
def j():
    e = ValueError('same')
    try: raise e
    except ValueError:
        try: raise e
        except ValueError as e2: print(e2.__context__)
    def inner(): raise e
    inner()
show(j)
def k():
    try:
        try: raise ValueError(1)
        except ValueError: raise KeyError(2)
    except KeyError as e:
        print(repr(e.__context__))
        raise TypeError(3)
show(k)
def l():
    def gen():
        try: yield 1
        except ValueError as e: print('in gen', repr(e.__context__)); yield sys.exc_info()[0]
        yield sys.exc_info()[0]
    g = gen(); next(g)
    try: 1/0
    except ZeroDivisionError:
        print(g.throw(ValueError('t')))
        print(next(g))
        print(sys.exc_info()[0])
show(l)
def m():
    with open_cm('a') as a, open_cm('b') as b:
        print(a, b)
        raise ValueError('in with')
class open_cm:
    def __init__(self, n): self.n = n
    def __enter__(self): print('enter', self.n); return self.n
    def __exit__(self, t, v, tb): print('exit', self.n, t.__name__ if t else None, v, tb.tb_lineno if tb else None); return self.n == 'a'
show(m)
def n():
    def r(k): return r(k + 1)
    r(0)
try: n()
except RecursionError as e: print(e)
try:
    raise ExceptionGroup('eg', [ValueError(1), KeyError(2), ExceptionGroup('in', [ValueError(3), OSError(4)])])
except* ValueError as eg: print(repr(eg), sys.exc_info()[0])
except* KeyError: print('KE')
except* OSError as eg: print(eg.exceptions)
def o():
    try:
        raise ExceptionGroup('eg', [ValueError(1), KeyError(2)])
    except* ValueError: raise TypeError('new')
show(o)
def p():
    try: raise ValueError('plain')
    except* ValueError as e: print(repr(e))
    try:
        try: raise ExceptionGroup('e', [TypeError(1)])
        except* ExceptionGroup: pass
    except TypeError as e: print(e)
show(p)
x = 1
def q():
    print(x)
    x = 2
show(q)
def r():
    del yy
    yy = 1
show(r)
def s():
    def inner(): return zz
    inner()
    zz = 1
show(s)
show(lambda: undefined_thing)
try:
    del nothing
except NameError as e: print(e, e.name)
def t():
    try: raise ValueError
    except ValueError as e: pass
    return e
show(t)
assert_msg = lambda: None
def u():
    assert 1 == 2, 'msg'
show(u)
def v():
    assert 0
show(v)
