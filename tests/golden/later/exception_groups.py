def show(group, depth=0):
    print('  ' * depth + type(group).__name__, group.message)
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            show(error, depth + 1)
        else:
            print('  ' * (depth + 1) + repr(error))


group = ExceptionGroup('top', [ValueError(1), ExceptionGroup('nested', [KeyError('k'),
        ValueError(2)]), OSError('o')])
show(group)
print(group, repr(group)[:60])
show(group.subgroup(ValueError))
matched, rest = group.split((ValueError, KeyError))
show(matched)
show(rest)
try:
    raise group
except* ValueError as errors:
    print('ValueErrors', errors.exceptions)
except* KeyError as errors:
    print('KeyErrors', errors.exceptions)
except* OSError as errors:
    print('OSErrors', errors.exceptions)
try:
    try:
        raise ExceptionGroup('two', [ValueError('v'), TypeError('t')])
    except* ValueError:
        print('handled v')
except ExceptionGroup as left:
    show(left)
try:
    raise ValueError('alone')
except* ValueError as errors:
    print('wrapped', errors.exceptions)
try:
    try:
        raise ExceptionGroup('x', [ValueError('a')])
    except* ValueError:
        raise KeyError('new')
    finally:
        print('finally')
except ExceptionGroup as e:
    show(e)
except KeyError as e:
    print(repr(e))
for wrong in (lambda: ExceptionGroup('m', []), lambda: ExceptionGroup('m', [1]), lambda: ExceptionGroup('m')):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(error)
print(type(BaseExceptionGroup('b', [ValueError()])).__name__)
raise ExceptionGroup('uncaught', [ValueError('v')])
