import asyncio


async def waiting():
    try:
        await asyncio.sleep(100)
    finally:
        print('closed')


loop = asyncio.new_event_loop()
task = loop.create_task(waiting())
loop.run_until_complete(asyncio.sleep(1))
loop.close()
print('loop closed')
del task
print('end')
