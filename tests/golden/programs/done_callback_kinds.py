import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n


class Collector:
    def __init__(self):
        self.seen = []

    def collect(self, task):
        self.seen.append(task.get_name())

    def __call__(self, task):
        print('called with', task.get_name())


async def main():
    collector = Collector()
    tasks = [asyncio.create_task(work(n), name=f't{n}') for n in (2, 1, 0)]
    for task in tasks:
        task.add_done_callback(lambda task: print('lambda', task.result()))
        task.add_done_callback(collector.collect)
        task.add_done_callback(collector)
    await asyncio.gather(*tasks)
    await asyncio.sleep(0)
    print(collector.seen)
    print(tasks[0].remove_done_callback(collector))


asyncio.run(main())
