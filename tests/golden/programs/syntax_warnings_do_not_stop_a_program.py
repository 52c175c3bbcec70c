x = 5
print(x is 5, 'text' is 'text')
print('\d is not an escape')
assert (x, 'always true')
