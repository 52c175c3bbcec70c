import asyncio


async def get(future):
    return await future


first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
future = first.create_future()
task = second.create_task(get(future))
try:
    second.run_until_complete(task)
except RuntimeError as error:
    print(str(error).split('>')[-1], 'attached to a different loop' in str(error))
try:
    first.run_until_complete(task)
except ValueError as error:
    print(error)
future.set_result('ok')
print(first.run_until_complete(get(future)))


done = second.create_future()
done.set_result('second')
try:
    first.run_until_complete(asyncio.gather(future, done))
except ValueError as error:
    print(error)
first.close()
second.close()
