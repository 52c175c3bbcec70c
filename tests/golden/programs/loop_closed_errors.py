import asyncio


async def work():
    pass


loop = asyncio.new_event_loop()


def close_while_running():
    try:
        loop.close()
    except RuntimeError as error:
        print(error)
    future = loop.create_future()
    try:
        loop.run_until_complete(future)
    except RuntimeError as error:
        print(error)
    other = asyncio.new_event_loop()
    try:
        other.run_until_complete(future)
    except RuntimeError as error:
        print(error)
    other.close()
    loop.stop()


loop.call_soon(close_while_running)
loop.run_forever()
loop.close()
coroutine = work()
for use in (lambda: loop.run_forever(), lambda: loop.call_soon(print), lambda: loop.call_later(1, print),
            lambda: loop.call_at(1, print), lambda: loop.create_task(coroutine),
            lambda: loop.run_until_complete(loop.create_future()), lambda: loop.call_soon_threadsafe(print)):
    try:
        use()
    except RuntimeError as error:
        print(error)
coroutine.close()
print(loop.time() >= 0, loop.is_closed(), loop.get_debug())
