import asyncio

asyncio.async(print)
