"""The program's files: itself and the modules that lie beside it and that it imports.

They stand in the trace's first line, so they are found before anything runs.
"""
import ast
import os


def find(program):
    """{path: text} of the program, which is the first, and of its own modules."""
    folder = os.path.dirname(program)
    texts = {}
    todo = [program]
    while todo:
        path = todo.pop(0)
        if path not in texts:
            texts[path] = read(path)
            todo += imported(texts[path], folder)
    return texts


def read(path):
    import tokenize
    try:
        with tokenize.open(path) as file:
            return file.read()
    except (OSError, SyntaxError, UnicodeDecodeError):
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()


def imported(text, folder):
    """The files in [folder] that the import statements of a module mean."""
    import warnings
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nodes = list(ast.walk(ast.parse(text)))
    except (SyntaxError, ValueError, RecursionError):
        return []
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            module = node.module or ""
            names += [module, *(f"{module}.{alias.name}" for alias in node.names)]
    return [path for name in names for path in paths_of(name, folder) if os.path.isfile(path)]


def paths_of(name, folder):
    """A module of a package means the files of all packages on the way to it."""
    parts = [part for part in name.split(".") if part]
    for count in range(1, len(parts) + 1):
        path = os.path.join(folder, *parts[:count])
        yield path + ".py"
        yield os.path.join(path, "__init__.py")
