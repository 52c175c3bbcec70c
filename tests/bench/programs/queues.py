"""N items from one producer to four consumers, through a queue that holds ten."""
import asyncio
import sys

N = int(sys.argv[1])


async def produce(queue):
    for item in range(N):
        await queue.put(item)
    for consumer in range(4):
        await queue.put(None)


async def consume(queue):
    count = 0
    while await queue.get() is not None:
        count += 1
    return count


async def main():
    queue = asyncio.Queue(10)
    consumers = [asyncio.create_task(consume(queue)) for number in range(4)]
    await produce(queue)
    print(sum([await consumer for consumer in consumers]))


asyncio.run(main())
