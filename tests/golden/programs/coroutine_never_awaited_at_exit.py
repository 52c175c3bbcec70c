async def forgotten():
    pass


kept = forgotten()
print('the coroutine lives until the program ends')
