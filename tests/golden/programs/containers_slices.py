# Slices know how they cut.


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("slice(1)", lambda: slice(1))
show("slice(1, 2, 3)", lambda: slice(1, 2, 3))
show("slice()", lambda: slice())
show("slice(1, 2, 3, 4)", lambda: slice(1, 2, 3, 4))
show("slice(1, 10, 2).indices(5)", lambda: slice(1, 10, 2).indices(5))
show("slice(None, None, -1).indices(5)", lambda: slice(None, None, -1).indices(5))
show("slice(1).indices(-1)", lambda: slice(1).indices(-1))
show("slice(1, 2, 0).indices(3)", lambda: slice(1, 2, 0).indices(3))
show("slice('a').indices(3)", lambda: slice('a').indices(3))
show("slice(1, 2) == slice(1, 2)", lambda: slice(1, 2) == slice(1, 2))
show("slice(1, 2) < slice(1, 3)", lambda: slice(1, 2) < slice(1, 3))
show("slice(1).start", lambda: slice(1).start)
show("slice(1).stop", lambda: slice(1).stop)
show("hash(slice(1)) == hash(slice(1))", lambda: hash(slice(1)) == hash(slice(1)))
show("slice(x=1)", lambda: slice(x=1))
show("slice(1).indices('a')", lambda: slice(1).indices('a'))
