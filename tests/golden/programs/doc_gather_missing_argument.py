import asyncio

async def say_after(wait, text):
    await asyncio.sleep(wait)
    print(text)

async def main():
    ret = await asyncio.gather(
        say_after('hello'),
        say_after('world')
    )
    print(ret)

asyncio.run(main())
