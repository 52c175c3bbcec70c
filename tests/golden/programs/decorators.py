def shout(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs).upper()
    return wrapper


def repeat(times):
    print('repeat', times)

    def decorate(f):
        print('decorate', f.__name__)

        def wrapper(*args):
            return ' '.join(f(*args) for _ in range(times))
        return wrapper
    return decorate


@shout
@repeat(2)
def greet(name):
    return f'hello {name}'


print(greet('ann'), greet.__name__, greet.__qualname__)


def tag(cls):
    cls.tagged = True
    return cls


@tag
class C:
    @staticmethod
    def double(x):
        return 2 * x

    @classmethod
    def make(cls, *args):
        return cls.__name__, args


print(C.tagged, C.double(4), C().double(5), C.make(1, 2), C().make())
register = {}


@lambda f: register.setdefault(f.__name__, f)
def registered():
    return 'ok'


print(register['registered'](), registered is register['registered'])


@(shout if True else None)
def conditional():
    return 'conditional'


print(conditional())
