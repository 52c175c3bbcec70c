import asyncio
import random
import time


async def fetch(url):
    latency = random.uniform(0.1, 1)
    await asyncio.sleep(latency)
    if random.random() < 0.2:
        raise ConnectionError(f'{url} failed')
    return f'{url} in {latency:.3f} s'


async def crawl(urls):
    results = await asyncio.gather(*(fetch(url) for url in urls), return_exceptions=True)
    for result in results:
        print('error:' if isinstance(result, Exception) else 'ok:', result)


urls = [f'page/{n}' for n in range(10)]
start = time.perf_counter()
asyncio.run(crawl(urls))
print(f'all pages in {time.perf_counter() - start:.2f} s')
