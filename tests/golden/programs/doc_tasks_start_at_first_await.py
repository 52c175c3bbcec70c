import asyncio

async def child(name):
    print(name, 'starts')
    await asyncio.sleep(1)
    print(name, 'ends')

async def main():
    task1 = asyncio.create_task(child('one'))
    task2 = asyncio.create_task(child('two'))
    print('both created, none has started')
    await task1
    print('task1 awaited')
    await task2
    print('task2 awaited')

asyncio.run(main())
