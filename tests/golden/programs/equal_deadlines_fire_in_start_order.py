import asyncio

async def sleeper(number):
    await asyncio.sleep(1)
    print('woken', number)

async def main():
    for number in range(20):
        asyncio.create_task(sleeper(number))
    await asyncio.sleep(1)
    print('main')
    await asyncio.sleep(0)
    print('main again')
    await asyncio.sleep(1)

asyncio.run(main())
