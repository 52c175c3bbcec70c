import asyncio


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def is_even(x):
    return x % 2 == 0


async def main():
    print([x async for x in numbers(4)])
    print([await double(x) for x in range(3)])
    print({x: await double(x) async for x in numbers(3)})
    print({x % 2 async for x in numbers(5)})
    print([x async for x in numbers(6) if await is_even(x)])
    print([(x, y) async for x in numbers(2) for y in range(2)])
    print([[y async for y in numbers(x)] for x in range(3)])
    gen = (x * 10 async for x in numbers(3))
    print(type(gen).__name__, [x async for x in gen])
    gen = (await double(x) for x in range(2))
    print(type(gen).__name__, [x async for x in gen])
    print(sum([await double(x) for x in range(3)]), [f'{await double(x)}!' for x in 'ab'])
    print([x for x in [await double(5)]], await double(await double(1)),
          (await double(2)) + (await double(3)))
    values = [await c for c in [double(1), double(2)]]
    print(values, {await double(1): await double(2)}, [*[await double(4)]],
          (await double('k'), *(await double([1]))))
    try:
        sum(x async for x in numbers(2))
    except TypeError as error:
        print(error)


asyncio.run(main())
