import asyncio


async def work():
    await asyncio.sleep(1)
    return 'worked'


async def fail():
    raise ValueError('failed')


async def main():
    task = asyncio.create_task(work(), name='worker')
    print(task.done(), task.cancelled(), task.get_name(), task.get_coro().__name__,
          task.get_loop() is asyncio.get_running_loop())
    for ask in (task.result, task.exception):
        try:
            ask()
        except asyncio.InvalidStateError as error:
            print(type(error).__name__, error)
    await task
    print(task.done(), task.cancelled(), task.result(), task.exception(), task.cancel(), task.cancelling())
    bad = asyncio.create_task(fail())
    await asyncio.wait([bad])
    print(bad.done(), repr(bad.exception()))
    try:
        bad.result()
    except ValueError as error:
        print('raised', error)
    gone = asyncio.create_task(work())
    print(gone.cancel())
    try:
        await gone
    except asyncio.CancelledError as error:
        print('cancelled', error.args)
    for ask in (gone.result, gone.exception):
        try:
            ask()
        except asyncio.CancelledError as error:
            print(type(error).__name__, error.args)
    for set_it in (lambda: task.set_result(1), lambda: task.set_exception(ValueError())):
        try:
            set_it()
        except RuntimeError as error:
            print(error)
    print(isinstance(task, asyncio.Future), isinstance(task, asyncio.Task), asyncio.isfuture(task),
          type(task).__name__)
    coro = work()
    direct = asyncio.Task(coro, name='direct')
    print(direct.get_name(), await direct)
    try:
        asyncio.create_task(work)
    except TypeError as error:
        print(str(error).split(' at 0x')[0])
    try:
        asyncio.create_task(direct)
    except TypeError as error:
        print(str(error).split('<')[0])


asyncio.run(main())
