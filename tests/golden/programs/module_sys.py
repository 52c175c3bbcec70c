import sys
print(sys.argv, sys.version_info[:2], sys.version_info >= (3, 7), sys.version_info.major,
      sys.maxsize, sys.byteorder, sys.getrecursionlimit(), sys.platform)
print(sys.stdout.write('to stdout\n'))
sys.stderr.write('to stderr\n')
sys.stdout.flush()
print(sys.version.split()[0].startswith('3.13'), sys.maxunicode)
print(sys.exc_info(), sys.stdout.encoding, sys.stdout.isatty())
try:
    raise ValueError('v')
except ValueError:
    print(sys.exc_info()[0], sys.exc_info()[1], sys.exc_info()[2] is not None)
sys.stdout.writelines(['a', 'b', '\n'])
sys.setrecursionlimit(200)


def f(n):
    return f(n + 1)


try:
    f(0)
except RecursionError as error:
    print(error)
print(sys.getrecursionlimit())


class Tee:
    def __init__(self, inner):
        self.inner = inner

    def write(self, text):
        return self.inner.write(text.upper())

    def flush(self):
        self.inner.flush()


original = sys.stdout
sys.stdout = Tee(original)
print('redirected', 'text')
sys.stdout = original
print('restored', sys.stdout is sys.__stdout__)
sys.exit()
