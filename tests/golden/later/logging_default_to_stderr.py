import logging

logging.debug('not shown')
logging.info('not shown')
logging.warning('shown on stderr')
log = logging.getLogger('mine')
log.error('an error of mine')
try:
    {}['x']
except KeyError:
    log.exception('with a traceback')
print(logging.getLogger().handlers[0].__class__.__name__)
