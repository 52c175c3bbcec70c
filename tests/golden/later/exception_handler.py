import asyncio


def handler(loop, context):
    print('handler:', context['message'], repr(context.get('exception')), sorted(context))


async def fail():
    raise ValueError('task failed')


def bad():
    raise KeyError('callback failed')


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    loop.call_soon(bad)
    task = asyncio.create_task(fail())
    await asyncio.sleep(0.1)
    del task
    loop.call_exception_handler({'message': 'by hand'})
    loop.set_exception_handler(None)
    loop.call_exception_handler({'message': 'the default one', 'exception': ValueError('x')})
    try:
        loop.set_exception_handler(5)
    except TypeError as error:
        print(error)


asyncio.run(main())
