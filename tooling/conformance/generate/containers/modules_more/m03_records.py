"""Dataclasses in unions, lists and each other."""
import datetime
from dataclasses import dataclass, field
from typing import Dict, List, Optional, Union

from flytekit import task
from flytekit.types.directory import FlyteDirectory
from flytekit.types.file import FlyteFile


@dataclass
class Point:
    x: float
    y: float = 0.0


@dataclass
class Line:
    start: Point
    end: Point
    label: Optional[str] = None


@dataclass
class Path:
    lines: List[Line]
    lengths: Dict[str, float] = field(default_factory=dict)
    closed: bool = False
    day: datetime.date = datetime.date(2024, 1, 1)


@dataclass
class Mixed:
    value: Union[int, str]
    table: Dict[str, List[int]]
    big: int = 2**40


@dataclass
class Bag:
    files: List[FlyteFile]
    folder: Optional[FlyteDirectory] = None


@task
def move(p: Point, dx: float = 1.0) -> Point:
    return Point(p.x + dx, p.y)


@task
def flip(line: Line) -> Line:
    return Line(line.end, line.start, line.label)


@task
def close(path: Path) -> Path:
    return Path(path.lines, {**path.lengths, "n": float(len(path.lines))}, True, path.day)


@task
def maybe_point(p: Optional[Point] = None) -> str:
    return "none" if p is None else f"{p.x:.1f}"


@task
def mixed(m: Mixed) -> Mixed:
    return Mixed(m.value, {k: v + [m.big] for k, v in m.table.items()}, m.big + 1)


@task
def texts(bag: Bag) -> List[str]:
    out = []
    for each in bag.files:
        with open(each) as h:
            out.append(h.read())
    return out


@task
def points(x: Dict[str, Point]) -> List[Point]:
    return [x[k] for k in sorted(x)]


@task
def dict_for_record(x: float) -> Point:
    return {"x": x}


@task
def text_in_record(x: float) -> Point:
    return Point("far", x)


@task
def bag_up(text: str) -> Bag:
    with open("one.txt", "w") as h:
        h.write(text)
    return Bag([FlyteFile("one.txt")])


@task
def sum_x(x: List[Line]) -> float:
    return sum(v.start.x for v in x)
