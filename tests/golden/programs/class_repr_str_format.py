class Both:
    def __repr__(self):
        return 'repr'

    def __str__(self):
        return 'str'

    def __format__(self, spec):
        return f'format<{spec}>'


class OnlyRepr:
    def __repr__(self):
        return '<only repr>'


class Plain:
    pass


b = Both()
print(b, repr(b), str(b), f'{b}', f'{b!r}', f'{b!s:>5}', f'{b:abc}', '{:x}'.format(b), '%s %r' % (b, b))
print([b], (b,), {b: b}, {1: b})
r = OnlyRepr()
print(r, str(r), f'{r}', format(r), f'{r!s:*^15}')
try:
    format(r, '5')
except TypeError as error:
    print(error)


class Bad:
    def __repr__(self):
        return 5


try:
    repr(Bad())
except TypeError as error:
    print(error)
print(str(Plain()).startswith('<__main__.Plain object at 0x'))
print(Plain, int, type(None), Plain.__qualname__, type(Plain))


def outer():
    class Inner:
        def method(self):
            pass
    return Inner


print(outer(), outer().__name__, outer().method.__qualname__)
print(repr(outer().method).split(' at ')[0], repr(len), repr([].append).split(' at ')[0])
print(bool(b), bytes(2), Ellipsis, NotImplemented)
