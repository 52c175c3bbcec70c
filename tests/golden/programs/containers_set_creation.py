# Sets are made of any iterable of hashable things.


class S(set):
    pass


class Bad:

    def __eq__(self, o):
        raise ValueError('bad eq')

    def __hash__(self):
        return 1


class BadH:

    def __hash__(self):
        raise ValueError('bad hash')


class F(frozenset):
    pass


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("{1}", lambda: {1})
show("{1, 2, 3}", lambda: {1, 2, 3})
show("set()", lambda: set())
show("set([1, 2, 2])", lambda: set([1, 2, 2]))
show("set('aab') == {'a', 'b'}", lambda: set('aab') == {'a', 'b'})
show("set(5)", lambda: set(5))
show("set([1], 2)", lambda: set([1], 2))
show("set(x=1)", lambda: set(x=1))
show("S([1])", lambda: S([1]))
show("S()", lambda: S())
show("S('a')", lambda: S('a'))
show("frozenset()", lambda: frozenset())
show("frozenset([1, 2])", lambda: frozenset([1, 2]))
show("F([1])", lambda: F([1]))
show("frozenset(x=1)", lambda: frozenset(x=1))
show("frozenset(1, 2)", lambda: frozenset(1, 2))
show("frozenset(5)", lambda: frozenset(5))
show("F()", lambda: F())
show("{1, 1.0, True}", lambda: {1, 1.0, True})
show("{None, 1}", lambda: {None, 1})
show("{(1, 2), (2, 3), (0, 1)}", lambda: {(1, 2), (2, 3), (0, 1)})
show("{frozenset([1]), frozenset([2, 3])}", lambda: {frozenset([1]), frozenset([2, 3])})
show("{1, 2} == {2, 1}", lambda: {1, 2} == {2, 1})
show("frozenset([1]) == {1}", lambda: frozenset([1]) == {1})
show("{[]}", lambda: {[]})
show("{1, []}", lambda: {1, []})
show("{{}}", lambda: {{}})
show("set([[]])", lambda: set([[]]))
show("{BadH()}", lambda: {BadH()})
show("{Bad(), 1}", lambda: {Bad(), 1})
show("{Bad(), Bad()}", lambda: {Bad(), Bad()})
