# bytes and bytearray: the same methods, and what only one of them can.
for kind in (bytes, bytearray):
    for data in [b"", b"a", b"Hello, World", b" \t a b\n\r\n", b"a,b,,c", b"\x00\xff'\"\\\n", b"it's"]:
        value = kind(data)
        print(value, len(value), list(value)[:4], value.hex(), value.hex(":"), value.hex("-", 2))
        print(" ", [getattr(value, name)() for name in "upper lower title capitalize swapcase strip lstrip rstrip split splitlines".split()])
        print(" ", [getattr(value, name)() for name in "isalnum isalpha isascii isdigit islower isspace istitle isupper".split()])
        print(" ", value.split(b","), value.partition(b","), value.rpartition(b"x"), value.replace(b"a", b"<>"), value.find(b"o"), value.count(97), value.startswith((b"a", b"H")))
        print(" ", value[1:3], value[::-1], value + b"!", value * 2, value.center(8, b"*"), value.zfill(5), value.ljust(4), value == data, value < b"b", b"l" in value, 97 in value)
print(bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(range(5)), bytes.fromhex("00 ff 7F"), b"-".join([b"a", bytearray(b"b")]), bytes.maketrans(b"ab", b"xy")[96:100], b"abc".translate(None, b"b"))
array = bytearray(b"abc")
array.append(100)
array.extend([101, 102])
array += b"gh"
array.insert(0, 90)
array[1] = 65
array[2:4] = b"--long--"
del array[0]
array[::2] = bytes(len(array[::2]))
print(array, array.pop(), array.pop(0), len(array))
array.remove(0)
array.reverse()
print(array, array.copy() == array, array.clear(), array)
for call in [lambda: bytes("a"), lambda: bytes(-1), lambda: bytes([256]), lambda: bytes(1.5), lambda: bytes(None), lambda: b"a" + "b", lambda: b"a".find("a"), lambda: b"a".find(300), lambda: b"a".join(["a"]), lambda: b"abc"[9], lambda: "a" in b"abc", lambda: bytearray(b"a").append(256), lambda: bytearray().pop(), lambda: bytearray(b"a").remove(7), lambda: hash(bytearray()), lambda: b"a".index(b"z"), lambda: b"%d" % "x", lambda: bytes.fromhex("1"), lambda: b"a".decode(5), lambda: bytes(1, "utf-8")]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print({b"k": 1}[b"k"], b"a" == "a", bytearray(b"x") == b"x", isinstance(b"", bytes), isinstance(bytearray(), bytes))
