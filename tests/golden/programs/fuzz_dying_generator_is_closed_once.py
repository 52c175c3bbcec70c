# An async generator that was let go is closed by its own task, no more when the loop shuts down.
import asyncio


async def numbers():
    try:
        yield 1
    finally:
        await asyncio.sleep(5)
        print("never reached")


async def main():
    async for number in numbers():
        print(number)
        break
    await asyncio.sleep(1)


asyncio.run(main())
