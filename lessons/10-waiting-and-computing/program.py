import asyncio
import time


async def fetch(page):
    await asyncio.sleep(1)
    return f"page {page}"


def compute(number):
    time.sleep(1)
    return number * number


async def compute_async(number):
    return compute(number)


async def main():
    start = time.monotonic()
    pages = await asyncio.gather(fetch(1), fetch(2), fetch(3))
    print(f"{len(pages)} pages fetched in {time.monotonic() - start:.0f} s")

    start = time.monotonic()
    squares = await asyncio.gather(
        compute_async(1), compute_async(2), compute_async(3))
    print(f"{len(squares)} squares computed in {time.monotonic() - start:.0f} s")


asyncio.run(main())
