import asyncio
import time

async def say_after(text):
    await asyncio.sleep(1)
    print(text)
    return text

async def main():
    print(f"started at {time.strftime('%X')}")
    ret = await asyncio.gather(
        say_after('hello'),
        say_after('world')
    )
    print(ret)
    print(f"finished at {time.strftime('%X')}")

asyncio.run(main())
