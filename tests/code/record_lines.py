"""Writes which line can be reported after which, as CPython compiles a program.

    python3.13 tests/code/record_lines.py tests/code/lines_program.py > tests/code/lines_program.txt

One line of the result for each code object: its name and first line, then the pairs a>b: after a
report of line a the next one in the frame can be of line b. a is "entry" at the beginning, "raised"
in a handler. The rule is that of sys.monitoring: a line is reported at an instruction on another line
than the one that ran just before it.
"""

import dis
import sys
import types

SILENT = {"RESUME", "END_FOR", "END_SEND", "END_ASYNC_FOR"}
ENDS = {"RETURN_VALUE", "RETURN_CONST", "RAISE_VARARGS", "RERAISE"}


def codes(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from codes(constant)


class Graph:
    """The instructions of a code object, by number."""

    def __init__(self, code):
        self.instructions = list(dis.get_instructions(code))
        self.number = {i.offset: n for n, i in enumerate(self.instructions)}
        self.names = [i.opname for i in self.instructions]
        self.lines = [self.line(i) for i in self.instructions]
        self.first = self.names.index("RESUME")
        self.table = dis._parse_exception_table(code)
        self.next = [self.successors(n) for n in range(len(self.instructions))]

    @staticmethod
    def line(instruction):
        line = instruction.positions.lineno
        return -1 if line is None else line

    def successors(self, n):
        result = []
        target = self.instructions[n].jump_target
        if target is not None:
            result.append(self.number[target])
        if not self.names[n].startswith("JUMP_") and self.names[n] not in ENDS:
            result.append(n + 1)
        return result

    def starts(self):
        """Where a walk can begin, with the line that ran before."""
        yield self.first, self.lines[self.first], "entry"
        for entry in self.table:
            n = self.number[entry.target]
            name = self.names[n]
            if name == "END_ASYNC_FOR":
                yield n, self.lines[self.number[entry.start]], "raised"
            elif name not in ("CLEANUP_THROW", "CALL_INTRINSIC_1"):
                yield n, -1, "raised"

    def pairs(self):
        found, seen, todo = set(), set(), list(self.starts())
        while todo:
            state = todo.pop()
            if state in seen:
                continue
            seen.add(state)
            n, before, last = state
            line = self.lines[n]
            if self.names[n] not in SILENT and line >= 0 and before != line:
                found.add((last, line))
                last = line
            todo += [(m, line, last) for m in self.next[n]]
        return found


with open(sys.argv[1], "rb") as file:
    module = compile(file.read(), sys.argv[1], "exec")
for code in codes(module):
    pairs = sorted((str(a), b) for a, b in Graph(code).pairs())
    print(code.co_qualname, code.co_firstlineno, *(f"{a}>{b}" for a, b in pairs), sep="\t")
