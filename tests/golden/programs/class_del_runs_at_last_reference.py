class Noisy:
    def __init__(self, name):
        self.name = name
        print('made', name)

    def __del__(self):
        print('gone', self.name)


a = Noisy('a')
b = a
del a
print('still there')
b = None
print('now gone')


def scope():
    local = Noisy('local')
    print('in function')


scope()
print('after function')
things = [Noisy('first'), Noisy('second')]
things.pop(0)
print('popped')
things.clear()
print('cleared')
Noisy('temporary')
x = Noisy('old')
x = Noisy('new')
print('end')
