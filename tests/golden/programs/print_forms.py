import sys
print()
print('a', 'b', 1, None, 2.5, [1], sep='')
print('a', 'b', sep='-', end='!\n')
print('no newline', end='')
print(' continues', flush=True)
print(*range(5), sep=', ')
print('x', sep=None, end=None)
print('to stdout', file=sys.stdout)
print('to stderr', file=sys.stderr)
print('default file', file=None)
print(end='')
print('', '', sep='|')
print('a\tb\\n', 'unicode é 日本 😀', "quote's")
print({'k': (1, [2])}, {1}, b'bytes', True, ..., 1e100, sep='\n')


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append('<flush>')


w = Writer()
print('custom', 1, file=w, flush=True)
print(w.parts)
for call in (lambda: print(sep=5), lambda: print(end=5), lambda: print(nothing=1),
        lambda: print('x', file=5)):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(sys.stdout.write('written\n'), sys.stderr.write('last on stderr\n'))
print(print('nested'))
