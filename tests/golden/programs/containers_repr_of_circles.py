# Containers that contain themselves are shown with dots; a failing __repr__ fails them.


class L(list):
    pass


class BadR:

    def __repr__(self):
        raise ValueError('bad repr')


class NR:

    def __repr__(self):
        return 5


rec = [1]
rec.append(rec)


rd = {}
rd['x'] = rd


rt = ([],)
rt[0].append(rt)


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("repr(rec)", lambda: repr(rec))
show("repr(rd)", lambda: repr(rd))
show("repr(rt)", lambda: repr(rt))
show("str([BadR()])", lambda: str([BadR()]))
show("str([NR()])", lambda: str([NR()]))
show("repr([1, 'a', 1.5, None, True, b'x', (1,), {1: 2}, {1}])", lambda: repr([1, 'a', 1.5, None, True, b'x', (1,), {1: 2}, {1}]))
show('str([\'é\', \'\\n\', "\'"])', lambda: str(['é', '\n', "'"]))
show("repr([[]])", lambda: repr([[]]))
show("repr(L([1]))", lambda: repr(L([1])))
show("repr([...])", lambda: repr([...]))
