"""Actions about what tasks share: locks, semaphores, events, conditions, barriers, queues."""


def nest_lock(w):
    with w.block(f"async with {w.pick('L[0]', 'L[0]', 'L[1]', 'S[0]', 'S[1]')}:"):
        w.say()
        w.body(2)


def acquire(w):
    what = w.pick("L[0]", "L[1]", "S[0]", "S[1]")
    w.say(f"await {what}.acquire()")
    w.body(1)
    with w.block("try:" if w.chance(0.5) else "if True:"):
        w.line(f"{what}.release()")
    if w.lines[-2].strip() == "try:":
        with w.block("except (RuntimeError, ValueError) as e:"):
            w.say("show(e)")


def release(w):
    w.line(f"{w.pick('L[0]', 'S[0]', 'S[1]')}.release()")


def event(w):
    w.line(f"E[{w.below(2)}].{w.pick('set()', 'set()', 'clear()')}")


def event_wait(w):
    w.say(f"await E[{w.below(2)}].wait()")


def nest_condition(w):
    what = f"C[{w.below(2)}]"
    with w.block(f"async with {what}:"):
        w.line("X[0] += 1")
        w.say(w.pick(f"await {what}.wait()", f"await {what}.wait_for(lambda: X[0] > {w.below(5)})",
                     f"{what}.notify({w.pick('', '2')})", f"{what}.notify_all()",
                     f"{what}.notify()", f"await asyncio.wait_for({what}.wait(), {w.delay()})"))
        if w.chance(0.4):
            w.statement()


def barrier(w):
    what = f"B[{w.below(2)}]"
    kind = w.below(8)
    if kind == 0:
        w.line(f"await {what}.{w.pick('abort()', 'reset()')}")
    elif kind == 1:
        w.say(f"{what}.n_waiting", f"{what}.broken")
    elif kind == 2:
        with w.block(f"async with {what} as k:"):
            w.say("k")
    else:
        with w.block("try:"):
            w.say(f"await {what}.wait()")
        with w.block("except asyncio.BrokenBarrierError as e:"):
            w.say("show(e)")


def put(w):
    w.line(f"await Q[{w.below(4)}].put({w.below(9)})")


def get(w):
    queue = f"Q[{w.below(4)}]"
    w.say(f"await {queue}.get()")
    if w.chance(0.5):
        w.line(f"{queue}.task_done()")


def queue_now(w):
    queue = f"Q[{w.below(4)}]"
    with w.block("try:"):
        w.say(w.pick(f"{queue}.put_nowait({w.below(9)})", f"{queue}.get_nowait()",
                     f"{queue}.task_done()", f"{queue}.qsize()", f"{queue}.full()"))
    with w.block("except (asyncio.QueueFull, asyncio.QueueEmpty, ValueError) as e:"):
        w.say("show(e)")


def queue_join(w):
    w.line(f"await Q[{w.below(4)}].join()")
    w.say()


def nest_consumer(w):
    queue = f"Q[{w.below(4)}]"
    with w.block(f"for i in range({1 + w.below(4)}):"):
        w.say(f"await {queue}.{w.pick('get()', f'put({w.below(7)})', 'get()')}")
        if w.chance(0.4):
            w.statement()


def queue_shutdown(w):
    w.line(f"Q[{w.below(4)}].shutdown({w.pick('', '', 'True', 'immediate=True')})")


SHARING = ((5, nest_lock), (2, acquire), (0.7, release), (4, event), (2, event_wait),
           (3, nest_condition), (3, barrier), (4, put), (4, get), (3, queue_now), (1, queue_join),
           (2, nest_consumer), (0.5, queue_shutdown))

SYNC_SHARING = ((2, event), (1, queue_now), (0.5, release), (0.3, queue_shutdown))
