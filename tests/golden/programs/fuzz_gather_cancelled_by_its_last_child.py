# A cancelled gather raises the error of its last child, not of the child that ended last.
import asyncio


async def canceller(task):
    await asyncio.sleep(0)
    task.cancel("stop")


async def at_once():
    pass


async def main():
    task = asyncio.current_task()
    for last in (at_once(), asyncio.sleep(3)):
        try:
            await asyncio.gather(asyncio.sleep(2), canceller(task), last, return_exceptions=True)
        except asyncio.CancelledError as e:
            print(repr(e), task.uncancel())


asyncio.run(main())
