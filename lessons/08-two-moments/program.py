import asyncio


async def worker(name):
    print(f"{name} begins")
    await asyncio.sleep(1)
    print(f"{name} ends")


async def main():
    a = asyncio.create_task(worker('A'))
    b = asyncio.create_task(worker('B'))
    await a
    await b
    print("main ends")


asyncio.run(main())
