"""Values and exceptions in a few characters, without running anything of the program.

No `__repr__` but those of the built-in types is called; what a program's own object
would say of itself is not asked.
"""
MOST = 200      # characters
DEPTH = 3       # of containers
PLAIN = (int, float, complex, bool, type(None), type(...), range, slice)


def describe(value):
    """The repr of [value], cut at MOST characters."""
    try:
        text = words_of(value, DEPTH)
    except Exception as error:  # a container that changes meanwhile, an int of too many digits
        text = f"<{type(value).__name__}: {type(error).__name__}>"
    return text if len(text) <= MOST else text[:MOST - 1] + "…"


def words_of(value, depth):
    kind = type(value)
    if kind in PLAIN:
        return repr(value)
    if kind in (str, bytes):
        return repr(value if len(value) <= MOST else value[:MOST])
    if kind in CONTAINERS:
        return CONTAINERS[kind](value, depth - 1) if depth > 0 else "…"
    if isinstance(value, BaseException):
        return f"{kind.__name__}({join(value.args, depth - 1)})"
    return words_of_object(value, kind)


def words_of_object(value, kind):
    """What belongs to the library says its name, all else where it is."""
    import types
    if kind in (types.FunctionType, types.BuiltinFunctionType, types.CoroutineType,
                types.GeneratorType, types.AsyncGeneratorType, types.ModuleType):
        return repr(value)
    if isinstance(value, type):
        return f"<class '{type.__getattribute__(value, '__module__')}.{value.__qualname__}'>"
    return words_of_task(value, kind) or (f"<{kind.__module__}.{kind.__qualname__} object at "
                                          f"{id(value):#x}>")


def words_of_task(value, kind):
    if kind.__module__ != "_asyncio":
        return None
    state = "finished" if value.done() else "pending"
    name = f" {value.get_name()!r}" if hasattr(kind, "get_name") else ""
    return f"<{kind.__name__}{name} {state}>"


def join(values, depth):
    if depth < 0 and values:
        return "…"
    shown = [words_of(value, depth) for _, value in zip(range(MOST // 2), values)]
    return ", ".join(shown)


def words_of_tuple(value, depth):
    return f"({join(value, depth)}{',' if len(value) == 1 else ''})"


def words_of_dict(value, depth):
    pairs = zip(range(MOST // 2), value.items())
    return "{" + ", ".join(f"{words_of(key, depth)}: {words_of(item, depth)}"
                           for _, (key, item) in pairs) + "}"


CONTAINERS = {
    list: lambda value, depth: f"[{join(value, depth)}]",
    tuple: words_of_tuple,
    set: lambda value, depth: "{" + join(value, depth) + "}" if value else "set()",
    frozenset: lambda value, depth: f"frozenset({{{join(value, depth)}}})",
    dict: words_of_dict,
}
