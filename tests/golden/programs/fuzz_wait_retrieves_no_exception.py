# wait() asks for a future's exception only if it waits for the first exception.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for when in (asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION):
        future = loop.create_future()
        loop.call_later(1, future.set_exception, ValueError(when))
        loop.set_exception_handler(lambda loop, context: print("handler", context["message"]))
        await asyncio.wait([future], return_when=when)
        print(loop.time(), when)
        del future


asyncio.run(main())
