# Paths as texts; nothing is looked up.
sep = "/"
curdir = "."
pardir = ".."


def _text(path):
    return path.__fspath__() if hasattr(type(path), "__fspath__") else path


def join(a, *paths):
    result = _text(a)
    for piece in paths:
        piece = _text(piece)
        if piece.startswith("/"):
            result = piece
        elif not result or result.endswith("/"):
            result += piece
        else:
            result += "/" + piece
    return result


def split(path):
    path = _text(path)
    at = path.rfind("/") + 1
    head, tail = path[:at], path[at:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def basename(path):
    return split(path)[1]


def dirname(path):
    return split(path)[0]


def splitext(path):
    path = _text(path)
    slash, dot = path.rfind("/"), path.rfind(".")
    if dot > slash and path[slash + 1:dot].strip("."):
        return path[:dot], path[dot:]
    return path, ""


def splitdrive(path):
    return "", _text(path)


def isabs(path):
    return _text(path).startswith("/")


def normpath(path):
    path = _text(path)
    if not path:
        return "."
    start = "//" if path.startswith("//") and not path.startswith("///") else path[:1]
    start = start if start.startswith("/") else ""
    kept = []
    for piece in path.split("/"):
        if piece in ("", "."):
            continue
        if piece == ".." and (not start or kept) and (not kept or kept[-1] != ".."):
            if kept:
                kept.pop()
            else:
                kept.append(piece)
        elif piece != ".." or not start:
            kept.append(piece)
    return start + "/".join(kept) or "."


def abspath(path):
    import os
    path = _text(path)
    return normpath(path if isabs(path) else join(os.getcwd(), path))


realpath = abspath


def relpath(path, start=None):
    import os
    here = [p for p in abspath(os.getcwd() if start is None else start).split("/") if p]
    there = [p for p in abspath(path).split("/") if p]
    same = 0
    while same < min(len(here), len(there)) and here[same] == there[same]:
        same += 1
    return "/".join([".."] * (len(here) - same) + there[same:]) or "."


def commonprefix(paths):
    if not paths:
        return ""
    low, high = min(paths), max(paths)
    for i, character in enumerate(low):
        if character != high[i]:
            return low[:i]
    return low


def expanduser(path):
    import os
    path = _text(path)
    return os.environ["HOME"] + path[1:] if path == "~" or path.startswith("~/") else path


def expandvars(path):
    import os
    for key, value in os.environ.items():
        path = path.replace("${" + key + "}", value).replace("$" + key, value)
    return path


def normcase(path):
    return _text(path)


def exists(path):
    # The program's own files are all that is known.
    import _asyncio
    return _asyncio.source(abspath(path)) is not None


isfile = lexists = exists


def isdir(path):
    import os
    return abspath(path) == os.getcwd()


def islink(path):
    return False


def _refused(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f"os.path.{name} works on real files, which loopscope does not "
                                  "have: leave it out")
    return refuse


getsize = _refused("getsize")
getmtime = _refused("getmtime")
getctime = _refused("getctime")
getatime = _refused("getatime")
