import asyncio
import contextvars

user = contextvars.ContextVar('user', default='nobody')


async def show(name):
    print(name, 'sees', user.get())
    user.set(name)
    await asyncio.sleep(0)
    print(name, 'has', user.get())


def callback():
    print('callback sees', user.get())


async def main():
    user.set('main')
    await asyncio.gather(show('a'), show('b'))
    print('main has', user.get())
    await show('awaited directly')
    print('main has', user.get())
    asyncio.get_running_loop().call_soon(callback)
    context = contextvars.copy_context()
    context.run(user.set, 'in the copy')
    asyncio.get_running_loop().call_soon(callback, context=context)
    await asyncio.create_task(show('own context'), context=context)
    print(context[user], user in context, user.get(), user.name)
    token = user.set('temporary')
    print(token.old_value, user.get())
    user.reset(token)
    print(user.get())
    try:
        user.reset(token)
    except RuntimeError as error:
        print(str(error).split('<')[0])
    empty = contextvars.ContextVar('empty')
    try:
        empty.get()
    except LookupError as error:
        print(type(error).__name__, empty.get('default'))


asyncio.run(main())
print(user.get())
