import asyncio

async def waiter(event):
    print('waiting')
    await event
    print('never printed')

async def main():
    event = asyncio.get_running_loop().create_future()
    await asyncio.sleep(1)
    await waiter(event)

asyncio.run(main())
