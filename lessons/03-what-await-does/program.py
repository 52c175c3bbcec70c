import asyncio


async def say_after(wait, text):
    await asyncio.sleep(wait)
    print(text)
    return len(text)


async def main():
    tasks = len(asyncio.all_tasks())
    length = await say_after(1, 'hello')
    print(f"{tasks} task before, {length} letters said")


asyncio.run(main())
