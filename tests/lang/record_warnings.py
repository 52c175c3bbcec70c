"""Fills in warnings.txt: the SyntaxWarnings that CPython gives for programs.

    python3.13 tests/lang/record_warnings.py tests/lang/warnings.txt

As in mistakes.txt, a line is a program, a tab, and "line message" of each warning, separated by
bars.
"""

import sys
import warnings

from record_mistakes import rewrite


def verdict(program):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        compile(program, "program", "exec")
    return " | ".join(f"{warning.lineno} {warning.message}" for warning in found)


rewrite(sys.argv[1], verdict)
