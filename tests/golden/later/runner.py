import asyncio


async def name(value):
    await asyncio.sleep(1)
    return asyncio.current_task().get_name(), value, asyncio.get_running_loop().time()


with asyncio.Runner() as runner:
    print(runner.run(name(1)))
    loop = runner.get_loop()
    print(runner.run(name(2)), loop.is_running(), runner.get_loop() is loop)
    task = loop.create_task(asyncio.sleep(100))
print(loop.is_closed(), task.cancelled())
try:
    runner.run(c := name(3))
except RuntimeError as error:
    print(error)
    c.close()
with asyncio.Runner(debug=True) as runner:
    print(runner.get_loop().get_debug())
with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
    try:
        runner.run(5)
    except ValueError as error:
        print(error)
print(asyncio.run(name(4), loop_factory=asyncio.new_event_loop))
