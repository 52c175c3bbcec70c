import asyncio


async def ticker():
    for n in range(6):
        print('tick', n, asyncio.get_running_loop().time())
        await asyncio.sleep(1)


loop = asyncio.new_event_loop()
task = loop.create_task(ticker())
loop.run_until_complete(asyncio.sleep(2.5))
print('between runs', task.done())
loop.run_until_complete(asyncio.sleep(1))
print('between runs again', task.done())
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print('cancelled')
print(loop.run_until_complete(loop.shutdown_asyncgens()))
loop.close()
