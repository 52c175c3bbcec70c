#!/usr/bin/env python3
"""Print the schedule of a trace: the rows of a golden NAME.schedule.

    loopscope trace PROGRAM.py | schedule.py
    schedule.py TRACE.trace.jsonl

A row is `tick time_ns name` for every `run` of a step or a wakeup, and of a
call that has a name; the last row is `end` and why.
"""
import decimal
import json
import sys


class Reader:
    """Follows the events of a trace as far as the schedule needs them."""

    def __init__(self):
        self.tick = 0
        self.time_ns = 0
        self.handles = {}   # h: the event that made it
        self.names = {}     # id of a task: its name
        self.rows = []

    def see(self, event):
        if "t" in event:
            self.time_ns = int(decimal.Decimal(event["t"]) * 10**9)
        act = getattr(self, "see_" + event["ev"], None)
        if act:
            act(event)

    def see_tick(self, event):
        self.tick = event["n"]

    def see_task(self, event):
        self.names[event["id"]] = event["name"]

    def see_rename(self, event):
        self.names[event["id"]] = event["name"]

    def see_ready(self, event):
        self.handles[event["h"]] = event

    see_timer = see_ready

    def see_run(self, event):
        made = self.handles[event["h"]]
        name = made.get("name")
        if made["what"] in ("step", "wakeup"):
            name = self.names[made["task"]]
        if name is not None:
            text = name.replace("\n", "\\n")
            self.rows.append(f"{self.tick} {self.time_ns} {text}")

    def see_end(self, event):
        self.rows.append(f"end {event['why']}")


def read_schedule(lines):
    """The rows of the trace whose [lines] these are, the header first."""
    reader = Reader()
    for number, line in enumerate(lines):
        event = json.loads(line, parse_float=decimal.Decimal)
        if number > 0:
            reader.see(event)
    return reader.rows


def main():
    if len(sys.argv) > 1:
        with open(sys.argv[1], encoding="utf-8") as file:
            rows = read_schedule(file)
    else:
        rows = read_schedule(sys.stdin)
    print("\n".join(rows))


if __name__ == "__main__":
    main()
