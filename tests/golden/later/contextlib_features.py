import asyncio
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, closing, contextmanager, nullcontext, redirect_stdout, suppress
import io


@contextmanager
def managed(name):
    print('enter', name)
    try:
        yield name.upper()
    except ValueError as error:
        print('handled', error)
    finally:
        print('exit', name)


@asynccontextmanager
async def connection(delay):
    await asyncio.sleep(delay)
    print('connected', asyncio.get_running_loop().time())
    try:
        yield 'connection'
    finally:
        await asyncio.sleep(delay)
        print('closed', asyncio.get_running_loop().time())


@managed('decorator')
def decorated():
    print('decorated')


async def main():
    with managed('a') as a:
        print(a)
        raise ValueError('v')
    async with connection(1) as c:
        print(c)
    with suppress(ZeroDivisionError, KeyError):
        1 / 0
    print('suppressed')
    with ExitStack() as stack:
        stack.enter_context(managed('x'))
        stack.callback(print, 'callback')
        stack.enter_context(managed('y'))
    async with AsyncExitStack() as stack:
        for delay in (1, 2):
            await stack.enter_async_context(connection(delay))
    with nullcontext(5) as n, redirect_stdout(io.StringIO()) as out:
        print('captured', n)
    print(repr(out.getvalue()))
    decorated()
    try:
        async with connection(0):
            raise KeyError('k')
    except KeyError as error:
        print('through', error)


asyncio.run(main())
