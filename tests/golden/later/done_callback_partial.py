import asyncio
import functools


async def work(n):
    await asyncio.sleep(n)
    return n


def report(prefix, task, suffix=''):
    print(prefix, task.result(), suffix)


async def main():
    tasks = [asyncio.create_task(work(n), name=f't{n}') for n in (2, 1, 0)]
    for task in tasks:
        task.add_done_callback(functools.partial(report, 'partial', suffix='!'))
    asyncio.get_running_loop().call_later(0.5, functools.partial(functools.partial(print, 'nested'), 'partial'))
    await asyncio.gather(*tasks)


asyncio.run(main())
