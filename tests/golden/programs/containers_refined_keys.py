# Classes that refine str and int, as keys, indices and items.


class Str(str):

    def __str__(self):
        return 'STR'

    def __repr__(self):
        return 'REPR'

    def __eq__(self, o):
        return True

    def __hash__(self):
        return 1


class I1(int):

    def __index__(self):
        return 0

    def __repr__(self):
        return 'I1'

    def __hash__(self):
        return 7

    def __eq__(self, o):
        return False


def f(a, b=2, *c, d, **e):
    return (a, b, c, d, e)


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("{Str('a'): 1}", lambda: {Str('a'): 1})
show("{Str('a'): 1}['a']", lambda: {Str('a'): 1}['a'])
show("{'a': 1}[Str('a')]", lambda: {'a': 1}[Str('a')])
show("{Str('a'): 1}.get('b')", lambda: {Str('a'): 1}.get('b'))
show("[Str('a')]", lambda: [Str('a')])
show("print(Str('a'))", lambda: print(Str('a')))
show("str(Str('a'))", lambda: str(Str('a')))
show("'b' in [Str('a')]", lambda: 'b' in [Str('a')])
show("[Str('a')].index('z')", lambda: [Str('a')].index('z'))
show("{1: 2, Str('x'): 3}", lambda: {1: 2, Str('x'): 3})
show("f'{Str('a')}'", lambda: f'{Str('a')}')
show("f'{Str('a')!r}'", lambda: f'{Str('a')!r}')
show("'%s' % Str('a')", lambda: '%s' % Str('a'))
show("Str('a') + 'b'", lambda: Str('a') + 'b')
show("''.join([Str('a')])", lambda: ''.join([Str('a')]))
show("len({Str('a'), 'a', 'b'})", lambda: len({Str('a'), 'a', 'b'}))
show("{'a': 1, Str('b'): 2}", lambda: {'a': 1, Str('b'): 2})
show("[10, 20][I1(1)]", lambda: [10, 20][I1(1)])
show("I1(5) + 1", lambda: I1(5) + 1)
show("[I1(5)]", lambda: [I1(5)])
show("{I1(5): 1}", lambda: {I1(5): 1})
show("5 in [I1(5)]", lambda: 5 in [I1(5)])
show("I1(5) in [5]", lambda: I1(5) in [5])
show("I1(5) == 5", lambda: I1(5) == 5)
show("range(I1(3))", lambda: range(I1(3)))
show("list(range(I1(3)))", lambda: list(range(I1(3))))
show("[1] * I1(2)", lambda: [1] * I1(2))
show("sum([I1(5)])", lambda: sum([I1(5)]))
show("max(I1(5), 3)", lambda: max(I1(5), 3))
show("sorted([I1(3), 2])", lambda: sorted([I1(3), 2]))
show("{5: 1}.get(I1(5))", lambda: {5: 1}.get(I1(5)))
show("hash(I1(5))", lambda: hash(I1(5)))
show("chr(I1(65))", lambda: chr(I1(65)))
show("hex(I1(255))", lambda: hex(I1(255)))
show("round(I1(5))", lambda: round(I1(5)))
show("'ab'[I1(1)]", lambda: 'ab'[I1(1)])
show("abs(I1(-3))", lambda: abs(I1(-3)))
show("divmod(I1(7), 2)", lambda: divmod(I1(7), 2))
