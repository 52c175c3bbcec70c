import asyncio

loop = asyncio.new_event_loop()


def tick(n):
    print('tick', n, loop.time())
    if n:
        loop.call_later(1, tick, n - 1)
    else:
        loop.stop()
        loop.call_soon(print, 'scheduled after stop: runs in the next run')
        print('stop only marks the end of this iteration')


loop.call_soon(tick, 2)
loop.run_forever()
print('stopped', loop.is_running(), loop.is_closed())
loop.stop()
loop.run_forever()
print('a stop before the run makes it one iteration')


async def background():
    for i in range(3):
        print('background', i)
        await asyncio.sleep(1)
    loop.stop()


task = loop.create_task(background())
loop.run_forever()
print(task.done())
loop.call_later(1, loop.stop)
loop.run_forever()
print(loop.time())
loop.close()
loop.close()
print('closed twice')
