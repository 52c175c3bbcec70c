# asyncio's own logger.
import logging

logger = logging.getLogger("asyncio")
