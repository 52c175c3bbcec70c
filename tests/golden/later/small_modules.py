import copy
import heapq
import json
import operator
import statistics
import string
import textwrap
h = [5, 1, 4]
heapq.heapify(h)
heapq.heappush(h, 2)
print(heapq.heappop(h), heapq.heappop(h), heapq.nlargest(2, h), heapq.nsmallest(1, h),
      heapq.heappushpop(h, 3), h, list(heapq.merge([1, 4], [2, 3])))
data = {'a': [1, 2.5, None, True], 'b': {'c': 'text é'}}
print(json.dumps(data), json.dumps(data, indent=2, sort_keys=True),
      json.loads('{"x": [1, 2.0, null, true, "s"]}'), json.dumps('é', ensure_ascii=False))
try:
    json.loads('{bad}')
except json.JSONDecodeError as error:
    print(error)
deep = copy.deepcopy(data)
deep['a'].append(3)
shallow = copy.copy(data)
print(data['a'], deep['a'], shallow['a'] is data['a'])
print(statistics.mean([1, 2, 3, 4]), statistics.median([3, 1, 2]), statistics.stdev([1, 2, 3]),
      statistics.mode('aab'), statistics.fmean([1, 2]), statistics.pstdev([1, 3]))
print(string.ascii_lowercase, string.digits, string.punctuation,
      string.Template('$a ${b}').substitute(a=1, b=2), string.capwords('a b'))
print(textwrap.dedent('  a\n    b\n'), textwrap.fill('the quick brown fox jumps', 10),
      textwrap.indent('a\nb', '> '), textwrap.shorten('hello world again', 12))
print(operator.add(1, 2), operator.itemgetter(1)('ab'), operator.attrgetter('real')(5),
      operator.methodcaller('upper')('a'), sorted([(2, 'a'), (1, 'b')], key=operator.itemgetter(0)))
