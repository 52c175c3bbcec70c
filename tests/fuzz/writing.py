"""The text of a random program while it is being written.

A Writer hands out random choices, all from one seed, and collects lines.  An action (a function
in one of the other files, `action(w)`) writes one or more statements into the body that is
current; `w.body()` writes a whole nested body.  The actions look at where they stand:

    w.level    the number of the function that is written; only later ones may be called
    w.tasks    names of local variables that hold tasks
    w.is_sync  whether the body is that of a plain function, where nothing can be awaited
"""
import contextlib
import random

DELAYS = ("0", "0", "0.1", "0.1", "0.2", "0.3", "0.3", "0.5", "1", "1", "1.5", "2", "3")
ERRORS = ("ValueError('v')", "KeyError('k')", "Oops(1)", "Oops('two', 3)", "OSError(2, 'gone')",
          "asyncio.CancelledError('own')", "TimeoutError('late')", "RuntimeError()")
RARE_ERRORS = ("StopIteration(1)", "KeyboardInterrupt()", "SystemExit(5)", "GeneratorExit()",
               "StopAsyncIteration()", "asyncio.InvalidStateError('odd')")


class Writer:
    """One program: its random choices and its lines."""

    def __init__(self, seed, actions, sync_actions):
        self.random = random.Random(seed)
        self.actions = actions
        self.sync_actions = sync_actions
        self.lines = []
        self.indent = 0
        self.depth = 0
        self.level = 0
        self.count = 0
        self.functions = []      # names of coroutine functions, by level
        self.generators = 0
        self.callbacks = 0
        self.tasks = []
        self.is_sync = False
        self.is_generator = False

    # Choices.

    def chance(self, share):
        return self.random.random() < share

    def pick(self, *things):
        return self.random.choice(things)

    def below(self, number):
        return self.random.randrange(number)

    def fresh(self, prefix):
        """A new name."""
        self.count += 1
        return f"{prefix}{self.count}"

    def delay(self):
        return self.random.choice(DELAYS)

    def error(self):
        return self.random.choice(RARE_ERRORS if self.chance(0.04) else ERRORS)

    def tag(self):
        """A text that tells this place of the program from every other, as an expression."""
        self.count += 1
        return f"'{self.count}'"

    # Lines and bodies.

    def line(self, text):
        self.lines.append("    " * self.indent + text)

    @contextlib.contextmanager
    def block(self, head):
        self.line(head)
        self.indent += 1
        self.depth += 1
        kept = len(self.tasks)
        length = len(self.lines)
        yield
        if len(self.lines) == length:
            self.line("pass")
        del self.tasks[kept:]
        self.depth -= 1
        self.indent -= 1

    def body(self, most=3):
        """Some statements; fewer the deeper it stands."""
        most = 1 if self.depth > 3 else most
        for _ in range(1 + self.below(most)):
            self.statement()

    def statement(self):
        table = self.sync_actions if self.is_sync else self.actions
        simple = self.depth > 4
        while True:
            action = self.random.choices(table[0], table[1])[0]
            if not (simple and action.__name__.startswith("nest_")):
                return action(self)

    def say(self, *what):
        self.line(f"say(n, {', '.join([self.tag(), *what])})")

    # Expressions.

    def call(self):
        """A coroutine of the program."""
        later = self.functions[self.level + 1:]
        if later and self.chance(0.6):
            return f"{self.random.choice(later)}(n + {self.tag()})"
        return self.pick(self.nap, self.nap, self.fail, self.stubborn, self.polite, self.instant)()

    def nap(self):
        return f"nap(n + {self.tag()}, {self.delay()}, {self.below(9)})"

    def fail(self):
        return f"fail(n + {self.tag()}, {self.delay()}, {self.error()})"

    def stubborn(self):
        return f"stubborn(n + {self.tag()}, {self.delay()}, {self.delay()})"

    def polite(self):
        return f"polite(n + {self.tag()}, {self.delay()}, {self.delay()})"

    def instant(self):
        return f"instant(n + {self.tag()})"

    def callback(self):
        return f"cb{self.below(self.callbacks)}"

    def generator(self):
        """The name of an async generator function."""
        k = self.below(self.generators + 2)
        return f"gen{k}" if k < self.generators and not self.is_generator else "count"

    def task(self):
        """A task that exists, or None at run time."""
        if self.tasks and self.chance(0.7):
            return self.random.choice(self.tasks)
        return f"some({self.below(20)})"

    def future(self):
        """Something that is a future already."""
        kind = self.below(10)
        if kind < 3:
            return f"F[{self.below(3)}]"
        if kind < 6:
            return self.task()
        if kind < 9:
            return f"spawn({self.call()})"
        return f"asyncio.ensure_future({self.awaitable()})"

    def awaitable(self, deep=0):
        """Anything that can be awaited, once."""
        makers = (self.a_sleep, self.a_sleep, self.call, self.call, self.call, self.future,
                  self.future, self.a_primitive, self.a_primitive)
        if deep < 2:
            makers += (self.a_wrapped, self.a_wrapped)
        maker = self.random.choice(makers)
        return maker(deep) if maker == self.a_wrapped else maker()

    def a_sleep(self):
        return f"asyncio.sleep({self.delay()}{self.pick('', f', {self.below(9)}')})"

    def a_primitive(self):
        return self.pick(f"E[{self.below(2)}].wait()", f"Q[{self.below(4)}].get()",
                         f"Q[{self.below(2)}].join()", f"Q[{self.below(4)}].put({self.below(5)})",
                         f"L[{self.below(2)}].acquire()", f"S[{self.below(2)}].acquire()",
                         f"B[{self.below(2)}].wait()")

    def a_wrapped(self, deep):
        one = self.awaitable(deep + 1)
        return self.pick(f"asyncio.wait_for({one}, {self.limit()})", f"asyncio.shield({one})",
                         self.gather(deep + 1), f"Through({one})",
                         f"within({self.limit()}, {one})")

    def limit(self):
        return "None" if self.chance(0.08) else self.delay()

    def gather(self, deep=0):
        several = [self.awaitable(deep + 1) for _ in range(self.below(4))]
        if several and self.chance(0.15):
            several.append(several[0] if several[0].startswith("F[") else f"F[{self.below(3)}]")
        if self.chance(0.4):
            several.append("return_exceptions=True")
        return f"asyncio.gather({', '.join(several)})"
