def compute():
    result = 1
    print('computing')
    return reslt


compute()
