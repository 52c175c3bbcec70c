# Classes that inherit from containers keep what they do not change.


class Stack(list):
    def __init__(self, *items):
        super().__init__(items)
        self.name = "stack"

    def push(self, item):
        self.append(item)
        return self

    def __repr__(self):
        return f"Stack{list(self)}"


class Counts(dict):
    def __missing__(self, key):
        self[key] = 0
        return 0

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.last = key


class Pair(tuple):
    def __new__(cls, left, right):
        return super().__new__(cls, (left, right))

    @property
    def left(self):
        return self[0]


class Tags(set):
    def add(self, tag):
        super().add(tag.lower())


class Frozen(frozenset):
    pass


stack = Stack(1, 2).push(3)
print(stack, len(stack), stack[1:], stack + [4], type(stack + [4]).__name__, stack.name)
print(stack == [1, 2, 3], isinstance(stack, list), sorted(stack, reverse=True), 3 in stack)
counts = Counts()
for letter in "banana":
    counts[letter] += 1
print(counts, counts.last, counts["x"], counts.get("y"), "y" in counts, type(counts.copy()).__name__)
pair = Pair("l", "r")
print(pair, pair.left, pair == ("l", "r"), hash(pair) == hash(("l", "r")), pair + (1,), len(pair))
left, right = pair
print(left, right, {pair: 1}[("l", "r")])
tags = Tags()
tags.add("Red")
tags.add("RED")
print(tags, tags | {"blue"} == {"red", "blue"}, type(tags | {1}).__name__, "red" in tags)
print(Frozen([1, 2]), Frozen([1]) == {1}, {Frozen([1]): 2}[frozenset([1])])


class Length:
    def __len__(self):
        return 3

    def __getitem__(self, index):
        if index >= 3:
            raise IndexError(index)
        return index * 10


length = Length()
print(list(length), list(reversed(length)), 20 in length, sum(length), tuple(length), bool(length))
print([*length], max(length), dict(enumerate(length)), list(zip(length, length)), set(length))


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.start == 0:
            raise StopIteration("done")
        self.start -= 1
        return self.start


print(list(Countdown(3)), next(Countdown(0), "over"), sorted(Countdown(4)))
first, *rest = Countdown(4)
print(first, rest)
try:
    next(Countdown(0))
except StopIteration as end:
    print("ended:", end.value)
