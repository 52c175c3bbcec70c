import asyncio


async def bad_cleanup():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError('in clean-up')


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('ignored the cancellation')
        return 'stubborn'


async def main():
    asyncio.create_task(bad_cleanup())
    asyncio.create_task(stubborn())
    await asyncio.sleep(1)
    print('main ends')


asyncio.run(main())
print('after run')
