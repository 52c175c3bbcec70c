import asyncio


async def numbers(name):
    try:
        for number in range(10):
            yield number
            await asyncio.sleep(0)
    finally:
        print(name, 'closing')
        await asyncio.sleep(0.5)
        print(name, 'closed')


async def main():
    a, b = numbers('a'), numbers('b')
    async for number in a:
        print('a', number)
        if number == 1:
            break
    print('b', await anext(b))
    main.kept = [a, b]
    print('main ends')


asyncio.run(main())
print('after run')
