"""Makes a program that differs smaller, as long as it still does.

    shorter = shrink(text, differs)

A program is a list of lines; a line and all that is indented more deeply below it are taken
away, or what is below a line is put in its place.  `differs(text)` says whether what is left
still shows the difference.
"""


def indent_of(line):
    return len(line) - len(line.lstrip())


def end_of(lines, start):
    """Where the block that begins at [start] ends."""
    depth = indent_of(lines[start])
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or indent_of(lines[end]) > depth):
        end += 1
    return end


def without(lines, start):
    """The lines without one statement and its body; `pass` where a body would be empty."""
    end = end_of(lines, start)
    left = lines[:start] + lines[end:]
    before = left[start - 1] if start > 0 else ""
    alone = before.rstrip().endswith(":") and (start >= len(left)
                                               or indent_of(left[start]) <= indent_of(before))
    if alone:
        left.insert(start, " " * indent_of(lines[start]) + "pass")
    return left


def unwrapped(lines, start):
    """The lines with a statement's body in its place, as far as it has one."""
    end = end_of(lines, start)
    body = [line[4:] for line in lines[start + 1:end]]
    if not body:
        return None
    after = end
    while after < len(lines) and starts_clause(lines[after], indent_of(lines[start])):
        after = end_of(lines, after)
    return lines[:start] + body + lines[after:]


def starts_clause(line, depth):
    words = ("except", "finally", "else")
    return indent_of(line) == depth and line.strip().startswith(words)


def without_try(lines, start):
    """The lines without a whole `try` and its clauses."""
    after = end_of(lines, start)
    while after < len(lines) and starts_clause(lines[after], indent_of(lines[start])):
        after = end_of(lines, after)
    return lines[:start] + [" " * indent_of(lines[start]) + "pass"] + lines[after:]


def candidates(lines, start):
    if lines[start].strip() in ("", "pass"):
        return
    if lines[start].strip() == "try:":
        yield without_try(lines, start)
    yield without(lines, start)
    smaller = unwrapped(lines, start)
    if smaller:
        yield smaller


def compiles(text):
    try:
        compile(text, "program.py", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def shrink_once(lines, differs):
    """One pass from the end to the beginning; answers what is left."""
    start = len(lines) - 1
    while start >= 0:
        for smaller in candidates(lines, start):
            text = "\n".join(smaller) + "\n"
            if compiles(text) and differs(text):
                lines = smaller
                break
        start = min(start, len(lines)) - 1
    return lines


def shrink(text, differs):
    lines = text.rstrip("\n").split("\n")
    while True:
        smaller = shrink_once(lines, differs)
        if len(smaller) == len(lines):
            return "\n".join(line for line in smaller) + "\n"
        lines = smaller
