class Point:
    """A point."""
    dimension = 2
    instances = 0

    def __init__(self, x=0, y=0):
        self.x = x
        self.y = y
        Point.instances += 1

    def __repr__(self):
        return f'Point({self.x}, {self.y})'

    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)

    def moved(self, dx, dy=0):
        return type(self)(self.x + dx, self.y + dy)


p = Point(1, 2)
q = p.moved(1)
print(p, q, p == q, p == Point(1, 2), p != Point(1, 2), p == 5, p != 5)
print(Point.instances, p.dimension, Point.__doc__, Point.__name__, p.__class__ is Point)
p.dimension = 3
print(p.dimension, Point.dimension, vars(p))
p.new = 'attribute'
del p.dimension
print(p.dimension, p.new, hasattr(p, 'z'), getattr(p, 'z', 'default'))
try:
    p.z
except AttributeError as error:
    print(error, error.name, error.obj is p)
try:
    del p.z
except AttributeError as error:
    print(error)
try:
    Point.nothing
except AttributeError as error:
    print(error)
try:
    hash(p)
except TypeError as error:
    print(error)
setattr(p, 'x', 10)
delattr(p, 'new')
print(p, p.__dict__, isinstance(p, Point), issubclass(bool, int))
