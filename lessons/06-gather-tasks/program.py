import asyncio


async def say_after(wait, text):
    await asyncio.sleep(wait)
    print(text)
    return f"{text} after {wait} s"


async def main():
    task1 = asyncio.create_task(say_after(2, 'hello'))
    task2 = asyncio.create_task(say_after(1, 'world'))
    ret = await asyncio.gather(task1, task2)
    print(ret)


asyncio.run(main())
