"""Sets of tasks, futures and coroutines iterate in creation order.

CPython orders such a set by the addresses of its members, so a program that
shows the order shows something else in every run.  `OrderedSet` is a set in
everything but that: its futures come in the order of their creation, its
coroutines in the order in which they were put into a set.  It stands in for
`set` where asyncio keeps tasks and gives them out (`wait`, `all_tasks`,
`TaskGroup`, `as_completed`), and in the program for `set` and for its displays
(programs.py).  A set that holds anything else iterates as it always did.
"""
import _weakrefset
import builtins
import itertools
import types
import weakref

plain_set = builtins.set
creation = weakref.WeakKeyDictionary()
places = itertools.count()


def note(thing):
    """Remember [thing]'s place in the order of creation, if it has none yet."""
    if is_ordered(thing) and thing not in creation:
        creation[thing] = next(places)


def is_ordered(thing):
    import asyncio
    return isinstance(thing, (asyncio.Future, types.CoroutineType))


def place(thing):
    note(thing)
    return creation[thing]


class SetType(type):
    """Every plain set is an instance of OrderedSet, as far as anyone can ask."""

    def __instancecheck__(cls, thing):
        asked = plain_set if cls is OrderedSet else None
        return isinstance(thing, asked) if asked else type.__instancecheck__(cls, thing)

    def __subclasscheck__(cls, other):
        asked = plain_set if cls is OrderedSet else None
        return issubclass(other, asked) if asked else type.__subclasscheck__(cls, other)


class OrderedSet(set, metaclass=SetType):
    __slots__ = ()

    def __init__(self, *members):
        if len(members) == 1 and not isinstance(members[0], plain_set):
            members = (list(members[0]),)
            for member in members[0]:
                note(member)
        plain_set.__init__(self, *members)

    def add(self, member):
        note(member)
        plain_set.add(self, member)

    def update(self, *others):
        others = [list(other) for other in others]
        for other in others:
            for member in other:
                note(member)
        plain_set.update(self, *others)

    def __iter__(self):
        members = list(plain_set.__iter__(self))
        if len(members) < 2 or not all(map(is_ordered, members)):
            return plain_set.__iter__(self)
        return self.iterate(sorted(members, key=place))

    def iterate(self, members):
        for member in members:
            if len(self) != len(members):
                raise RuntimeError("Set changed size during iteration")
            yield member

    def pop(self):
        if len(self) < 2 or not all(map(is_ordered, plain_set.__iter__(self))):
            return plain_set.pop(self)
        member = next(iter(self))
        self.remove(member)
        return member

    def __repr__(self):
        if not self:
            return "set()"
        return "{" + ", ".join(map(repr, self)) + "}"

    def __reduce__(self):
        return plain_set, (list(self),)


def give_back_ordered(name):
    """An operation of set whose result is ordered again."""
    operation = getattr(plain_set, name)

    def method(self, *others):
        result = operation(self, *others)
        return OrderedSet(result) if type(result) is plain_set else result

    method.__name__ = name
    return method


def dress_up():
    for name in ("copy", "union", "intersection", "difference", "symmetric_difference",
                 "__or__", "__ror__", "__and__", "__rand__", "__sub__", "__rsub__",
                 "__xor__", "__rxor__"):
        setattr(OrderedSet, name, give_back_ordered(name))
    SetType.__name__ = SetType.__qualname__ = "type"
    OrderedSet.__name__ = OrderedSet.__qualname__ = "set"
    SetType.__module__ = OrderedSet.__module__ = "builtins"


class OrderedWeakSet(_weakrefset.WeakSet):
    """A weak set in the order of adding: the loop's async generators."""

    def __init__(self):
        super().__init__()
        self.members = weakref.WeakKeyDictionary()

    def add(self, member):
        self.members[member] = None

    def discard(self, member):
        self.members.pop(member, None)

    def clear(self):
        self.members.clear()

    def __iter__(self):
        return iter(list(self.members))

    def __len__(self):
        return len(self.members)

    def __contains__(self, member):
        return member in self.members


def patch():
    import asyncio
    from asyncio import base_events, taskgroups, tasks
    dress_up()
    tasks.set = taskgroups.set = OrderedSet
    all_tasks = tasks.all_tasks
    tasks.all_tasks = asyncio.all_tasks = lambda loop=None: OrderedSet(all_tasks(loop))
    patch_creation(base_events.BaseEventLoop)
    builtins.__ordered_set__ = OrderedSet


def patch_creation(loop_class):
    """Note every task and future of the loop as soon as it exists."""
    init, create_future = loop_class.__init__, loop_class.create_future
    call_soon = loop_class.call_soon

    def __init__(self):
        init(self)
        self._asyncgens = OrderedWeakSet()

    def create_future_(self):
        future = create_future(self)
        note(future)
        return future

    def call_soon_(self, callback, *args, context=None):
        # A new task's first call is its own first step.
        note(getattr(callback, "__self__", None))
        handle = call_soon(self, callback, *args, context=context)
        if handle._source_traceback:
            del handle._source_traceback[-1]  # this frame, in debug mode
        return handle

    loop_class.__init__ = __init__
    loop_class.create_future = create_future_
    loop_class.call_soon = call_soon_
