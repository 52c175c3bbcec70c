import asyncio


async def greet(name):
    print(f"hello from {name}")


async def main():
    first = asyncio.create_task(greet('first'))
    second = asyncio.create_task(greet('second'))
    print("two tasks were created, nobody has greeted")
    for number in range(3):
        print(f"main still has control: {number}")
    await asyncio.sleep(0)
    print("main has control again")
    await first
    await second


asyncio.run(main())
