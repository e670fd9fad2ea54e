"""What flytekit registers with the stand-in for flyteadmin: each kind of node, and plans with schedules."""

import datetime
from dataclasses import dataclass
from typing import Dict, List, Optional

from flytekit import CronSchedule, LaunchPlan, Resources, conditional, map_task, task, workflow


@dataclass
class Bed:
    name: str
    plants: int = 3
    depth: Optional[float] = None


@task(retries=2, cache=True, cache_version="1", timeout=datetime.timedelta(minutes=5))
def water(n: int, note: Optional[str] = None) -> int:
    """Waters plants."""
    return n + len(note or "")


@task(requests=Resources(cpu="500m", mem="1Gi"), limits=Resources(mem="2Gi"), environment={"SEASON": "spring"})
def plant(bed: Bed, sizes: List[float]) -> Dict[str, int]:
    return {bed.name: len(sizes)}


@task
def weed(x: int) -> int:
    return x - 1


@workflow
def tend(n: int) -> int:
    return water(n=water(n=n, note="first"))


@workflow
def season(n: int, days: List[int], bed: Bed = Bed("east")) -> List[Optional[int]]:
    """A season of the garden."""
    grown = plant(bed=bed, sizes=[1.0, 2.5])
    big = conditional("big").if_(n > 10).then(water(n=n)).elif_(n == 3).then(tend(n=n)).else_().fail("too small")
    weeded = map_task(weed, concurrency=2)(x=days)
    grown >> big
    return weeded


daily = LaunchPlan.get_or_create(
    season,
    "garden_tasks.daily",
    default_inputs={"n": 11},
    fixed_inputs={"days": [1, 2, 3], "bed": Bed("west", 4, 0.5)},
    schedule=CronSchedule(schedule="0 6 * * *"),
    max_parallelism=4,
)


@workflow
def year(n: int) -> List[Optional[int]]:
    return daily(n=n)
