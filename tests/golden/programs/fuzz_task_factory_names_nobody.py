# With a task factory create_task sets the name it was given, None included.
import asyncio


async def child():
    print(repr(asyncio.current_task().get_name()))


async def main():
    asyncio.get_running_loop().set_task_factory(
        lambda loop, coro, **options: asyncio.Task(coro, loop=loop, **options))
    await asyncio.create_task(child())
    await asyncio.create_task(child(), name="named")


asyncio.run(main())
