import asyncio


async def forgotten():
    print('never printed')


async def main():
    forgotten()
    print('after the forgotten call')
    await asyncio.sleep(1)
    coroutine = forgotten()
    del coroutine
    print('dropped')


asyncio.run(main())
