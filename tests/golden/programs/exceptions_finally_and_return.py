def override():
    try:
        return 'try'
    finally:
        return 'finally'


def swallow():
    try:
        raise ValueError('lost')
    finally:
        return 'swallowed'


def order():
    try:
        return print('computing') or 'value'
    finally:
        print('finally after computing')


def changed():
    x = 1
    try:
        return x
    finally:
        x = 2


def nested():
    try:
        try:
            raise KeyError('inner')
        finally:
            print('inner finally')
    except KeyError as e:
        print('caught', e)
        return 'from except'
    finally:
        print('outer finally')


def loop():
    for i in range(3):
        try:
            continue
        finally:
            print('f', i)
    while True:
        try:
            break
        finally:
            print('break finally')
    return 'end'


def generator():
    try:
        yield 1
    finally:
        print('generator finally')
        yield 2


def else_raises():
    try:
        pass
    except ValueError:
        print('not here')
    else:
        raise ValueError('from else')
    finally:
        print('finally too')


print(override(), swallow(), order(), changed(), nested(), loop(), list(generator()))
try:
    else_raises()
except ValueError as e:
    print(e)


def deep(n):
    try:
        if n == 0:
            raise RuntimeError('bottom')
        deep(n - 1)
    finally:
        print('unwinding', n)


try:
    deep(3)
except RuntimeError as e:
    print(e)
