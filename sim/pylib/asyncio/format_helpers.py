# How callbacks are shown in messages.


def _short(value):
    text = repr(value)
    return text if len(text) <= 30 else text[:13] + "..." + text[-14:]


def _format_args_and_kwargs(args, kwargs, *, debug=False):
    if not debug:
        return "()"
    items = [_short(arg) for arg in args or ()]
    items += [f"{key}={_short(value)}" for key, value in (kwargs or {}).items()]
    return f"({', '.join(items)})"


def _is_partial(func):
    return type(func).__name__ == "partial" and hasattr(func, "keywords")


def _format_callback(func, args, kwargs, *, debug=False, suffix=""):
    if _is_partial(func):
        suffix = _format_args_and_kwargs(args, kwargs, debug=debug) + suffix
        return _format_callback(func.func, func.args, func.keywords, debug=debug, suffix=suffix)
    name = getattr(func, "__qualname__", None) or getattr(func, "__name__", None) or repr(func)
    return name + _format_args_and_kwargs(args, kwargs, debug=debug) + suffix


def _get_function_source(func):
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    if _is_partial(func):
        return _get_function_source(func.func)
    if type(func).__name__ == "function":
        code = func.__code__
        return code.co_filename, code.co_firstlineno
    return None


def _format_callback_source(func, args, *, debug=False):
    text = _format_callback(func, args, None, debug=debug)
    source = _get_function_source(func)
    return f"{text} at {source[0]}:{source[1]}" if source else text
