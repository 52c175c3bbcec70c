import asyncio

async def nothing():
    return asyncio.current_task().get_name()

async def main():
    first = asyncio.create_task(nothing())
    named = asyncio.create_task(nothing(), name='my task')
    number = asyncio.create_task(nothing(), name=42)
    second = asyncio.create_task(nothing())
    print(first.get_name(), named.get_name(), number.get_name(), second.get_name())
    first.set_name('renamed')
    print(await first, await named, await number, await second)
    print(repr(number.get_name()))
    asyncio.current_task().set_name('the main one')
    await asyncio.sleep(0)
    print(asyncio.current_task().get_name())

asyncio.run(main())
