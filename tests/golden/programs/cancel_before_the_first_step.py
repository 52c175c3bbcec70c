import asyncio


async def never():
    print('never printed')
    try:
        await asyncio.sleep(1)
    finally:
        print('not even this')


async def main():
    task = asyncio.create_task(never())
    print(task.cancel(), task.cancelled(), task.done())
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled', task.cancelled(), task.done())
    print(task.cancel())
    again = asyncio.create_task(never())
    print(again.cancel('one'), again.cancel('two'), again.cancelling())
    await asyncio.sleep(0)
    print(again.cancelled(), again.done())
    try:
        again.result()
    except asyncio.CancelledError as error:
        print(error.args)


asyncio.run(main())
