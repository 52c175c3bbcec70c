# int("…") in all bases, its refusals, and the way back.
def attempt(function, *arguments, **named):
    try:
        print(str(arguments)[:60], named, repr(function(*arguments, **named)))
    except Exception as error:
        print(str(arguments)[:60], named, type(error).__name__, error)


for text in ["12", " -12\n", "+5", "1_000", "_1", "1_", "1__0", "", " ", "-", "0x1f", "abc", "٣٤", "é", "1.5", "1e5", "0" * 30 + "7", "9" * 25]:
    attempt(int, text)
for text, base in [("1f", 16), ("0x1f", 16), ("0x1f", 0), ("0b101", 0), ("0o17", 0), ("017", 0), ("000", 0), ("0b12", 0), ("z", 36), ("Z", 36), ("2", 2), ("12", 1), ("12", 37), ("0x_f", 0), ("1f", 0), ("0b1", 16)]:
    attempt(int, text, base)
attempt(int, 12, 10)
attempt(int, "12", base=8)
attempt(int, base=8)
attempt(int, b"12")
attempt(int, bytearray(b"-7"))
attempt(int, b"x")
attempt(int, 3.99)
attempt(int, -3.99)
attempt(int, 1e30)
attempt(int, float("inf"))
attempt(int, float("nan"))
attempt(int, None)
attempt(int, [1])
attempt(int, 1, 2, 3)
attempt(int, x=1)
attempt(int, "7" * 5000)
attempt(lambda: str(10**5000))
for number in (0, 255, -255, 10**20, -(2**70)):
    print(bin(number), oct(number), hex(number), str(number), repr(number))
for number in (0, 1, -1, 127, -128, 128, 255, 256, -32768, 70000):
    for length in (1, 2, 3):
        for signed in (False, True):
            for order in ("big", "little"):
                try:
                    data = number.to_bytes(length, order, signed=signed)
                    print(number, length, order, signed, data, int.from_bytes(data, order, signed=signed))
                except OverflowError as error:
                    print(number, length, order, signed, error)
attempt((5).to_bytes, 2, "middle")
attempt((5).to_bytes, -1)
attempt(int.from_bytes, [1, 2, 3])
attempt(int.from_bytes, "ab")
