"""The tasks of Python in a workflow whose tasks alternate between Python and TypeScript."""

from dataclasses import dataclass
from typing import List

import pandas as pd
from flytekit import task
from flytekit.types.file import FlyteFile


@dataclass
class Reading:
    station: str
    celsius: float
    samples: int
    tags: List[str]


@task
def first(n: int) -> Reading:
    return Reading(station="north", celsius=float(n), samples=n, tags=["python"])


@task
def rows(reading: Reading) -> pd.DataFrame:
    count = reading.samples
    return pd.DataFrame(
        {
            "station": [reading.station] * count,
            "celsius": [reading.celsius + i for i in range(count)],
            "samples": list(range(count)),
        }
    )


@task
def counts(kept: pd.DataFrame, report: FlyteFile) -> List[int]:
    with open(report) as file:
        lines = file.read().splitlines()
    assert len(lines) == len(kept), (lines, kept)
    assert lines == [f"{row.station} {row.celsius:.1f}" for row in kept.itertuples()], lines
    return [int(samples) for samples in kept["samples"]]


@task
def closing(squares: List[int], celsius: float, tag: str) -> str:
    return f"{squares} {celsius:.1f} {tag}"
