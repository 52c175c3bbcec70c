# Dates and times of day, with C's datetime as the model: one file a class.
from datetime._date import IsoCalendarDate, date
from datetime._datetime import datetime
from datetime._delta import timedelta
from datetime._time import time
from datetime._zone import UTC, timezone, tzinfo

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR",
           "UTC")

MINYEAR = 1
MAXYEAR = 9999
