import asyncio
import logging
import sys

logging.basicConfig(level=logging.DEBUG, stream=sys.stdout,
                    format='%(asctime)s %(levelname)-8s %(name)s [%(funcName)s] %(message)s', datefmt='%H:%M:%S')
log = logging.getLogger('app')
child = logging.getLogger('app.child')


async def work(n):
    log.info('work %d starts', n)
    await asyncio.sleep(n)
    child.debug('work %(n)s ends', {'n': n})


async def main():
    await asyncio.gather(work(1), work(2))
    log.warning('careful')
    try:
        1 / 0
    except ZeroDivisionError:
        log.error('an error: %r', 'text')
    log.critical('critical')
    child.setLevel(logging.ERROR)
    child.info('not shown')
    print(log.level, child.getEffectiveLevel(), log.isEnabledFor(logging.DEBUG),
          logging.getLevelName(30), log.name, child.parent is log)
    logging.info('from the root')
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter('{levelname}:{message}', style='{'))
    own = logging.getLogger('own')
    own.propagate = False
    own.addHandler(handler)
    own.warning('with its own handler')
    logging.disable(logging.CRITICAL)
    log.critical('never')


asyncio.run(main())
