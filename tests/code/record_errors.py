"""Writes syntax_errors.txt: what CPython's compiler says of wrong programs.

    python3.13 tests/code/record_errors.py < tests/code/wrong_programs.txt

A program is a line (\\n stands for a new line). Each becomes one line of the result: the program,
a tab, and line:column-end_line:end_column message (columns counted in characters), or OK.
"""

import sys


def character(program, line, offset):
    """The offset of CPython's compiler counts bytes; ours counts characters."""
    text = program.split("\n")[line - 1].encode()[: offset - 1]
    return len(text.decode(errors="replace")) + 1


def verdict(program):
    try:
        compile(program, "program", "exec")
    except SyntaxError as error:
        end = (0, 0)
        if error.end_lineno and error.end_offset:
            end = (error.end_lineno, character(program, error.end_lineno, error.end_offset))
        start = character(program, error.lineno, error.offset)
        return f"{error.lineno}:{start}-{end[0] or error.lineno}:{end[1]} {error.msg}"
    return "OK"


for line in sys.stdin:
    line = line.rstrip("\n")
    if line and not line.startswith("#"):
        print(line, verdict(line.replace("\\n", "\n")), sep="\t")
