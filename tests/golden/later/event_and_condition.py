import asyncio


async def waiter(name, event):
    print(name, 'waits')
    print(name, await event.wait(), asyncio.get_running_loop().time())


async def consumer(name, condition, items):
    async with condition:
        await condition.wait_for(lambda: items)
        print(name, 'took', items.pop(0), asyncio.get_running_loop().time())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(n, event)) for n in 'abc']
    await asyncio.sleep(1)
    print(event.is_set())
    event.set()
    event.clear()
    await asyncio.gather(*tasks)
    print(event.is_set())
    event.set()
    await waiter('late', event)
    condition, items = asyncio.Condition(), []
    tasks = [asyncio.create_task(consumer(n, condition, items)) for n in 'xyz']
    for number in range(3):
        await asyncio.sleep(1)
        async with condition:
            items.append(number)
            condition.notify()
    await asyncio.gather(*tasks)
    tasks = [asyncio.create_task(consumer(n, condition, items)) for n in 'pqr']
    await asyncio.sleep(1)
    async with condition:
        items.extend('ABC')
        condition.notify_all()
        print('notified, lock still held', condition.locked())
    await asyncio.gather(*tasks)
    for wrong in (condition.notify, condition.notify_all):
        try:
            wrong()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
