# All methods of str on texts of one, two, three and four bytes a character.
texts = ["", "a", "Hello, World", "  tabs\tand\nlines\r\n\x0b\x1c ", "straße ǅ ŉ ﬁ İ", "ΑΣ ΣΑΣ. ΌΣΟΣ", "中文 字符 測試", "naïve Ünïcödé", "𝒳😀 x😀", "a,b,,c,", "aXbXXc", "12²½٣Ⅷ", "+42", "-7x", "it's o'clock", "\u2028\x85 \xa0"]
for text in texts:
    print(ascii(text), len(text))
    print(" ", [ascii(getattr(text, name)()) for name in "upper lower title capitalize swapcase casefold strip lstrip rstrip".split()])
    print(" ", [getattr(text, name)() for name in "isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper".split()])
    print(" ", ascii([text.split(), text.rsplit(None, 1), text.splitlines(), text.splitlines(True), text.split(","), text.rsplit("X", 1), text.partition(" "), text.rpartition(" ")]))
    print(" ", ascii([text.center(14), text.center(15, "*"), text.ljust(14, "é"), text.rjust(14, "中"), text.zfill(14), text.expandtabs(4)]))
    print(" ", [text.find("X"), text.rfind("X"), text.count(""), text.count("a"), text.startswith(("a", "中")), text.endswith(","), text.find("", 3), text.find("a", -3)])
    print(" ", ascii([text[1:4], text[::-1], text[::2], text[-3:], text[5:2], text[-1:], text * 2, text.replace("", "-", 3), text.replace("a", "AA"), text.removeprefix("a"), text.removesuffix(",")]))
    print(" ", ascii(list(text)[:5]), ascii(sorted(set(text))), [ord(c) for c in text[:4]], repr(text), ascii(text.translate({97: "<a>", 32: None, 0x4E2D: 0x4E2E})))
table = str.maketrans("abc", "xyz", "d")
print(table, "aabbccdd".translate(table), "-".join(["a", "b"]), ", ".join("中文"), "".join([]), "x".join(["only"]))
print("a" < "b", "a" < "A", "é" > "z", "中" < "文", "abc" == "abc", "a" in "cat", "" in "", "x" not in "y", max("hello"), min("hello"))


def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(type(error).__name__, error)


for call in [lambda: "a".find(5), lambda: "a".find(), lambda: "a".index("z"), lambda: "a".rindex("z"), lambda: "a".join(5), lambda: "a".join([1]), lambda: "a".split(""), lambda: "a".split(5), lambda: "a".strip(5), lambda: "a".startswith(5), lambda: "a".startswith((5,)), lambda: "a".replace("a"), lambda: "a".replace(1, 2), lambda: "a".center("x"), lambda: "a".center(5, "xx"), lambda: "a".zfill("x"), lambda: "a".partition(""), lambda: "a".removeprefix(5), lambda: "a".translate({97: 1.5}), lambda: "a".maketrans("a", "bc"), lambda: "abc"[5], lambda: "abc"[10**20], lambda: 1 in "abc", lambda: "a" + 1, lambda: 1 + "a", lambda: "a" * 1.5, lambda: "a" * "b", lambda: "a" - "b", lambda: "a" < 1, lambda: "a".nope, lambda: "a".upper(1), lambda: str(1, 2), lambda: str("a", "b"), lambda: str(b"a", "utf-8"), lambda: str(1, "utf-8"), lambda: str(1, 2, 3, 4), lambda: "x" * 10**20, lambda: "a"[::0]]:
    attempt(call)
