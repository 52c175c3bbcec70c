def check(condition, *message):
    try:
        if message:
            assert condition, message[0]
        else:
            assert condition
        print('fine')
    except AssertionError as error:
        print(repr(error), str(error))


check(True)
check(1, 'unused')
check(0)
check([], 'empty list')
check(None, {'a': 1})
check('', ValueError('inner'))


def evaluated():
    print('message evaluated')
    return 'message'


assert True, evaluated()
try:
    assert False, evaluated()
except AssertionError as error:
    print(error)
x = 5
assert x > 10, f'x is {x}, not more than 10'
