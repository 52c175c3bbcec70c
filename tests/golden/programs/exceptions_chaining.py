def show(error):
    while error is not None:
        print(repr(error), '| cause', repr(error.__cause__), '| context', repr(error.__context__),
              '| suppressed', error.__suppress_context__)
        error = error.__cause__ or error.__context__


try:
    try:
        {}['a']
    except KeyError as error:
        raise ValueError('second')
except ValueError as error:
    show(error)
try:
    try:
        {}['b']
    except KeyError as error:
        raise ValueError('second') from error
except ValueError as error:
    show(error)
try:
    try:
        {}['c']
    except KeyError:
        raise ValueError('second') from None
except ValueError as error:
    show(error)
try:
    raise ValueError('x') from KeyError('made')
except ValueError as error:
    show(error)
try:
    raise ValueError('x') from OSError
except ValueError as error:
    show(error)
try:
    raise ValueError('x') from 5
except TypeError as error:
    print(error)
try:
    try:
        1 / 0
    finally:
        {}['in finally']
except KeyError as error:
    show(error)
try:
    try:
        raise ValueError('kept')
    except ValueError as error:
        try:
            raise KeyError('handled')
        except KeyError:
            pass
        raise
except ValueError as error:
    show(error)
first = ValueError('first')
try:
    try:
        raise first
    except ValueError:
        raise first
except ValueError as error:
    show(error)


def f():
    try:
        raise ValueError('in f')
    except ValueError:
        g()


def g():
    raise TypeError('in g')


try:
    f()
except TypeError as error:
    show(error)
e = ValueError('noted')
e.add_note('a note')
e.add_note('another')
print(e.__notes__, e.with_traceback(None) is e)
