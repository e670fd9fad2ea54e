"""The Python half: fits the moon's main tide to the heights at a gauge. It needs nothing but flytekit."""
import math
from dataclasses import dataclass
from typing import List

from flytekit import task

PERIOD = 12.4206  # hours of the moon's main tide, M2


@dataclass
class Readings:
    gauge: str
    hours: List[float]
    metres: List[float]


@dataclass
class Tide:
    gauge: str
    mean: float
    amplitude: float
    phase: float


@task
def fit(readings: List[Readings]) -> List[Tide]:
    return [fit_one(each) for each in readings]


def fit_one(readings: Readings) -> Tide:
    """Least squares for mean + a cos(wt) + b sin(wt)."""
    w = 2 * math.pi / PERIOD
    rows = [(1.0, math.cos(w * t), math.sin(w * t)) for t in readings.hours]
    normal = [[sum(r[i] * r[j] for r in rows) for j in range(3)] for i in range(3)]
    right = [sum(r[i] * y for r, y in zip(rows, readings.metres)) for i in range(3)]
    mean, a, b = solve(normal, right)
    return Tide(readings.gauge, mean, math.hypot(a, b), math.atan2(b, a) % (2 * math.pi))


def solve(matrix: List[List[float]], right: List[float]) -> List[float]:
    rows = [row + [value] for row, value in zip(matrix, right)]
    for i in range(3):
        pivot = max(range(i, 3), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(3):
            if k != i:
                factor = rows[k][i] / rows[i][i]
                rows[k] = [x - factor * y for x, y in zip(rows[k], rows[i])]
    return [rows[i][3] / rows[i][i] for i in range(3)]
