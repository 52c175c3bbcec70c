import asyncio


def show(future):
    print('callback', future.result())


async def setter(future, delay, value):
    await asyncio.sleep(delay)
    future.set_result(value)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future.done(), future.cancelled(), future.get_loop() is loop)
    try:
        future.result()
    except asyncio.InvalidStateError as error:
        print(error)
    try:
        future.exception()
    except asyncio.InvalidStateError as error:
        print(error)
    future.add_done_callback(show)
    future.add_done_callback(lambda f: print('second', f.done()))
    future.add_done_callback(show)
    print('removed', future.remove_done_callback(show))
    task = asyncio.create_task(setter(future, 1, 'value'))
    print(await future, future.result(), future.exception())
    await asyncio.sleep(0)
    for again in (lambda: future.set_result(2), lambda: future.set_exception(ValueError('x'))):
        try:
            again()
        except asyncio.InvalidStateError as error:
            print(error)
    print(future.cancel(), await future)
    future.add_done_callback(show)
    print('added late')
    await asyncio.sleep(0)
    bad = asyncio.Future()
    bad.set_exception(ValueError('stored'))
    print(repr(bad.exception()))
    for _ in range(2):
        try:
            await bad
        except ValueError as error:
            print('raised', error)
    kind = asyncio.Future()
    kind.set_exception(KeyError)
    print(repr(kind.exception()))
    for wrong in (5, StopIteration('s')):
        try:
            asyncio.Future().set_exception(wrong)
        except TypeError as error:
            print(error)
    gone = asyncio.Future()
    print(gone.cancel('why'), gone.cancel(), gone.cancelled(), gone.done())
    try:
        gone.set_result(1)
    except asyncio.InvalidStateError as error:
        print(error)
    try:
        await gone
    except asyncio.CancelledError as error:
        print('cancelled', error.args)
    await task


asyncio.run(main())
