text = 'abcdefgh'
numbers = list(range(10))
print(text[2], text[-1], text[2:5], text[:3], text[5:], text[:], text[::2], text[::-1], text[-3:], text[:-3])
print(text[10:], text[5:2], text[-100:100], text[6:1:-2], text[::-3], text[-1:-4:-1])
print(numbers[1:8:3], numbers[-2::-2], numbers[:0:-1], tuple(numbers)[3:5], range(10)[2:8:2], range(10)[::-1])
numbers[2:4] = ['x', 'y', 'z']
print(numbers)
numbers[:0] = [-1]
numbers[len(numbers):] = ['end']
print(numbers)
numbers[::2] = [0] * 7
print(numbers)
del numbers[3:6]
del numbers[::2]
print(numbers)
numbers[1:1] = [7, 8]
numbers[-1:] = []
print(numbers)
copy = numbers[:]
copy[0] = 'changed'
print(numbers[0], copy[0])
for bad in (lambda: text[8], lambda: numbers[99], lambda: ()[0], lambda: text[::0],
        lambda: text['a':], lambda: range(3)[5]):
    try:
        bad()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
s = slice(1, 5, 2)
print(s, s.start, s.stop, s.step, text[s], s.indices(4), slice(3), slice(None, None, -1).indices(5),
      s == slice(1, 5, 2))
print(b'hello'[1:3], b'hello'[0], bytes(reversed(b'abc')), b'xyz'[::-1])
