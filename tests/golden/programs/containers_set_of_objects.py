# Sets of tasks and of plain objects come in the order of their creation here, texts in no order
# that a program may count on: only what does not depend on it is shown.
import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number


async def main():
    tasks = [asyncio.create_task(work(number), name=f"w{number}") for number in range(8)]
    waiting = set(tasks[::-1])
    print([task.get_name() for task in waiting])
    waiting.discard(tasks[3])
    waiting.add(tasks[3])
    print([task.get_name() for task in waiting])
    print([task.get_name() for task in waiting - {tasks[0], tasks[7]}])
    print(waiting.pop().get_name(), len(waiting))
    done, pending = await asyncio.wait(tasks)
    print(sorted(task.result() for task in done), pending)


asyncio.run(main())
words = {"pear", "apple", "fig"}
print(sorted(words), "fig" in words, len(words | {"fig", "kiwi"}))
