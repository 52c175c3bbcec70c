class Table:
    def __init__(self):
        self.cells = {}

    def __getitem__(self, key):
        print('get', key)
        return self.cells[key]

    def __setitem__(self, key, value):
        print('set', key, value)
        self.cells[key] = value

    def __delitem__(self, key):
        print('del', key)
        del self.cells[key]

    def __contains__(self, key):
        return key in self.cells

    def __len__(self):
        return len(self.cells)

    def __iter__(self):
        return iter(sorted(self.cells))

    def __reversed__(self):
        return reversed(sorted(self.cells))


t = Table()
t['a'] = 1
t[1, 2] = 'pair'
del t[1, 2]
t['b'] = 2
t['a'] += 10
t[1:2] = 'no'
del t[1:2]
print(t['a'], 'a' in t, 'z' in t, 'z' not in t, len(t), list(t), list(reversed(t)), bool(t))
try:
    t['missing']
except KeyError as error:
    print(repr(error))


class Sequence:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index * index


print(list(Sequence()), 4 in Sequence(), 5 in Sequence(), [*Sequence()])
a, *b = Sequence()
print(a, b)


class Slices:
    def __getitem__(self, item):
        return item


s = Slices()
print(s[1], s[1:2], s[:], s[::2], s[1:2, 3], s[..., None], s[1:'x':[]])


class Default(dict):
    def __missing__(self, key):
        return f'no {key}'


d = Default(a=1)
print(d['a'], d['b'], d.get('b'))
