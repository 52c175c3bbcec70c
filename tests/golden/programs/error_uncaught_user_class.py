class Broken(Exception):
    def __init__(self, part):
        self.part = part

    def __str__(self):
        return f'{self.part} is broken'


def outer():
    inner()


def inner():
    raise Broken('the wheel')


print('before')
outer()
