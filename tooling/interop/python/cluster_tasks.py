"""Tasks and workflows that flytekit registers and runs on a cluster: one node of each kind, gates, and one that fails."""

import datetime
import typing

from flytekit import LaunchPlan, approve, conditional, dynamic, map_task, task, wait_for_input, workflow

HOUR = datetime.timedelta(hours=1)


@task
def square(x: int) -> int:
    return x * x


@task
def halve(x: int) -> int:
    if x % 2:
        raise ValueError(f"{x} is odd")
    return x // 2


@dynamic
def fall(x: int) -> int:
    return halve(x=halve(x=square(x=x)))


@workflow
def inner(x: int) -> int:
    return square(x=x)


plan = LaunchPlan.get_or_create(inner, "cluster_tasks.plan")


@workflow
def kinds(x: int, xs: typing.List[int]) -> typing.Tuple[int, typing.List[int], int, int, int]:
    one = square(x=x)
    arm = conditional("large").if_(one > 10).then(square(x=one)).else_().then(halve(x=one))
    return fall(x=x), map_task(square)(x=xs), inner(x=x), plan(x=x), arm


@workflow
def gated() -> int:
    number = wait_for_input("number", timeout=HOUR, expected_type=int)
    return square(x=approve(number, "fine", timeout=HOUR))


@workflow
def fails(x: int) -> int:
    return halve(x=square(x=x))
