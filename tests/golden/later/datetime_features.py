import asyncio
from datetime import date, datetime, time, timedelta, timezone


async def main():
    start = datetime.now()
    print(start, repr(start), start.isoformat(), start.strftime('%d.%m.%Y %H:%M:%S.%f'))
    await asyncio.sleep(1.5)
    now = datetime.now()
    print(now - start, (now - start).total_seconds(), repr(now - start), now > start)
    print(f'{now:%H:%M:%S} {now:%T.%f} {now.year} {now.month} {now.weekday()} {now.date()} {now.time()}')
    print(datetime.now(timezone.utc), date.today(), datetime.today().hour, now.timestamp())
    print(now + timedelta(days=1, hours=2), now.replace(microsecond=0, year=2030),
          datetime(2024, 2, 28) + timedelta(days=2))
    print(timedelta(seconds=90), timedelta(days=2, hours=3), timedelta(milliseconds=1500),
          -timedelta(minutes=1), timedelta(1) / 2, timedelta(hours=5) // timedelta(minutes=7),
          timedelta(1) == timedelta(hours=24))
    print(datetime.fromtimestamp(0), datetime.fromisoformat('2024-05-06T07:08:09'),
          datetime.strptime('05/06/2024', '%d/%m/%Y'), date(2024, 1, 1).isoweekday(), time(1, 2, 3))
    print(datetime(2024, 1, 1) < datetime(2024, 1, 2), min(date(2024, 1, 2), date(2023, 1, 1)),
          date(2024, 12, 25) - date(2024, 1, 1), datetime.combine(date(2024, 1, 1), time(5)))
    for wrong in (lambda: datetime(2024, 13, 1), lambda: date(2023, 2, 29),
            lambda: datetime.strptime('x', '%Y'), lambda: now + 5, lambda: now < now.date()):
        try:
            wrong()
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
