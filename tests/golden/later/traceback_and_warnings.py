import sys
import traceback
import warnings


def outer():
    inner()


def inner():
    raise ValueError('deep')


try:
    outer()
except ValueError as error:
    lines = traceback.format_exc().split('\n')
    print(lines[0], lines[-2], len(lines))
    print(traceback.format_exception_only(error), [f.name for f in traceback.extract_tb(error.__traceback__)])
    traceback.print_exc(file=sys.stdout)
warnings.warn('a warning')
warnings.warn('deprecated', DeprecationWarning)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    warnings.warn('caught', RuntimeWarning)
    print(len(caught), caught[0].category.__name__, caught[0].message)
warnings.simplefilter('error')
try:
    warnings.warn('now an error')
except UserWarning as error:
    print(repr(error))
warnings.filterwarnings('ignore')
warnings.warn('silent')
print('end')
