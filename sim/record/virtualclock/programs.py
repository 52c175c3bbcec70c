"""Compiling and running the program as `__main__`, and how it ends.

Displays of sets, set comprehensions and the name `set` are compiled to make an
OrderedSet (sets.py); nothing else of the program is touched, and a program
without them, or without asyncio, is compiled from its text as it is.
"""
import ast
import sys
import warnings

HIDDEN = "__ordered_set__"


class SetDisplays(ast.NodeTransformer):
    """Turns {a, b}, {f(x) for …} and set into calls and uses of OrderedSet."""

    def visit_Set(self, node):
        self.generic_visit(node)
        return self.make(node, ast.List(elts=node.elts, ctx=ast.Load()))

    def visit_SetComp(self, node):
        self.generic_visit(node)
        return self.make(node, node)

    def visit_Name(self, node):
        if node.id == "set" and isinstance(node.ctx, ast.Load):
            return ast.copy_location(ast.Name(id=HIDDEN, ctx=ast.Load()), node)
        return node

    def make(self, node, members):
        ast.copy_location(members, node)
        name = ast.copy_location(ast.Name(id=HIDDEN, ctx=ast.Load()), node)
        return ast.copy_location(ast.Call(func=name, args=[members], keywords=[]), node)


def imports_asyncio(nodes):
    """Whether it has tasks at all that could be in a set."""
    imported = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    imported += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return any(name.split(".")[0] == "asyncio" for name in imported)


def uses_sets(tree):
    """Whether the program makes sets under their own name, and may put tasks into them."""
    nodes = list(ast.walk(tree))
    if not imports_asyncio(nodes):
        return False
    names = [node for node in nodes if isinstance(node, ast.Name) and node.id == "set"]
    if any(not isinstance(name.ctx, ast.Load) for name in names):
        return False
    return bool(names) or any(isinstance(node, (ast.Set, ast.SetComp)) for node in nodes)


def compile_program(path):
    with open(path, "rb") as file:
        text = file.read()
    code = compile(text, path, "exec", dont_inherit=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they were given a line above
        tree = ast.parse(text, path)
    if uses_sets(tree):
        tree = ast.fix_missing_locations(SetDisplays().visit(tree))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            code = compile(tree, path, "exec", dont_inherit=True)
    return code


class Program:
    """One program file and the schedule of its run."""

    def __init__(self, path, schedule):
        self.path = path
        self.schedule = schedule

    def run(self, namespace):
        """Run the program; ends the process as the interpreter would."""
        try:
            exec(compile_program(self.path), namespace)
        except SystemExit:
            self.schedule.finish("finished")
            raise
        except BaseException as error:
            self.schedule.finish("error")
            self.report(error)
            # The interpreter lets SIGINT end it, which a shell shows as 130.
            raise SystemExit(130 if isinstance(error, KeyboardInterrupt) else 1) from None
        self.schedule.finish("finished")

    def report(self, error):
        """Print an uncaught exception without the runner's own frames."""
        trace = error.__traceback__
        while trace is not None and trace.tb_frame.f_code.co_filename != self.path:
            trace = trace.tb_next
        error.__traceback__ = trace
        sys.last_type, sys.last_value, sys.last_traceback = type(error), error, trace
        sys.last_exc = error
        sys.stdout.flush()
        sys.excepthook(type(error), error, trace)
