"""Actions about time and about several awaitables at once."""


def sleep(w):
    w.line(f"await asyncio.sleep({w.delay()})")


def sleep_once(w):
    w.line("await asyncio.sleep(0)")


def say(w):
    w.say()


def blocking(w):
    w.line(f"time.sleep({w.pick('0.1', '0.3', '1', '0.25')})")
    w.say()


def wait_one(w):
    name = w.fresh("r")
    w.line(f"{name} = await {w.awaitable()}")
    w.say(f"show({name})")


def wait_plain(w):
    w.line(f"await {w.awaitable()}")


def wait_with_limit(w):
    name = w.fresh("r")
    w.line(f"{name} = await asyncio.wait_for({w.awaitable()}, {w.limit()})")
    w.say(f"show({name})")


def nest_guarded_wait(w):
    """The usual: something with a limit, and what became of it."""
    with w.block("try:"):
        w.pick(wait_with_limit, wait_one, wait_gather, wait_several, wait_with_limit)(w)
    with w.block(f"except {w.pick('TimeoutError', 'Exception', '(TimeoutError, ValueError)')} as e:"):
        w.say("chain(e)")


def wait_gather(w):
    name = w.fresh("r")
    if w.chance(0.25):
        w.line(f"{name} = {w.gather()}")
        w.pick(lambda w: w.line(f"{name}.cancel({w.pick('', repr('g'))})"), sleep, sleep_once)(w)
        w.line(f"{name} = await {name}")
    else:
        w.line(f"{name} = await {w.gather()}")
    w.say(f"show({name})")


def wait_several(w):
    futures = ", ".join(w.future() for _ in range(1 + w.below(4)))
    when = w.pick("", "", ", return_when=asyncio.FIRST_COMPLETED",
                  ", return_when=asyncio.FIRST_EXCEPTION", ", return_when=asyncio.ALL_COMPLETED")
    limit = w.pick("", f", timeout={w.delay()}", f", timeout={w.delay()}")
    done, pending = w.fresh("d"), w.fresh("p")
    w.line(f"{done}, {pending} = await asyncio.wait([{futures}]{limit}{when})")
    w.say(f"show({done})", f"show({pending})")
    if w.chance(0.3):
        with w.block(f"for t in {w.pick(done, pending)}:"):
            w.line(w.pick("t.cancel()", "say(n, outcome(t))", "say(n, show(t), show(await t))"))


def nest_as_completed(w):
    # It puts them into a set: only tasks, futures and coroutines have an order there.
    several = [w.awaitable(1) for _ in range(1 + w.below(3))]
    awaitables = ", ".join(w.call() if one.startswith("Through") else one for one in several)
    limit = w.pick("", "", f", timeout={w.delay()}")
    head = f"for t in asyncio.as_completed([{awaitables}]{limit}):"
    plain = w.is_generator or w.chance(0.6)
    with w.block(head if plain else "async " + head):
        with w.block("try:"):
            w.say("show(await t)")
        with w.block(f"except {w.pick('Exception', 'Oops', 'ValueError')} as e:"):
            w.say("show(e)")
        if w.chance(0.2):
            w.line("break")


def nest_timeout(w):
    name = w.fresh("m")
    limit = w.limit()
    head = w.pick(f"asyncio.timeout({limit})",
                  f"asyncio.timeout_at(asyncio.get_running_loop().time() + {w.delay()})")
    with w.block("try:"):
        with w.block(f"async with {head} as {name}:"):
            w.body()
            if w.chance(0.2):
                w.line(f"{name}.reschedule(asyncio.get_running_loop().time() + {w.delay()})")
                w.body(1)
        w.say(f"{name}.expired()")
    with w.block("except TimeoutError as e:"):
        w.say(f"{name}.expired()", w.pick("chain(e)", "show(e)", f"repr({name})"))


def nest_task_group(w):
    name = w.fresh("g")
    caught = w.below(4)
    if caught:
        w.line("try:")
        w.indent += 1
    with w.block(f"async with asyncio.TaskGroup() as {name}:"):
        for _ in range(1 + w.below(3)):
            write_group_task(w, name)
            if w.chance(0.4):
                w.statement()
    if caught:
        w.indent -= 1
        head = ("except* ValueError as e:", "except* (Oops, KeyError, TimeoutError) as e:",
                "except BaseExceptionGroup as e:")[caught - 1]
        with w.block(head):
            w.say("show(e)")


def write_group_task(w, group):
    name = w.fresh("t")
    w.line(f"{name} = {group}.create_task({w.call()})")
    w.tasks.append(name)


def nest_limited_group(w):
    """A group in a timeout in a group: who takes whose cancellation."""
    with w.block(f"async with asyncio.timeout({w.delay()}):"):
        nest_task_group(w)


def shield(w):
    name = w.fresh("s")
    w.line(f"{name} = asyncio.shield({w.awaitable(1)})")
    if w.chance(0.3):
        w.line(f"{name}.cancel()")
    with w.block("try:"):
        w.say(f"show(await {name})")
    with w.block("except asyncio.CancelledError as e:"):
        w.say("show(e)")


WAITING = ((9, sleep), (5, sleep_once), (4, say), (2, blocking), (7, wait_one), (3, wait_plain),
           (3, wait_with_limit), (8, nest_guarded_wait), (4, wait_gather), (4, wait_several),
           (4, nest_as_completed), (6, nest_timeout), (5, nest_task_group),
           (1, nest_limited_group), (2, shield))
