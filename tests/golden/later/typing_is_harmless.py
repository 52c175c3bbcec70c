import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable
from typing import Any, Dict, Generic, List, NamedTuple, Optional, Protocol, Tuple, TypeVar, Union, cast

T = TypeVar('T')


class Pair(NamedTuple):
    name: str
    value: int = 0


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item


class Speaker(Protocol):
    def speak(self) -> str: ...


class Base(ABC):
    @abstractmethod
    def run(self) -> None: ...


class Child(Base):
    def run(self) -> None:
        print('child runs')


def first[S](items: list[S]) -> S:
    return items[0]


type Numbers = list[int]


async def work(f: Callable[[int], Awaitable[int]], n: Optional[int] = None) -> Union[int, None]:
    return await f(n or 1)


async def numbers() -> AsyncIterator[int]:
    yield 1


async def double(x: int) -> int:
    return 2 * x


async def main(things: Iterable[Any] = (), table: Dict[str, List[Tuple[int, ...]]] | None = None) -> None:
    print(await work(double), await work(double, 5), Pair('a'), Pair('b', 2).value,
          Box[int](3).item, cast(int, 'x'), first([7]))
    async for n in numbers():
        print(n)
    Child().run()
    try:
        Base()
    except TypeError as error:
        print(error)
    print(isinstance(double, Callable), issubclass(list, Iterable), list[int], dict[str, int],
          Optional[int], int | None, Numbers)


asyncio.run(main())
