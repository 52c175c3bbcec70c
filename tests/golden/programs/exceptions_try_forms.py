def run(f):
    try:
        print('try')
        f()
    except ValueError as error:
        print('ValueError', error)
    except (KeyError, IndexError) as error:
        print('lookup', type(error).__name__, error)
    except Exception as error:
        print('other', repr(error))
    else:
        print('else')
    finally:
        print('finally')


def raise_(error):
    raise error


run(lambda: None)
run(lambda: int('x'))
run(lambda: {}['key'])
run(lambda: [][1])
run(lambda: raise_(RuntimeError('r')))
run(lambda: raise_(ValueError))
run(lambda: raise_(Exception()))
try:
    error = 'kept?'
    raise ValueError('v')
except ValueError as error:
    pass
try:
    error
except NameError as name_error:
    print(name_error)
try:
    try:
        1 / 0
    finally:
        print('inner finally')
except ZeroDivisionError:
    print('outer')
try:
    raise ValueError('a', 2)
except ValueError as e:
    print(e, e.args, repr(e), str(e))
try:
    raise
except RuntimeError as e:
    print(e)
try:
    raise 'text'
except TypeError as e:
    print(e)
try:
    raise int
except TypeError as e:
    print(e)
try:
    try:
        raise ValueError
    except 'not a class':
        pass
except TypeError as e:
    print(e)


def nothing_matches():
    try:
        raise KeyError('k')
    except ValueError:
        print('no')


try:
    nothing_matches()
except LookupError as e:
    print('as LookupError', repr(e))
