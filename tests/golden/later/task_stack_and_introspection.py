import asyncio
import io


async def inner():
    await asyncio.sleep(1)


async def outer():
    await inner()


async def main():
    task = asyncio.create_task(outer(), name='watched')
    print(task.get_stack()[0].f_code.co_name, task.get_coro().cr_frame is not None, task.get_coro().cr_await)
    await asyncio.sleep(0)
    print([frame.f_code.co_name for frame in task.get_stack()], task.get_coro().cr_await.__name__,
          task.get_coro().cr_running)
    out = io.StringIO()
    task.print_stack(file=out)
    print(out.getvalue().split('\n')[0].replace(str(task), ''))
    await task
    print(task.get_stack(), task.get_coro().cr_frame)


asyncio.run(main())
