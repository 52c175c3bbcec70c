"""What a lesson needs: two tasks, each awaiting a sleep. For start-up; its argument is not used."""
import asyncio


async def say(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def main():
    first = asyncio.create_task(say(1, "one"))
    second = asyncio.create_task(say(2, "two"))
    print("begun")
    await first
    await second
    print("done")


asyncio.run(main())
