import sys
for argument in ((), (0,), (None,), (3,), ('text',), ((1, 2),), (True,), (2.5,)):
    try:
        sys.exit(*argument)
    except SystemExit as error:
        print(repr(error), repr(error.code), error.args)
try:
    try:
        sys.exit(1)
    except Exception:
        print('never: not an Exception')
    finally:
        print('finally runs')
except BaseException as error:
    print(type(error).__name__, error)
try:
    exit(4)
except SystemExit as error:
    print(error.code)
try:
    raise SystemExit
except SystemExit as error:
    print(error.code)
raise SystemExit(256 + 5)
