# Heaps in lists: heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2].
__all__ = ("heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest",
           "heappushpop")


def _sift_down(heap, start, at):
    # Moves the item at [at] up to its place, no further than [start].
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _sift_up(heap, at):
    # Moves the smaller child up until a leaf is reached, then the item from there to its place:
    # fewer comparisons than looking for the place on the way down.
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _sift_down(heap, start, at)


def heappush(heap, item):
    heap.append(item)
    _sift_down(heap, 0, len(heap) - 1)


def heappop(heap):
    last = heap.pop()
    if heap:
        first = heap[0]
        heap[0] = last
        _sift_up(heap, 0)
        return first
    return last


def heapreplace(heap, item):
    first = heap[0]
    heap[0] = item
    _sift_up(heap, 0)
    return first


def heappushpop(heap, item):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sift_up(heap, 0)
    return item


def heapify(x):
    for i in reversed(range(len(x) // 2)):
        _sift_up(x, i)


def merge(*iterables, key=None, reverse=False):
    waiting = []
    for order, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for value in iterator:
            waiting.append([value, order, iterator])
            break
    while waiting:
        def rank(entry):
            return entry[0] if key is None else key(entry[0])
        best = max(waiting, key=rank) if reverse else min(waiting, key=rank)
        yield best[0]
        for value in best[2]:
            best[0] = value
            break
        else:
            waiting.remove(best)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
