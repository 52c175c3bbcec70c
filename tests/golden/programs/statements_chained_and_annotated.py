x: int = 5
y: 'list[str]' = ['a']
z: undefined_but_never_evaluated.thing if False else int
a = b = c = []
a.append(1)
print(x, y, a, b is c)


def f(n: int, m: 'str' = 'd', *args: int, **kw: dict) -> None:
    local: int
    typed: float = 1.5
    return n, m, typed


print(f(1), f.__annotations__)


class C:
    attr: int
    other: str = 'o'
    x: list = []


print(C.__annotations__, C.other, hasattr(C, 'attr'))
c = C()
c.y: int = 3
print(c.y)
i = 0; j = 1; print(i, j)
if i: print('no')
elif j: print('elif')
else: print('else')
while i < 2: i += 1
print(i); pass; ...
if True:
    pass
'a string alone'
(1,
 2)
result = (1 +
          2 *
          3)
print(result, \
      'continued')
for _ in 'ab': print(_, end=' ')
print()
x = 1 if i else 2,
print(x)
match = 5
case = 6
type = 7
print(match + case + type, (lambda _: _)(1))
async def nothing(): pass
print(nothing.__name__)
def g(): return
print(g())
print('end')
