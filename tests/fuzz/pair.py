"""Runs a program under CPython and under loopscope and says how they differ.

    with Pair(loopscope, python, folder) as pair:
        difference = pair.compare(text)     # None, SKIPPED, or the first differences as text

Compared are stdout, the exit status, the lines of stderr that are no part of a traceback's
places, and the schedule.  Addresses and the folders of the program and the library are masked.
What the collector finds in circles when the interpreter exits comes in an order of its own, and
is not compared.
"""
import difflib
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))
import schedule

SKIPPED = "skipped"     # it does not end, or not soon
DEADLOCK, LIMIT = 3, 4
MARK = "-- exit --\n"   # see oracle.py


class Run:
    """What one of the two did."""

    def __init__(self, out, err, status, rows):
        self.out, self.err, self.status, self.rows = out, err, status, rows

    def parts(self):
        """(title, lines) of everything that is compared."""
        yield "stdout", self.out.split("\n")
        yield "status", [str(self.status)]
        yield "stderr", told(self.err)
        yield "schedule", self.rows


def told(err):
    """The lines of stderr that say something: no places, no marks below them."""
    return [line for line in err.split("\n") if line and not line.startswith(" ")]


class Pair:
    """One oracle process and one loopscope binary, working in one folder."""

    def __init__(self, loopscope, python, folder):
        self.loopscope, self.folder = loopscope, folder
        self.program = os.path.join(folder, "program.py")
        self.base = os.path.join(folder, "python")
        self.environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "TZ": "UTC",
                            "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1", "COLUMNS": "80"}
        self.environment.pop("LOOPSCOPE_LANG", None)
        self.oracle = subprocess.Popen([python, os.path.join(HERE, "oracle.py")], text=True,
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                       stderr=subprocess.DEVNULL, env=self.environment)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.oracle.stdin.close()
        self.oracle.wait()

    def mask(self, text):
        text = text.replace(self.folder + os.sep, "")
        text = re.sub(r"0x[0-9a-f]{6,}", "0xADDRESS", text)
        text = re.sub(r"(/[^\s\"']*/lib/python3\.\d+|<loopscope>)/([a-z_/]+\.py:)\d+", r"LIB/\2",
                      text)
        # Between two handles it is the loop that runs, here or there.
        return re.sub(r"LIB/asyncio/(base_events|events)\.py:", "LIB/LOOP:", text)

    def read(self, suffix):
        with open(self.base + suffix, encoding="utf-8", errors="replace") as file:
            return self.mask(file.read())

    def run_python(self):
        self.oracle.stdin.write(f"{self.program} {self.base}\n")
        self.oracle.stdin.flush()
        status = int(self.oracle.stdout.readline())
        if status in (LIMIT, -14):
            return None
        return Run(self.read(".out"), self.read(".err"), status,
                   self.read(".schedule").splitlines())

    def run_loopscope(self):
        """One run, seen through its trace: what was written, and the schedule."""
        path = os.path.join(self.folder, "program.trace.jsonl")
        if os.path.exists(path):
            os.remove(path)
        command = [self.loopscope, "trace", "--detail", "schedule", "-o", path, self.program]
        try:
            ended = subprocess.run(command, capture_output=True, timeout=60, check=False,
                                   env=self.environment, stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            return Run("", "does not end", "none", [])
        if not os.path.exists(path):
            return Run("", ended.stderr.decode("utf-8", "replace"), ended.returncode, [])
        with open(path, encoding="utf-8") as file:
            lines = file.readlines()
        texts = {"stdout": [], "stderr": []}
        for line in lines:
            if line.startswith('{"ev":"out"'):
                event = json.loads(line)
                texts[event["stream"]].append(event["text"])
        return Run(self.mask("".join(texts["stdout"])), self.mask("".join(texts["stderr"])),
                   ended.returncode, self.mask("\n".join(schedule.read_schedule(lines))).split("\n"))

    def compare(self, text):
        with open(self.program, "w", encoding="utf-8") as file:
            file.write(text)
        theirs = self.run_python()
        if theirs is None:
            return SKIPPED
        ours = self.run_loopscope()
        cut_exit(theirs, ours)
        told = [show(title, lines, dict(ours.parts()).get(title, []))
                for title, lines in theirs.parts() if dict(ours.parts()).get(title) != lines]
        return "\n".join(told) or None


def cut_exit(theirs, ours):
    """Take away from both what stderr says at exit, or about a deadlock in loopscope's own words."""
    before, _, after = theirs.err.partition(MARK)
    theirs.err = before
    lines, length = told(ours.err), len(told(before))
    if after.strip() or theirs.status == DEADLOCK:
        ours.err = "\n".join(lines[:length])


def show(title, theirs, ours):
    """The first difference of two lists of lines."""
    changes = list(difflib.unified_diff(theirs, ours, "python", "loopscope", lineterm="", n=1))
    return f"  {title} (- CPython's, + ours):\n" + "\n".join("    " + line for line in changes[2:14])
