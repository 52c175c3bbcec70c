import asyncio


async def background():
    try:
        while True:
            await asyncio.sleep(1)
            print('tick')
    finally:
        print('background stopped')


async def main():
    asyncio.create_task(background())
    await asyncio.sleep(2.5)
    raise LookupError('main failed')


try:
    asyncio.run(main())
except LookupError as error:
    print('caught outside', error)
