# sys.set_int_max_str_digits changes how long an int may be that becomes a text, and back.
import sys


def attempt(function):
    try:
        result = function()
        print(str(result)[:20], len(str(result)))
    except Exception as error:
        print(type(error).__name__, error)


print(sys.get_int_max_str_digits())
attempt(lambda: 10**5000)
sys.set_int_max_str_digits(0)
attempt(lambda: 10**5000)
attempt(lambda: int("7" * 6000))
sys.set_int_max_str_digits(700)
attempt(lambda: 10**699)
attempt(lambda: 10**700)
attempt(lambda: int("7" * 701))
attempt(lambda: f"{10**4300}")
attempt(lambda: "%d" % 10**700)
attempt(lambda: "%x" % 10**700)
attempt(lambda: sys.set_int_max_str_digits(100))
sys.set_int_max_str_digits(maxdigits=4300)
print(sys.get_int_max_str_digits())
