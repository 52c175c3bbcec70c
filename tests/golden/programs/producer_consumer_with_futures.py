import asyncio


class Channel:
    def __init__(self):
        self.items = []
        self.waiters = []

    def put(self, item):
        self.items.append(item)
        if self.waiters:
            self.waiters.pop(0).set_result(None)

    async def get(self):
        while not self.items:
            waiter = asyncio.get_running_loop().create_future()
            self.waiters.append(waiter)
            await waiter
        return self.items.pop(0)


async def producer(channel, name, delay):
    for number in range(3):
        await asyncio.sleep(delay)
        print('put', name, number)
        channel.put((name, number))


async def consumer(channel, name):
    while True:
        item = await channel.get()
        print(name, 'got', item)
        if item == ('b', 2):
            return


async def main():
    channel = Channel()
    consumers = [asyncio.create_task(consumer(channel, f'c{n}')) for n in range(2)]
    await asyncio.gather(producer(channel, 'a', 1), producer(channel, 'b', 1.5))
    await asyncio.wait(consumers, return_when=asyncio.FIRST_COMPLETED)
    print('end')


asyncio.run(main())
