class Stop(Exception):
    pass


try:
    raise Stop
except Stop:
    print('first')
raise Stop
