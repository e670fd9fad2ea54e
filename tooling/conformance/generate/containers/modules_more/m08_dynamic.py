"""More dynamics."""
import enum
from dataclasses import dataclass
from typing import Dict, List, NamedTuple, Optional, Tuple

from flytekit import conditional, dynamic, map_task, task, workflow


class Way(enum.Enum):
    LEFT = "left"
    RIGHT = "right"


@dataclass
class Pair:
    a: int
    b: str = "b"


class Both(NamedTuple):
    least: int
    most: int


@task
def inc(x: int, by: int = 1) -> int:
    return x + by


@task
def both(x: int, y: int) -> Both:
    return Both(min(x, y), max(x, y))


@task
def go(way: Way) -> str:
    return way.value


@task
def name_of(p: Pair) -> str:
    return p.b


@task
def tell(x: int) -> None:
    print(x)


@task
def make(n: int) -> List[int]:
    return list(range(n))


@task
def pair(n: int) -> Pair:
    return Pair(n)


@task
def twice(x: int) -> int:
    return 2 * x


@workflow
def inner(x: int) -> int:
    return inc(x=inc(x=x))


@workflow
def outer(x: int, by: int = 2) -> Tuple[int, int]:
    a = inner(x=x)
    return a, inc(x=a, by=by)


@dynamic
def defaults(n: int) -> int:
    return inc(x=n)


@dynamic
def named(n: int) -> Both:
    b = both(x=n, y=3)
    return Both(b.least, b.most)


@dynamic
def use_one(n: int) -> int:
    return both(x=n, y=3).most


@dynamic
def to_dict(n: int) -> Dict[str, int]:
    return {"a": inc(x=n), "b": inc(x=n, by=5)}


@dynamic
def enums(n: int) -> List[str]:
    return [go(way=Way.LEFT if i % 2 else Way.RIGHT) for i in range(n)]


@dynamic
def attribute(n: int) -> str:
    return name_of(p=pair(n=n))


@dynamic
def field_of(n: int) -> int:
    return inc(x=pair(n=n).a)


@dynamic
def item_of(n: int) -> int:
    return inc(x=make(n=n)[1])


@dynamic
def nested_workflows(n: int) -> int:
    a, b = outer(x=n)
    return inc(x=a, by=b)


@dynamic
def two_maps(n: int) -> List[int]:
    return map_task(twice)(x=map_task(twice)(x=make(n=n)))


@dynamic
def map_ratio(n: int) -> List[Optional[int]]:
    return map_task(twice, concurrency=2, min_success_ratio=0.5)(x=list(range(n)))


@dynamic
def three_ways(n: int) -> int:
    x = inc(x=n)
    return (
        conditional("ways")
        .if_((x > 10) & (x < 20))
        .then(inc(x=x))
        .elif_(x == 5)
        .then(inner(x=x))
        .else_()
        .fail("neither")
    )


@dynamic
def recursive(n: int) -> int:
    if n <= 0:
        return 0
    return recursive(n=n - 1)


@dynamic
def wired(n: int) -> None:
    a = tell(x=n)
    b = tell(x=n + 1)
    c = tell(x=n + 2)
    a >> b
    b >> c
    a >> c


@dynamic
def same_workflow_twice(n: int) -> int:
    return inc(x=inner(x=n), by=inner(x=n))


@dynamic
def constants(n: int) -> List[int]:
    return [n, n + 1]


@dynamic
def nothing_for_optional(n: int) -> Optional[int]:
    return None


@dynamic
def some_constant(n: int) -> List[int]:
    return [n, inc(x=n)]


@dynamic
def lists_of_promises(n: int) -> List[int]:
    xs = [inc(x=i) for i in range(n)]
    return map_task(twice)(x=xs)


@dynamic
def missing_argument(n: int) -> int:
    return inc()


@dynamic
def unknown_argument(n: int) -> int:
    return inc(x=n, z=3)


@dynamic
def named_nodes(n: int) -> int:
    a = inc(x=n).with_overrides(node_name="first-one")
    return inc(x=a).with_overrides(name="second", cache=True, cache_version="2")


@dynamic(retries=2)
def with_retries(n: int) -> int:
    return inc(x=n)


@dynamic
def raises_late(n: int) -> int:
    inc(x=n)
    return 1 // (n - n)
