from dataclasses import asdict, astuple, dataclass, field, fields, replace


@dataclass
class Point:
    x: int
    y: int = 0


@dataclass(order=True, frozen=True)
class Item:
    priority: int
    name: str = field(compare=False)
    tags: list = field(default_factory=list, compare=False, repr=False)


@dataclass
class Child(Point):
    z: int = 5
    total: int = field(init=False)

    def __post_init__(self):
        self.total = self.x + self.y + self.z


p = Point(1)
print(p, p == Point(1, 0), p != Point(2), Point(x=3, y=4), repr(p))
print(asdict(p), astuple(p), replace(p, y=9), [f.name for f in fields(p)])
print(sorted([Item(2, 'b'), Item(1, 'z')]), Item(1, 'a') == Item(1, 'b'), Item(1, 'a') < Item(2, 'a'))
try:
    Item(1, 'a').name = 'b'
except AttributeError as error:
    print(type(error).__name__, error)
print(Child(1, 2), hash(Item(1, 'x')) == hash(Item(1, 'y')))
for wrong in (lambda: Point(), lambda: Point(1, 2, 3), lambda: hash(p), lambda: Point(1) < Point(2)):
    try:
        wrong()
    except TypeError as error:
        print(error)


@dataclass(slots=True, kw_only=True)
class Slotted:
    a: int
    b: str = 'b'


s = Slotted(a=1)
print(s)
try:
    s.c = 1
except AttributeError as error:
    print(type(error).__name__)
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as error:
    print(error)
