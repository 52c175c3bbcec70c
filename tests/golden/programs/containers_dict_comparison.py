# Dicts are equal by content, and know no order.


class D(dict):
    pass


class Bad:

    def __eq__(self, o):
        raise ValueError('bad eq')

    def __hash__(self):
        return 1


class BadR:

    def __repr__(self):
        raise ValueError('bad repr')


rd = {}
rd['x'] = rd


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("{1: 2} == {1: 2.0}", lambda: {1: 2} == {1: 2.0})
show("{1: 2} != {1: 3}", lambda: {1: 2} != {1: 3})
show("{1: 2} < {1: 3}", lambda: {1: 2} < {1: 3})
show("{1: 2} == [1]", lambda: {1: 2} == [1])
show("{1: Bad()} == {1: 1}", lambda: {1: Bad()} == {1: 1})
show("rd == rd", lambda: rd == rd)
show("{1: 2} == {2: 1}", lambda: {1: 2} == {2: 1})
show("{1: 2, 3: 4} == {3: 4, 1: 2}", lambda: {1: 2, 3: 4} == {3: 4, 1: 2})
show("1 in {1: 2}", lambda: 1 in {1: 2})
show("[] in {}", lambda: [] in {})
show("len({1: 2})", lambda: len({1: 2}))
show("bool({})", lambda: bool({}))
show("hash({})", lambda: hash({}))
show("{}.foo", lambda: {}.foo)
show("{} + {}", lambda: {} + {})
show("{} - {}", lambda: {} - {})
show("list(reversed({1: 2, 3: 4}))", lambda: list(reversed({1: 2, 3: 4})))
show("list(reversed({1: 2, 3: 4}.items()))", lambda: list(reversed({1: 2, 3: 4}.items())))
show("list(reversed({1: 2, 3: 4}.values()))", lambda: list(reversed({1: 2, 3: 4}.values())))
show("repr({1: 2, 'a': [1]})", lambda: repr({1: 2, 'a': [1]}))
show("repr({BadR(): 1})", lambda: repr({BadR(): 1}))
show("repr({1: BadR()})", lambda: repr({1: BadR()}))
show("str({})", lambda: str({}))
show("repr(D({1: 2}))", lambda: repr(D({1: 2})))
show("dict.get({1: 2}, 1)", lambda: dict.get({1: 2}, 1))
show("dict.get(5, 1)", lambda: dict.get(5, 1))
show("{}.__getitem__(1)", lambda: {}.__getitem__(1))
show("{}.__contains__(1)", lambda: {}.__contains__(1))
show("{1: 2}.__iter__().__next__()", lambda: {1: 2}.__iter__().__next__())
show("{}.__or__(5)", lambda: {}.__or__(5))
show("{1: 2}.__eq__(5)", lambda: {1: 2}.__eq__(5))
show("dict.__getitem__({1: 2}, 1)", lambda: dict.__getitem__({1: 2}, 1))
show("{}.__missing__", lambda: {}.__missing__)
show("{1: 2}.__len__()", lambda: {1: 2}.__len__())
