import asyncio

async def inner():
    print('inner runs in', asyncio.current_task().get_name())
    await asyncio.sleep(0)
    return 'inner result'

async def middle():
    value = await inner()
    return value + ', through middle'

async def main():
    print(await middle())
    print(await asyncio.create_task(middle()))
    print(len(asyncio.all_tasks()))

asyncio.run(main())
