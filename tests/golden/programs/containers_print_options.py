# print takes sep, end, file and flush.


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("print(1, 2, sep='-', end='!\\n')", lambda: print(1, 2, sep='-', end='!\n'))
show("print(1, sep=5)", lambda: print(1, sep=5))
show("print(1, end=5)", lambda: print(1, end=5))
show("print(1, foo=2)", lambda: print(1, foo=2))
show("print(1, file=5)", lambda: print(1, file=5))
show("print(1, sep=None, end=None)", lambda: print(1, sep=None, end=None))
show("print()", lambda: print())
show("print(flush=True)", lambda: print(flush=True))
show("print('a', flush='x')", lambda: print('a', flush='x'))
