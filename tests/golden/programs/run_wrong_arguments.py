import asyncio


async def main():
    print('never')


def plain():
    print('plain runs')


for wrong in (main, plain(), 5, 'text', [main]):
    try:
        asyncio.run(wrong)
    except (ValueError, TypeError) as error:
        text = str(error).split(' at 0x')[0]
        print(type(error).__name__, text)


async def nested():
    coroutine = asyncio.sleep(1)
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()


asyncio.run(nested())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
coroutine = asyncio.sleep(1)
try:
    asyncio.create_task(coroutine)
except RuntimeError as error:
    print(error)
coroutine.close()
