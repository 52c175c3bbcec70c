import asyncio


async def careless():
    try:
        await asyncio.sleep(10)
    except Exception as error:
        print('never', error)
    return 'never'


async def bare():
    try:
        await asyncio.sleep(10)
    except:
        print('a bare except catches it')
        return 'caught'


async def raiser():
    raise asyncio.CancelledError('raised by hand')


async def main():
    print(issubclass(asyncio.CancelledError, Exception), asyncio.CancelledError.__mro__[1].__name__,
          asyncio.CancelledError)
    for coroutine in (careless(), bare()):
        task = asyncio.create_task(coroutine)
        await asyncio.sleep(1)
        task.cancel()
        await asyncio.wait([task])
        print(task.cancelled())
    task = asyncio.create_task(raiser())
    await asyncio.wait([task])
    print(task.cancelled())
    try:
        await raiser()
    except asyncio.CancelledError as error:
        print(repr(error))
    results = await asyncio.gather(raiser(), bare_quick(), return_exceptions=True)
    print([repr(r) for r in results])
    print(asyncio.TimeoutError is TimeoutError, issubclass(asyncio.InvalidStateError, Exception),
          asyncio.exceptions.CancelledError is asyncio.CancelledError)


async def bare_quick():
    return 1


asyncio.run(main())
