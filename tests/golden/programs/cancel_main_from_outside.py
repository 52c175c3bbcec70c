import asyncio


async def killer(victim):
    await asyncio.sleep(1)
    print('killing main')
    victim.cancel('from outside')


async def main():
    asyncio.create_task(killer(asyncio.current_task()))
    print('main waits')
    await asyncio.sleep(10)


try:
    asyncio.run(main())
except asyncio.CancelledError as error:
    print('run raises', repr(error))
asyncio.run(main())
