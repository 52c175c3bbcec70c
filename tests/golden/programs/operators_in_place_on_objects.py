a = [1]
b = a
a += [2]
a += (3, 4)
a *= 2
print(a, b, a is b)
t = (1,)
u = t
t += (2,)
print(t, u)
s = {1, 2}
s |= {3}
s &= {2, 3, 4}
s -= {2}
s ^= {3, 9}
print(s)
d = {'a': 1}
d |= {'b': 2}
d |= [('c', 3)]
print(d, d | {'a': 0}, {'z': 0} | d)
matrix = [[0] * 3 for _ in range(2)]
matrix[1][2] += 5
matrix[0][-1] -= 1
print(matrix)
holder = ([1],)
try:
    holder[0] += [2]
except TypeError as error:
    print(error)
print(holder)


def index():
    print('index evaluated')
    return 0


numbers = [10]
numbers[index()] += 1
print(numbers)


class Box:
    value = 1


box = Box()
box.value += 5
print(box.value, Box.value, vars(box))
text = 'a'
text += 'b'
text *= 2
print(text)
n = 10
n /= 4
n //= 1
n **= 2
print(n)
