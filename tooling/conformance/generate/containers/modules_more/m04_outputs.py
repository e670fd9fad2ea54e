"""What tasks return, fitting and not."""
import enum
from typing import Dict, List, NamedTuple, Optional, Tuple

from flytekit import task


class Mode(enum.Enum):
    A = "a"
    B = "b"


class Three(NamedTuple):
    names: List[str]
    count: int
    note: Optional[str]


@task
def three(n: int) -> Three:
    return Three([str(i) for i in range(n)], n, None)


@task
def four(n: int) -> Tuple[int, float, str, bool]:
    return n, n / 2, str(n), n > 1


@task
def list_for_tuple(n: int) -> Tuple[int, int]:
    return [n, n + 1]


@task
def empty_for_two(n: int) -> Tuple[int, int]:
    return ()


@task
def raw_text_for_enum(n: int) -> Mode:
    return "b"


@task
def none_for_text(n: int) -> str:
    return None


@task
def text_in_list(n: int) -> List[int]:
    return [n, "two"]


@task
def none_in_map(n: int) -> Dict[str, int]:
    return {"a": n, "b": None}


@task
def float_for_int(n: int) -> int:
    return n / 2


@task
def text_for_optional(n: int) -> Optional[int]:
    return "no"


@task
def second_is_wrong(n: int) -> Tuple[int, int]:
    return n, "two"


@task
def nan() -> float:
    return float("nan")


@task
def same_twice(n: int) -> Tuple[List[int], List[int]]:
    xs = [n]
    return xs, xs


@task
def long_text(n: int) -> str:
    return "a" * n


@task
def big_list(n: int) -> List[int]:
    return list(range(n))


@task
def big_in_list(n: int) -> List[int]:
    return [n, 2**70]


@task
def printed(n: int) -> None:
    for i in range(n):
        print("line", i)
