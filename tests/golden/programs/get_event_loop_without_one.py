import asyncio

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)


async def main():
    print(asyncio.get_event_loop() is loop, asyncio.get_running_loop() is loop)
    return 'done'


print(loop.run_until_complete(main()))
future = asyncio.gather(asyncio.sleep(1, 'a'), asyncio.sleep(2, 'b'))
print(loop.run_until_complete(future), loop.time())
loop.close()
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
print(asyncio.run(asyncio.sleep(1, 'run works')))
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
