"""More map tasks."""
import datetime
import enum
import functools
from dataclasses import dataclass
from typing import Dict, List, Optional, Tuple

from flytekit import current_context, map_task, task
from flytekit.types.file import FlyteFile


class Kind(enum.Enum):
    X = "x"
    Y = "y"


@dataclass
class Job:
    n: int
    scale: float = 2.0


@task
def square(x: int) -> int:
    return x * x


@task
def add(a: int, b: int = 7) -> int:
    return a + b


@task
def kind_name(k: Kind) -> str:
    return k.name


@task
def maybe_double(x: Optional[int]) -> Optional[int]:
    return None if x is None else 2 * x


@task
def run(job: Job) -> Job:
    return Job(job.n + 1, job.scale)


@task
def read(f: FlyteFile) -> str:
    with open(f) as h:
        return h.read()


@task
def lists(xs: List[int]) -> int:
    return len(xs)


@task(retries=2)
def flaky(x: int) -> int:
    raise ValueError(f"item {x} is bad")
    return 0


@task(enable_deck=True)
def decked(x: int) -> int:
    return x


@task
def count(x: int) -> int:
    c = current_context().checkpoint
    before = c.read()
    c.write(str(x).encode())
    return x if before is None else int(before.decode())


@task
def two(x: int) -> Tuple[int, str]:
    return x, str(x)


@task
def hours(x: datetime.timedelta) -> float:
    return x.total_seconds() / 3600


@task
def table(x: Dict[str, int], key: str) -> int:
    return x[key]


squares = map_task(square)
adds = map_task(add)
adds_bound = map_task(functools.partial(add, b=100))
kinds = map_task(kind_name)
maybes = map_task(maybe_double)
runs = map_task(run)
reads = map_task(read)
list_lengths = map_task(lists)
flakies = map_task(flaky)
flaky_some = map_task(flaky, min_success_ratio=0.1)
deckeds = map_task(decked)
counts = map_task(count)
hour_counts = map_task(hours)
tables = map_task(functools.partial(table, key="a"))
