import asyncio
import sys


async def other():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('other cancelled')
        raise
    finally:
        print('other finally')


async def main():
    task = asyncio.create_task(other())
    await asyncio.sleep(1)
    print('exiting')
    sys.exit(5)


asyncio.run(main())
