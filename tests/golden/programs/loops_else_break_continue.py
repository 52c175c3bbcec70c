for i in range(5):
    if i == 3:
        break
    if i == 1:
        continue
    print(i)
else:
    print('not reached')
for i in range(2):
    pass
else:
    print('else of for', i)
n = 3
while n:
    n -= 1
    if n == 1:
        continue
    print('n', n)
else:
    print('else of while')
while True:
    n += 1
    if n > 2:
        break
else:
    print('not reached')
for i in []:
    pass
else:
    print('empty', i)


def find(items, wanted):
    for index, item in enumerate(items):
        try:
            if item == wanted:
                return index
            continue
        finally:
            print('checked', item)
    else:
        return -1


print(find('abc', 'b'), find('abc', 'z'))
for i in range(3):
    for j in range(3):
        if j == 1:
            break
        print(i, j)
    else:
        print('inner finished')
    if i == 1:
        break


def loop_with_finally():
    for i in range(3):
        try:
            if i == 1:
                break
        finally:
            print('finally', i)
    while True:
        try:
            return 'returned'
        finally:
            print('leaving')


print(loop_with_finally())
for target in ([0],):
    for target[0] in range(3):
        pass
    print(target)
