import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n


loop = asyncio.new_event_loop()
print(loop.run_until_complete(work(1)), loop.time())
task = loop.create_task(work(2))
print(loop.run_until_complete(task), loop.time(), task.done())
future = loop.create_future()
loop.call_later(1, future.set_result, 'from a future')
print(loop.run_until_complete(future), loop.time())
try:
    loop.run_until_complete(5)
except TypeError as error:
    print(error)


async def fail():
    raise ValueError('failed')


try:
    loop.run_until_complete(fail())
except ValueError as error:
    print(error)


async def stops():
    loop.stop()
    await asyncio.sleep(1)


try:
    loop.run_until_complete(stops())
except RuntimeError as error:
    print(error)
print(loop.is_running(), loop.is_closed())
loop.run_until_complete(asyncio.sleep(5))
loop.close()
print(loop.is_closed(), loop)
