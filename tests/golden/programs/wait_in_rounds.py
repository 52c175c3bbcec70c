import asyncio


async def work(n):
    await asyncio.sleep(n % 4)
    return n


async def main():
    pending = {asyncio.create_task(work(n), name=f'w{n}') for n in range(10)}
    round = 0
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        round += 1
        print(round, [task.result() for task in done], [task.get_name() for task in pending])


asyncio.run(main())
