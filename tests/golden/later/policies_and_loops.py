import asyncio


async def main():
    return type(asyncio.get_running_loop()).__name__


policy = asyncio.get_event_loop_policy()
print(isinstance(policy, asyncio.DefaultEventLoopPolicy))


class Mine(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, **kwargs):
        self.count = getattr(self, 'count', 0) + 1
        return super().call_soon(callback, *args, **kwargs)


loop = Mine()
print(loop.run_until_complete(main()), loop.count, isinstance(loop, asyncio.AbstractEventLoop))
loop.close()
print(asyncio.run(main(), loop_factory=Mine))
asyncio.set_event_loop_policy(None)
print(asyncio.run(main()))
