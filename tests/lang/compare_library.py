"""Compares our syntax trees of CPython's whole library with its own; for development.

    cmake --build build --target parsetree
    python3.13 tests/lang/compare_library.py build/tests/parsetree [DIRECTORY]

Files that only test wrong or oddly encoded programs are left out. Names what differs, and why it
may: names of characters (\\N{...}) and some encodings are refused.
"""

import ast
import pathlib
import subprocess
import sys
import sysconfig
import warnings


class Digits(int):
    """A big integer that shows itself as our dump does: as its digits and base."""

    def __new__(cls, text):
        text = text.replace("_", "")
        base = {"0x": 16, "0o": 8, "0b": 2}.get(text[:2].lower(), 10)
        number = super().__new__(cls, text, 0)
        number.shown = f"int({text[2:] if base != 10 else text!r}, {base})"
        return number

    def __repr__(self):
        return self.shown


def tree_of(path):
    source = path.read_bytes()
    tree = ast.parse(source)
    lines = source.removeprefix(b"\xef\xbb\xbf").splitlines()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and type(node.value) is int and node.value >= 2**63:
            digits = lines[node.lineno - 1][node.col_offset : node.end_col_offset]
            node.value = Digits(digits.decode())
    return ast.dump(tree, include_attributes=True)


def compare(program, path):
    try:
        expected = tree_of(path)
    except (SyntaxError, ValueError):
        return True
    result = subprocess.run([program, path], capture_output=True)
    if result.stdout.decode(errors="surrogatepass").rstrip("\n") == expected:
        return True
    print(path, result.stderr.decode().rstrip("\n").removeprefix(f"{path}:") or "differs")
    return False


def main(program, directory=sysconfig.get_path("stdlib")):
    warnings.simplefilter("ignore")
    files = [
        path
        for path in sorted(pathlib.Path(directory).rglob("*.py"))
        if not {"lib2to3", "site-packages"} & set(path.parts) and "bad" not in path.name
    ]
    same = sum(compare(program, path) for path in files)
    print(f"{same} of {len(files)} files have the same tree")


main(*sys.argv[1:])
