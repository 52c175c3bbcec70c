# A view shows what its dict holds now; walking over a dict that grows is an error.
stock = {"a": 1, "b": 2}
keys, values, items = stock.keys(), stock.values(), stock.items()
print(keys, values, items)
stock["c"] = 3
del stock["a"]
print(keys, values, items, len(keys), "c" in keys, 3 in values, ("b", 2) in items)
print(list(reversed(keys)), keys & {"b", "x"}, sorted(keys | {"z"}), keys - {"b"}, keys ^ {"c"})
for wrong in (lambda: [stock.update({key * 2: 0}) for key in stock],
              lambda: [stock.pop(key) for key in keys],
              lambda: [stock.setdefault(len(stock)) for _ in items]):
    try:
        wrong()
    except RuntimeError as error:
        print(error, len(stock))
walk = iter(stock)
stock["more"] = 1
try:
    next(walk)
except RuntimeError as error:
    print(error)
stock.clear()
print(keys, values, items, list(walk) if False else "cleared")
numbers = {number: number ** 2 for number in range(5)}
for number in list(numbers):
    if number % 2:
        del numbers[number]
print(numbers, {**numbers, 9: 81}, dict(sorted(numbers.items(), reverse=True)))
print(numbers | {0: "zero"}, min(numbers), max(numbers, key=numbers.get), sum(numbers.values()))
inverse = {value: key for key, value in numbers.items()}
print(inverse, numbers.items() == {(0, 0), (2, 4), (4, 16)}, numbers.keys() == {0, 2, 4})
