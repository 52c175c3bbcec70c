# print writes to whatever object sys.stdout is, piece by piece.
import sys


class Collector:
    def __init__(self):
        self.pieces = []

    def write(self, text):
        self.pieces.append(text)

    def flush(self):
        self.pieces.append("<flush>")


class Loud:
    def __str__(self):
        print("(asked)")
        return "loud"


class Broken:
    def __str__(self):
        raise ValueError("no text")


real = sys.stdout
sys.stdout = Collector()
print("a", 1, None, sep="-", end="!")
print()
print("b", flush=True)
print(Loud(), "after")
collected = sys.stdout.pieces
sys.stdout = real
print(collected)

other = Collector()
print("to the other", file=other)
print(other.pieces)
print("before", Loud(), "after")
try:
    print("written", Broken(), "never")
except ValueError as error:
    print("|", error)
try:
    print("x", file=5)
except AttributeError as error:
    print(error)
sys.stdout = None
print("lost")
sys.stdout = real
print(sys.stdout is sys.__stdout__, sys.stdout.write("text\n"))
del sys.stdout
try:
    print("nowhere")
except RuntimeError as error:
    sys.stdout = real
    print(error)
sys.stderr.write("to stderr\n")
