# Lines of the program's own files.
import _asyncio


def getlines(filename, module_globals=None):
    text = _asyncio.source(filename)
    return [] if text is None else text.splitlines(keepends=True)


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def checkcache(filename=None):
    pass


def clearcache():
    pass
