"""Fills in trees.txt: the syntax trees that CPython's parser makes of programs.

    python3.13 tests/lang/record_trees.py tests/lang/trees.txt

As in mistakes.txt, a line is a program, a tab, and what ast.dump says of it, places included.
"""

import ast
import sys

from record_mistakes import rewrite

rewrite(sys.argv[1], lambda program: ast.dump(ast.parse(program), include_attributes=True))
