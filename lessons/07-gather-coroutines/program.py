import asyncio


async def say_after(wait, text):
    await asyncio.sleep(wait)
    print(text)
    return text.upper()


async def main():
    ret = await asyncio.gather(
        say_after(1, 'hello'),
        say_after(2, 'world')
    )
    print(ret)

    tasks = [say_after(1, 'one'), say_after(1, 'two'), say_after(1, 'three')]
    ret = await asyncio.gather(*tasks)
    print(ret)


asyncio.run(main())
