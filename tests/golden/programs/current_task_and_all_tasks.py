import asyncio


async def child(n):
    me = asyncio.current_task()
    print('child', n, me.get_name(), me in asyncio.all_tasks())
    await asyncio.sleep(n)


def callback():
    print('in a callback', asyncio.current_task())


async def main():
    me = asyncio.current_task()
    print(len(asyncio.all_tasks()), me in asyncio.all_tasks(), me.get_name())
    tasks = [asyncio.create_task(child(n), name=f'child-{n}') for n in range(3)]
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(0.5)
    print([t.get_name() for t in asyncio.all_tasks() if t is not me])
    await asyncio.sleep(1)
    print([t.get_name() for t in asyncio.all_tasks()])
    for task in asyncio.all_tasks() - {me}:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(len(asyncio.all_tasks(asyncio.get_running_loop())), type(asyncio.all_tasks()).__name__)


async def inner():
    return asyncio.current_task()


async def second():
    print(await inner() is asyncio.current_task(),
          await asyncio.create_task(inner()) is asyncio.current_task())


asyncio.run(main())
asyncio.run(second())
