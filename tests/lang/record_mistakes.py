"""Fills in mistakes.txt: what CPython's parser says of wrong programs.

    python3.13 tests/lang/record_mistakes.py tests/lang/mistakes.txt

Each line of the file is a program (with \\n, \\t, \\f and \\\\ as in Python strings), a tab, and
"line:column-end_line:end_column Kind: message", or OK; a column that CPython leaves open is 0. The
verdicts are written anew; to add a program, add a line without one. Lines with # are titles.
"""

import ast
import sys
import warnings

ESCAPES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\f": "\\f"}


def unescape(text):
    back = {escape: plain for plain, escape in ESCAPES.items()}
    out = ""
    while text:
        width = 2 if text[:2] in back else 1
        out += back.get(text[:width], text[:width])
        text = text[width:]
    return out


def verdict(program):
    try:
        ast.parse(program)
    except SyntaxError as error:
        place = (error.lineno, error.offset, error.end_lineno, error.end_offset)
        numbers = [max(number or 0, 0) for number in place]
        return "{}:{}-{}:{} {}: {}".format(*numbers, type(error).__name__, error.msg)
    return "OK"


def rewrite(path, judge):
    warnings.simplefilter("ignore")
    with open(path) as file:
        lines = file.read().splitlines()
    out = []
    for line in lines:
        program = line.split("\t")[0]
        if line and not line.startswith("# "):
            line = program + "\t" + judge(unescape(program))
        out.append(line + "\n")
    with open(path, "w") as file:
        file.writelines(out)


if __name__ == "__main__":
    rewrite(sys.argv[1], verdict)
