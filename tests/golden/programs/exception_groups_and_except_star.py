try:
    try: raise ExceptionGroup("e", [ValueError(1), KeyError(2), ExceptionGroup("f", [ValueError(3), OSError(4)])])
    except* ValueError as e: print(1, repr(e)); raise
    except* OSError as e: print(2, repr(e))
except BaseException as e: print(repr(e), e.__context__)
try: raise ValueError(5)
except* ValueError as e: print(repr(e))
try:
    try: raise ValueError(5)
    except* KeyError as e: print("no")
except ValueError as e: print("plain", repr(e))
try:
    for i in range(3):
        try: raise ExceptionGroup("", [KeyError(1)])
        except* KeyError: pass
    print("ok")
    try: 1
    except* Exception: print("no")
    else: print("else")
    finally: print("fin")
except Exception as e: print("?", e)
try:
    raise ExceptionGroup("a", [ValueError(1)])
except* (ValueError, TypeError) as e:
    e.exceptions[0].x = 1
    print(e.message, e.exceptions)
try:
    try: raise ValueError
    except* ExceptionGroup: pass
except TypeError as e: print(e)
raise ExceptionGroup("z", [ValueError(1), TypeError(2)])

