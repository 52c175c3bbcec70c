# list[int], int | None and kin are objects that can be shown, compared and asked.


class Point:
    pass


shown = [list[int], dict[str, list[int]], tuple[int, ...], tuple[()], list[None], set[Point],
         int | None, int | str | int, list[int] | None, Point | None, type[int], frozenset["x"]]
for one in shown:
    print(one)
print(list[int] == list[int], list[int] != list[str], hash(list[int]) == hash(list[int]))
print(int | str == str | int, {int | None}, (int | None).__args__, list[int].__origin__)
print(list[int](), dict[str, int](a=1), isinstance(5, int | str), isinstance(None, int | None))


class Numbers(list[int]):
    pass


print(Numbers([1]), Numbers.__bases__, Numbers.__orig_bases__)


def annotated(first: int | None, *rest: list[str]) -> dict[str, list[int] | None]:
    return {}


print(annotated.__annotations__["first"], annotated.__annotations__["rest"])
for wrong in (lambda: isinstance([], list[int]), lambda: int[3], lambda: int | 5,
              lambda: list[int][str], lambda: (int | str)(), lambda: None | None):
    try:
        wrong()
    except TypeError as error:
        print(error)
