"""The chain and the fan in flytekit on this machine: python flytekit_local.py 300."""

import json
import sys
import time
from statistics import median
from typing import List

from flytekit import task, workflow

SIZE = int(sys.argv[1])


@task
def inc(x: int) -> int:
    return x + 1


@workflow
def chain(x: int) -> int:
    last = x
    for _ in range(SIZE):
        last = inc(x=last)
    return last


@workflow
def fan(x: int) -> List[int]:
    return [inc(x=x) for _ in range(SIZE)]


def timed(once, wanted) -> float:
    """The median milliseconds of a run."""
    times = []
    for _ in range(4):
        start = time.perf_counter()
        if once(x=0) != wanted:
            raise ValueError("the result is wrong")
        times.append((time.perf_counter() - start) * 1000)
    # The first compiles.
    return median(times[1:])


print(json.dumps({"chain": timed(chain, SIZE), "fan": timed(fan, [1] * SIZE)}))
