import asyncio


async def main(value):
    await asyncio.sleep(0)
    return value * 2


print(asyncio.run(main(21)))
print(asyncio.run(main('ab')))
try:
    asyncio.run(main(None))
except TypeError as error:
    print(error)
print(asyncio.run(asyncio.sleep(1, 'slept')))


async def name():
    return asyncio.current_task().get_name()


print([asyncio.run(name()) for _ in range(3)])
