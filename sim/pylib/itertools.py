# Iterators made from iterators.


class count:
    def __init__(self, start=0, step=1):
        self._next, self._step = start, step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if isinstance(self._step, int) and self._step == 1:
            return f"count({self._next!r})"
        return f"count({self._next!r}, {self._step!r})"


class cycle:
    def __init__(self, iterable):
        self._iterator = iter(iterable)
        self._seen = []
        self._at = None

    def __iter__(self):
        return self

    def __next__(self):
        if self._at is None:
            for value in self._iterator:
                self._seen.append(value)
                return value
            if not self._seen:
                raise StopIteration
            self._at = 0
        value = self._seen[self._at]
        self._at = (self._at + 1) % len(self._seen)
        return value


class repeat:
    def __init__(self, object, times=None):
        self._object = object
        self._left = None if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __repr__(self):
        left = "" if self._left is None else f", {self._left}"
        return f"repeat({self._object!r}{left})"

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left


class _Generated:
    # An iterator whose work is a generator's, but which is named as its function.
    def __init__(self, *args, **kwargs):
        self._iterator = self._generate(*args, **kwargs)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._iterator)


class accumulate(_Generated):
    def _generate(self, iterable, func=None, *, initial=None):
        iterator = iter(iterable)
        total = initial
        if initial is None:
            for total in iterator:
                break
            else:
                return
        yield total
        for element in iterator:
            total = total + element if func is None else func(total, element)
            yield total


class chain(_Generated):
    def _generate(self, *iterables):
        for iterable in iterables:
            yield from iterable

    @classmethod
    def from_iterable(cls, iterables):
        self = cls()
        self._iterator = (element for iterable in iterables for element in iterable)
        return self


class compress(_Generated):
    def _generate(self, data, selectors):
        return (d for d, s in zip(data, selectors) if s)


class dropwhile(_Generated):
    def _generate(self, predicate, iterable):
        iterator = iter(iterable)
        for x in iterator:
            if not predicate(x):
                yield x
                break
        yield from iterator


class takewhile(_Generated):
    def _generate(self, predicate, iterable):
        for x in iterable:
            if not predicate(x):
                break
            yield x


class filterfalse(_Generated):
    def _generate(self, function, iterable):
        for x in iterable:
            if not (x if function is None else function(x)):
                yield x


class starmap(_Generated):
    def _generate(self, function, iterable):
        for args in iterable:
            yield function(*args)


class islice(_Generated):
    def __init__(self, iterable, *args):
        limits = slice(*args)
        start = 0 if limits.start is None else limits.start
        step = 1 if limits.step is None else limits.step
        for value in (start, step, limits.stop):
            if value is not None and (not isinstance(value, int) or value < 0):
                which = "Stop argument" if len(args) == 1 else "Indices"
                raise ValueError(f"{which} for islice() must be None or an integer: "
                                 "0 <= x <= sys.maxsize.")
        if step < 1:
            raise ValueError("Step for islice() must be a positive integer or None.")
        self._iterator = self._generate(iter(iterable), start, limits.stop, step)

    def _generate(self, iterator, start, stop, step):
        at = 0
        wanted = start
        while stop is None or wanted < stop:
            for value in iterator:
                at += 1
                if at > wanted:
                    break
            else:
                return
            yield value
            wanted += step
        # What lies before the end has been looked at, as in a slice.
        while stop is not None and at < stop and wanted - step < stop - 1:
            for value in iterator:
                at += 1
                break
            else:
                return


class pairwise(_Generated):
    def _generate(self, iterable):
        iterator = iter(iterable)
        for before in iterator:
            break
        else:
            return
        for value in iterator:
            yield before, value
            before = value


class batched(_Generated):
    def __init__(self, iterable, n, *, strict=False):
        if n < 1:
            raise ValueError("n must be at least one")
        self._iterator = self._generate(iter(iterable), n, strict)

    def _generate(self, iterator, n, strict):
        while True:
            batch = []
            for value in iterator:
                batch.append(value)
                if len(batch) == n:
                    break
            if strict and 0 < len(batch) < n:
                raise ValueError("batched(): incomplete batch")
            if not batch:
                return
            yield tuple(batch)


class zip_longest(_Generated):
    def _generate(self, *iterables, fillvalue=None):
        iterators = [iter(it) for it in iterables]
        active = len(iterators)
        while active:
            values = []
            for i, iterator in enumerate(iterators):
                if iterator is None:
                    values.append(fillvalue)
                    continue
                for value in iterator:
                    values.append(value)
                    break
                else:
                    active -= 1
                    if not active:
                        return
                    iterators[i] = None
                    values.append(fillvalue)
            yield tuple(values)


class product(_Generated):
    def _generate(self, *iterables, repeat=1):
        pools = [tuple(it) for it in iterables] * repeat
        yield from self._from(pools, ())

    def _from(self, pools, prefix):
        if not pools:
            yield prefix
            return
        for value in pools[0]:
            yield from self._from(pools[1:], prefix + (value,))


def _index_choices(n, r, first, repeated):
    # The ascending r-tuples of indices below n, from [first] on.
    if r == 0:
        yield ()
        return
    for i in range(first, n):
        for rest in _index_choices(n, r - 1, i if repeated else i + 1, repeated):
            yield (i, *rest)


class combinations(_Generated):
    def _generate(self, iterable, r):
        pool = tuple(iterable)
        if r < 0:
            raise ValueError("r must be non-negative")
        for indices in _index_choices(len(pool), r, 0, False):
            yield tuple(pool[i] for i in indices)


class combinations_with_replacement(_Generated):
    def _generate(self, iterable, r):
        pool = tuple(iterable)
        for indices in _index_choices(len(pool), r, 0, True):
            yield tuple(pool[i] for i in indices)


class permutations(_Generated):
    def _generate(self, iterable, r=None):
        pool = tuple(iterable)
        r = len(pool) if r is None else r
        yield from self._from(pool, r, ())

    def _from(self, pool, r, taken):
        if r == 0:
            yield tuple(pool[i] for i in taken)
            return
        for i in range(len(pool)):
            if i not in taken:
                yield from self._from(pool, r - 1, (*taken, i))


class groupby:
    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = key
        self._value = self._current = self._target = object()
        self._ended = False

    def __iter__(self):
        return self

    def _advance(self):
        for value in self._iterator:
            self._value = value
            self._current = value if self._key is None else self._key(value)
            return True
        self._ended = True
        return False

    def __next__(self):
        self._group = object()
        while self._current == self._target:
            if not self._advance():
                raise StopIteration
        if self._ended:
            raise StopIteration
        self._target = self._current
        return self._current, self._members(self._target, self._group)

    def _members(self, key, group):
        while self._group is group and self._current == key and not self._ended:
            yield self._value
            if not self._advance():
                self._current = object()
                self._target = self._current
                return


def tee(iterable, n=2):
    iterator = iter(iterable)
    shared = []  # values, and where each reader stands in them

    def reader():
        at = 0
        while True:
            if at == len(shared):
                for value in iterator:
                    shared.append(value)
                    break
                else:
                    return
            yield shared[at]
            at += 1

    return tuple(reader() for _ in range(n))
