import asyncio

loops = []


async def main(delay):
    loop = asyncio.get_running_loop()
    loops.append(loop)
    task = asyncio.create_task(asyncio.sleep(delay))
    await task
    print(task.get_name(), asyncio.current_task().get_name(), loop.time(), loop.is_running())


asyncio.run(main(1))
asyncio.run(main(2))
print(loops[0] is loops[1], loops[0].is_closed(), loops[1].is_closed())
print(loops[0])
