class AppError(Exception):
    """Base of ours."""


class NotFound(AppError):
    def __init__(self, name, code=404):
        super().__init__(f'{name} not found')
        self.name = name
        self.code = code


class Custom(AppError):
    def __str__(self):
        return f'custom {self.args}'


class Silent(AppError):
    def __init__(self, value):
        self.value = value


class Both(KeyError, AttributeError):
    pass


for make in (lambda: AppError(), lambda: AppError('text'), lambda: AppError('a', 1), lambda: NotFound('page'),
             lambda: Custom(1, 2), lambda: Silent(5), lambda: Both('b')):
    try:
        raise make()
    except NotFound as e:
        print('NotFound', e, e.code, e.args, repr(e))
    except AppError as e:
        print(type(e).__name__, str(e), repr(e), e.args, isinstance(e, Exception))
    except LookupError as e:
        print('LookupError', str(e), isinstance(e, AttributeError))


class Group(Exception):
    def __init__(self, *errors):
        self.errors = errors

    def __iter__(self):
        return iter(self.errors)


try:
    raise Group(ValueError(1), KeyError(2))
except Group as group:
    print([repr(e) for e in group], repr(group))
print(issubclass(NotFound, AppError), AppError.__mro__[1:3], AppError.__doc__, AppError.__name__)
try:
    NotFound()
except TypeError as e:
    print(e)
