# How tasks are shown, and their stacks.
from asyncio.base_futures import _future_repr_info, _guarded
from asyncio.coroutines import _format_coroutine


def _task_repr_info(task):
    info = _future_repr_info(task)
    if task.cancelling() and not task.done():
        info[0] = "cancelling"
    info.insert(1, f"name={task.get_name()!r}")
    if task._fut_waiter is not None:
        info.insert(2, f"wait_for={task._fut_waiter!r}")
    if task._coro:
        info.insert(2, f"coro=<{_format_coroutine(task._coro)}>")
    return info


def _task_repr(task):
    return _guarded(task, _task_repr_info)


def _task_get_stack(task, limit):
    coro = task._coro
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    frames = []
    if frame is not None:
        while frame is not None and (limit is None or len(frames) < limit):
            frames.append(frame)
            frame = frame.f_back
        frames.reverse()
    elif task._exception is not None:
        entry = task._exception.__traceback__
        while entry is not None and (limit is None or len(frames) < limit):
            frames.append(entry.tb_frame)
            entry = entry.tb_next
    return frames


def _task_print_stack(task, limit, file):
    import linecache
    frames = task.get_stack(limit=limit)
    if not frames:
        print(f"No stack for {task!r}", file=file)
        return
    what = "Traceback" if task._exception is not None else "Stack"
    print(f"{what} for {task!r} (most recent call last):", file=file)
    for frame in frames:
        code = frame.f_code
        print(f'  File "{code.co_filename}", line {frame.f_lineno}, in {code.co_name}', file=file)
        line = linecache.getline(code.co_filename, frame.f_lineno).strip()
        if line:
            print(f"    {line}", file=file)
    if task._exception is not None:
        import traceback
        text = traceback.format_exception_only(type(task._exception), task._exception)
        print("".join(text), file=file, end="")
