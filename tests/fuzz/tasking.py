"""Actions about tasks, cancellation, exceptions, futures, callbacks and generators."""


def spawn(w):
    name = w.fresh("t")
    options = f", name={w.pick('a', 'b', 'worker')!r}" if w.chance(0.15) else ""
    maker = "asyncio.create_task" if w.chance(0.15) else "spawn"
    w.line(f"{name} = {maker}({w.call()}{options})")
    w.tasks.append(name)


def forget(w):
    """A task that nobody keeps."""
    w.line(f"asyncio.create_task({w.call()})")


def ensure(w):
    name = w.fresh("t")
    w.line(f"{name} = asyncio.ensure_future({w.awaitable()})")
    w.tasks.append(name)


def await_task(w):
    w.say(f"show(await {w.task()})")


def cancel(w):
    w.say(f"{w.task()}.cancel({w.pick('', '', repr('stop'), 'None', '7')})")


def cancel_self(w):
    w.line(f"asyncio.current_task().cancel({w.pick('', repr('me'))})")


def uncancel(w):
    w.say(f"asyncio.current_task().{w.pick('uncancel()', 'cancelling()')}")


def look(w):
    task = w.task()
    w.say(w.pick(f"outcome({task})", f"repr({task})", f"{task}.done()", f"{task}.cancelling()",
                 "show(asyncio.all_tasks())", "show(asyncio.current_task())",
                 f"repr({task}.get_coro())[:18]", f"repr(L[{w.below(2)}])", f"repr(Q[{w.below(4)}])",
                 f"repr(E[{w.below(2)}])", f"repr(S[{w.below(2)}])", f"repr(F[{w.below(3)}])",
                 f"repr(C[{w.below(2)}])", f"repr(B[{w.below(2)}])"))


def raise_error(w):
    if w.chance(0.5):
        with w.block(f"if len(T) % 3 == {w.below(3)}:"):
            w.line(f"raise {w.error()}")
    else:
        w.line(f"raise {w.error()}")


def leave(w):
    with w.block(f"if len(T) % 3 == {w.below(3)}:"):
        w.line("return" if w.is_generator else f"return {w.below(9)}")


def nest_try(w):
    with w.block("try:"):
        w.body()
    kind = w.below(6)
    if kind < 5:
        caught = w.pick("Exception", "asyncio.CancelledError", "ValueError", "BaseException",
                        "(asyncio.CancelledError, Oops)", "TimeoutError", "asyncio.CancelledError")
        with w.block(f"except {caught} as e:"):
            w.say("show(e)" if w.chance(0.7) else "chain(e)")
            write_handler(w)
    if kind > 3:
        with w.block("finally:"):
            w.body(2)


def write_handler(w):
    kind = w.below(7)
    if kind == 0:
        w.line("raise")
    elif kind == 1:
        w.line(f"raise {w.error()} from {w.pick('e', 'None')}")
    elif kind == 2:
        w.say("asyncio.current_task().uncancel()")
    elif kind == 3:
        w.body(2)


def nest_loop(w):
    with w.block(f"for i in range({1 + w.below(3)}):"):
        w.body()
        if w.chance(0.15):
            w.line(f"if i == 1: {w.pick('break', 'continue')}")
            w.statement()


def nest_if(w):
    with w.block(f"if {w.pick('len(T) % 2', 'E[0].is_set()', 'Q[1].empty()', 'L[0].locked()')}:"):
        w.body()
    if w.chance(0.3):
        with w.block("else:"):
            w.body()


def settle(w):
    future = f"F[{w.below(3)}]"
    ending = w.pick(f"{future}.set_result({w.below(9)})", f"{future}.set_exception({w.error()})",
                    f"{future}.set_result({w.below(9)})", f"{future}.cancel({w.pick('', repr('f'))})")
    if w.chance(0.8):
        with w.block(f"if not {future}.done():"):
            w.line(ending)
    else:
        w.line(ending)


def renew(w):
    w.line(f"F[{w.below(3)}] = asyncio.get_running_loop().create_future()")


def done_callback(w):
    what = w.pick(w.task(), f"F[{w.below(3)}]")
    adding = w.pick(f"functools.partial({w.callback()}, n + {w.tag()})", w.callback())
    w.line(f"{what}.add_done_callback({adding})")
    if w.chance(0.15):
        w.say(f"{what}.remove_done_callback({w.callback()})")


def call_later(w):
    loop = "asyncio.get_running_loop()"
    rest = f"{w.callback()}, n + {w.tag()}"
    calling = w.pick(f"call_soon({rest})", f"call_later({w.delay()}, {rest})",
                     f"call_at({loop}.time() + {w.delay()}, {rest})",
                     f"call_later({w.delay()}, {rest})", f"call_soon_threadsafe({rest})")
    w.line(f"H.append({loop}.{calling})")


def drop(w):
    with w.block("if H:"):
        w.line(f"H.pop({w.pick('', '0')}).{w.pick('cancel()', 'cancel()', 'cancelled()')}")


def set_variable(w):
    w.line(f"V.set(n + {w.tag()})")


def get_variable(w):
    w.say("V.get()")


def in_context(w):
    name = w.fresh("t")
    w.line(f"{name} = spawn({w.call()}, context={w.pick('contextvars.copy_context()', 'contextvars.Context()')})")
    w.tasks.append(name)


def nest_generator(w):
    generator = f"{w.generator()}(n + {w.tag()}"
    generator += f", {1 + w.below(4)}, {w.delay()})" if generator.startswith("count") else ")"
    with w.block(f"async for x in {generator}:"):
        w.say("show(x)")
        w.body(2)
        if w.chance(0.5):
            w.line(w.pick("break", "if x == 1: break"))


def drive_generator(w):
    name = w.fresh("a")
    w.line(f"{name} = count(n + {w.tag()}, 3, {w.delay()})")
    for _ in range(1 + w.below(3)):
        w.say("show(await " + w.pick(f"anext({name})", f"anext({name}, 'over')", f"{name}.asend(None)",
                            f"{name}.athrow({w.error()})", f"{name}.aclose()") + ")")


def nest_manager(w):
    head = w.pick(f"Guard(n + {w.tag()}, {w.pick('True', 'False')})",
                  f"manager(n + {w.tag()}, {w.delay()})", f"manager(n + {w.tag()}, {w.delay()})")
    with w.block(f"async with {head}:"):
        w.body()


def never_awaited(w):
    w.line(w.instant())


def in_thread(w):
    w.say(f"show(await asyncio.to_thread(time.sleep, {w.delay()}))")


TASKING = ((10, spawn), (2, forget), (2, ensure), (4, await_task), (6, cancel), (1.5, cancel_self),
           (1.5, uncancel), (4, look), (2.5, raise_error), (1, leave), (7, nest_try),
           (4, nest_loop), (2, nest_if), (4, settle), (1, renew), (3, done_callback),
           (4, call_later), (1.5, drop), (1, set_variable), (1.5, get_variable), (1, in_context),
           (3, nest_generator), (2, drive_generator), (3, nest_manager), (0.3, never_awaited),
           (0.4, in_thread))


def sync_say(w):
    w.say()


def sync_stop(w):
    w.line("asyncio.get_running_loop().stop()")


SYNC_TASKING = ((4, sync_say), (3, cancel), (2, settle), (3, call_later), (1, drop), (2, spawn),
                (1, done_callback), (1, raise_error), (2, look), (1, set_variable),
                (1, get_variable), (1, nest_if), (0.1, sync_stop))
