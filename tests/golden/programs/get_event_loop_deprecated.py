import asyncio


async def main():
    print('runs')
    await asyncio.sleep(1)
    return 'result'


loop = asyncio.get_event_loop()
print(loop.run_until_complete(main()))
loop.close()
