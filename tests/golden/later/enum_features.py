from enum import Enum, Flag, IntEnum, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def describe(self):
        return f'{self.name} is {self.value}'


class State(StrEnum):
    IDLE = auto()
    BUSY = auto()


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color['GREEN'],
      Color.CRIMSON is Color.RED)
print(list(Color), len(Color), Color.RED.describe(), Color.RED == Color.RED, Color.RED == 1,
      Color.RED in Color, isinstance(Color.RED, Color))
print(State.IDLE, repr(State.BUSY), State.IDLE == 'idle', f'{State.BUSY}', State('busy'), State.IDLE.upper())
print(Level.LOW < Level.HIGH, Level.HIGH + 1, f'{Level.LOW}', repr(Level.LOW), sorted(Level, reverse=True))
print(Perm.R | Perm.W, Perm.R in (Perm.R | Perm.X), Perm(7), (Perm.R | Perm.W) & Perm.W, ~Perm.R,
      bool(Perm(0)))
for wrong in (lambda: Color(9), lambda: Color['BLUE'], lambda: setattr(Color, 'RED', 5), lambda: Color.BLUE):
    try:
        wrong()
    except (ValueError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)
print({Color.RED: 'r'}[Color.RED], Color.__members__.keys(), Enum('Made', 'X Y').Y.value)
