import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()

    def handler(name):
        print('got', name)
        event.set()
    loop.add_signal_handler(signal.SIGUSR1, handler, 'SIGUSR1')
    loop.add_signal_handler(signal.SIGTERM, handler, 'SIGTERM')
    loop.call_later(1, os.kill, os.getpid(), signal.SIGUSR1)
    await event.wait()
    print(loop.time(), loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))


asyncio.run(main())
