# Classes that refine dict and list are used by what they refine, where CPython does so.


class D1(dict):

    def __iter__(self):
        return iter(['z'])

    def keys(self):
        return ['k']

    def __getitem__(self, k):
        return 'got ' + str(k)


class D2(dict):

    def __getitem__(self, k):
        return 'got ' + str(k)

    def get(self, k, d=None):
        return 'get'


class D3(dict):

    def __len__(self):
        return 5

    def __contains__(self, k):
        return True


class L1(list):

    def __iter__(self):
        return iter([9])

    def __len__(self):
        return 7

    def __getitem__(self, i):
        return 'item'

    def append(self, x):
        super().append(x * 2)


class L2(list):

    def __eq__(self, o):
        return True
    __hash__ = None


class L3(list):

    def __bool__(self):
        return False

    def __contains__(self, x):
        return x == 'in'


class Init(list):

    def __init__(self, a, b):
        super().__init__([a, b])


class NoSuper(list):

    def __init__(self, a, b):
        self.a = a


class DInit(dict):

    def __init__(self, **k):
        super().__init__(k)
        self.extra = 1


def f(a, b=2, *c, d, **e):
    return (a, b, c, d, e)


def inplace(l, x):
    l += x
    return l


def show(text, function):
    try:
        print(text, "->", repr(function()).split(" at 0x")[0])
    except BaseException as error:
        print(text, "->", type(error).__name__ + ":", error)


show("dict(D1({'a': 1}))", lambda: dict(D1({'a': 1})))
show("list(D1({'a': 1}))", lambda: list(D1({'a': 1})))
show("{**D1({'a': 1})}", lambda: {**D1({'a': 1})})
show("f(1, d=2, **D1({'x': 1}))", lambda: f(1, d=2, **D1({'x': 1})))
show("D1({'a': 1}).copy()", lambda: D1({'a': 1}).copy())
show("D2({'a': 1})['q']", lambda: D2({'a': 1})['q'])
show("D2({'a': 1}).get('a')", lambda: D2({'a': 1}).get('a'))
show("dict(D2({'a': 1}))", lambda: dict(D2({'a': 1})))
show("'%(a)s' % D2({'a': 1})", lambda: '%(a)s' % D2({'a': 1}))
show("'{a}'.format(**D2({'a': 1}))", lambda: '{a}'.format(**D2({'a': 1})))
show("'{a}'.format_map(D2())", lambda: '{a}'.format_map(D2()))
show("len(D3())", lambda: len(D3()))
show("bool(D3())", lambda: bool(D3()))
show("1 in D3()", lambda: 1 in D3())
show("D3() == {}", lambda: D3() == {})
show("sorted(D1())", lambda: sorted(D1()))
show("[*D1({'a': 1})]", lambda: [*D1({'a': 1})])
show("list(L1([1, 2]))", lambda: list(L1([1, 2])))
show("len(L1([1]))", lambda: len(L1([1])))
show("L1([1, 2])[0]", lambda: L1([1, 2])[0])
show("[*L1([1])]", lambda: [*L1([1])])
show("tuple(L1([1]))", lambda: tuple(L1([1])))
show("sum(L1([1]))", lambda: sum(L1([1])))
show("sorted(L1([3, 1]))", lambda: sorted(L1([3, 1])))
show("[1] + L1([2])", lambda: [1] + L1([2]))
show("L1([1]) + [2]", lambda: L1([1]) + [2])
show("inplace([1], L1([2]))", lambda: inplace([1], L1([2])))
show("repr(L1([1]))", lambda: repr(L1([1])))
show("L1([1, 2]) == [1, 2]", lambda: L1([1, 2]) == [1, 2])
show("bool(L1())", lambda: bool(L1()))
show("L2([1]) == 5", lambda: L2([1]) == 5)
show("[1] == L2()", lambda: [1] == L2())
show("L2() != 5", lambda: L2() != 5)
show("hash(L2())", lambda: hash(L2()))
show("bool(L3([1]))", lambda: bool(L3([1])))
show("'in' in L3()", lambda: 'in' in L3())
show("not L3([1])", lambda: not L3([1]))
show("Init(1, 2)", lambda: Init(1, 2))
show("NoSuper(1, 2)", lambda: NoSuper(1, 2))
show("NoSuper(1, 2).a", lambda: NoSuper(1, 2).a)
show("DInit(a=1)", lambda: DInit(a=1))
show("DInit(a=1).extra", lambda: DInit(a=1).extra)
show("dict(L1())", lambda: dict(L1()))
show("max(L1([5]))", lambda: max(L1([5])))
show("''.join(L1(['a']))", lambda: ''.join(L1(['a'])))
show("set(L1([1]))", lambda: set(L1([1])))
show("dict.fromkeys(L1([1]))", lambda: dict.fromkeys(L1([1])))
show("list(zip(L1(), L1()))", lambda: list(zip(L1(), L1())))
show("list(map(str, L1()))", lambda: list(map(str, L1())))
show("any(L1())", lambda: any(L1()))
show("enumerate(L1()).__next__()", lambda: enumerate(L1()).__next__())
