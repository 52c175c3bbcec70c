import time
start = time.time()
print(start, time.monotonic(), time.perf_counter(), time.process_time(), time.time_ns(),
      time.monotonic_ns(), time.perf_counter_ns())
print(time.strftime('%X'), time.strftime('%Y-%m-%d %H:%M:%S'), time.ctime(), time.asctime(),
      time.strftime('%a %A %b %B %d %j %m %p %I %y %% %Z %D %T %F %R %e %U %w %z %c %x'))
time.sleep(1.5)
print(time.time() - start, time.monotonic(), time.perf_counter(), time.strftime('%X'),
      time.monotonic_ns(), time.process_time())
now = time.localtime()
print(now.tm_year, now.tm_mon, now.tm_mday, now.tm_hour, now.tm_min, now.tm_sec, now.tm_wday,
      now.tm_yday, now.tm_isdst, tuple(now), len(now), now[0])
print(time.gmtime(0)[:6], time.localtime(86400).tm_mday, time.mktime(time.gmtime(1000)),
      time.strftime('%H:%M', time.gmtime(3600)), time.ctime(0), time.asctime(time.gmtime(1e9)),
      time.gmtime() == time.localtime())
print(now, time.timezone, time.tzname[0], time.daylight, time.strptime('2026-03-04', '%Y-%m-%d')[:3])
time.sleep(0)
time.sleep(0.000001)
print(f'{time.perf_counter():.9f} {time.perf_counter() - 1:.2f}', time.monotonic_ns())
for call in (lambda: time.sleep(-1), lambda: time.sleep('a'), lambda: time.sleep(),
        lambda: time.sleep(None), lambda: time.sleep(float('nan')), lambda: time.strftime(5),
        lambda: time.gmtime('a')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
for _ in range(3):
    time.sleep(0.1)
    print(time.monotonic())
print(time.sleep(True), time.time())
