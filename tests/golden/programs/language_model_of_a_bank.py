import asyncio


class Account:
    """Money that is read, then slept on, then written: the lost update."""

    def __init__(self, owner, balance=0):
        self.owner, self.balance = owner, balance

    async def deposit(self, amount):
        before = self.balance
        await asyncio.sleep(0.1)
        self.balance = before + amount

    def __repr__(self):
        return f'{self.owner}: {self.balance:,}'


async def main():
    account = Account('Ann', 1000)
    await asyncio.gather(*(account.deposit(n) for n in (1, 10, 100)))
    print(account, 'although 111 were paid in')
    for n in (1, 10, 100):
        await account.deposit(n)
    print(account)


asyncio.run(main())
