import asyncio


async def work(name, delay, error=None):
    await asyncio.sleep(delay)
    if error:
        raise error
    return name


def names(tasks):
    return [task.get_name() for task in tasks]


async def attempt(**options):
    loop = asyncio.get_running_loop()
    start = loop.time()
    tasks = [asyncio.create_task(work('a', 3), name='a'), asyncio.create_task(work('b', 1), name='b'),
             asyncio.create_task(work('c', 2, ValueError('c')),
                     name='c'), asyncio.create_task(work('d', 1), name='d')]
    done, pending = await asyncio.wait(tasks, **options)
    print(options, names(done), names(pending), loop.time() - start)
    await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    await attempt()
    await attempt(return_when=asyncio.ALL_COMPLETED)
    await attempt(return_when=asyncio.FIRST_COMPLETED)
    await attempt(return_when=asyncio.FIRST_EXCEPTION)
    await attempt(timeout=1.5)
    await attempt(timeout=0)
    await attempt(timeout=2, return_when=asyncio.FIRST_EXCEPTION)
    await attempt(timeout=1, return_when=asyncio.FIRST_COMPLETED)
    print(asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION)


asyncio.run(main())
