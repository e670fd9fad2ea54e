"""Tasks of many types, for `pull`: what flytekit registers of them is read from here, and called from TypeScript."""

import datetime
import enum
import typing
from dataclasses import dataclass, field
from typing import Annotated, Any, Dict, Iterator, List, Literal, Optional, Tuple, Union

from flytekit import HashMethod, LaunchPlan, StructuredDataset, kwtypes, task, workflow
from flytekit.core.annotation import FlyteAnnotation
from flytekit.types.directory import FlyteDirectory
from flytekit.types.error import FlyteError
from flytekit.types.file import FlyteFile
from flytekit.types.schema import FlyteSchema
from google.protobuf.struct_pb2 import Struct
from pydantic import BaseModel, Field


class Color(enum.Enum):
    RED = "red"
    BLUE = "dark blue"


@dataclass
class Point:
    x: int
    y: float = 1.5
    label: Optional[str] = None


@dataclass
class Order:
    id: int
    color: Color
    points: List[Point]
    counts: Dict[str, int]
    by_id: Dict[int, Point]
    either: Union[int, str]
    placed: datetime.datetime
    due: datetime.date
    wait: datetime.timedelta
    report: FlyteFile
    folder: FlyteDirectory
    table: StructuredDataset
    more: dict
    size: Literal["small", "large"]
    first: Point
    last: Optional[Point] = None
    spare: Color = Color.BLUE
    extra: List[int] = field(default_factory=list)
    photo: bytes = b"\x00\xff"
    since: datetime.date = datetime.date(2020, 2, 29)
    pause: datetime.timedelta = datetime.timedelta(milliseconds=1500)
    maybe: Optional[int] = 3
    must: Optional[int] = field(default=None)


@dataclass
class Nothing:
    pass


@dataclass
class Strict:
    must: Optional[int]
    pair: Optional[Union[int, str]]


class Item(BaseModel):
    sku: str
    price: float = 0.5


class Basket(BaseModel):
    """What is in a basket. */ `code` ${inside}"""

    item: Item
    color: Color
    items: List[Item]
    by_name: Dict[str, Item]
    by_number: Dict[int, float]
    number: Optional[int] = None
    other: Optional[Item] = None
    either: Union[int, str] = 3
    placed: datetime.datetime
    due: datetime.date
    wait: datetime.timedelta
    kind: Literal["basket"]
    level: Literal[1, 2]
    anything: Any = None
    count: int = Field(3, ge=1, description="How many.")
    file: FlyteFile
    pair: Tuple[int, str] = (1, "a")
    tags: List[str] = []


@task
def scalars(
    i: int,
    f: float,
    s: str,
    b: bool,
    at: datetime.datetime,
    day: datetime.date,
    span: datetime.timedelta,
) -> Tuple[int, float, str, bool, datetime.datetime, datetime.timedelta]:
    """Gives back what it takes."""
    return i, f, s, b, at, span


@task
def nothing() -> None: ...


@task
def total(xs: List[float], by: Dict[str, List[int]]) -> float:
    return sum(xs) + sum(sum(each) for each in by.values())


@task
def paint(color: Color, size: Literal["small", "large"] = "small", level: Literal[1, 2] = 1) -> Color:
    return color


@task
def choose(
    x: Union[int, str], y: Optional[int] = None, z: Optional[Union[int, List[str]]] = None
) -> Union[int, str, None]:
    return x if y is None else y


@task
def place(point: Point, more: Optional[Point] = None) -> Point:
    return more or point


@task
def ship(order: Order, nothing: Nothing, strict: Strict) -> Order:
    return order


@task
def fill(basket: Basket, item: Optional[Item] = None, items: Optional[List[Item]] = None) -> Basket:
    return basket


@task
def price(item: Item) -> float:
    return item.price


@task
def untyped(d: dict, k: Dict[int, str], deep: Dict[str, Dict[str, Point]]) -> dict:
    return d


@task
def files(
    csv: FlyteFile["csv"],
    any: FlyteFile,
    folder: FlyteDirectory,
    images: FlyteDirectory["png"],
) -> FlyteFile["csv"]:
    return csv


@task
def tables(
    any: StructuredDataset,
    typed: Annotated[StructuredDataset, kwtypes(id=int, name=str, at=datetime.datetime), "parquet"],
    old: FlyteSchema[kwtypes(id=int, score=float)],
) -> StructuredDataset:
    return any


@task
def opaque(model: object, data: bytes, message: Struct) -> object:
    return model


@task
def numbers(xs: Iterator[int]) -> Iterator[int]:
    return iter(list(xs))


@task
def noted(
    length: Annotated[int, FlyteAnnotation({"unit": "m", "deep": [1, {"a": None}]})],
    hashed: Annotated[str, HashMethod(str)],
) -> int:
    return length


@task
def clean(err: Optional[FlyteError] = None) -> str:
    return "" if err is None else err.message


@workflow
def sum_up(xs: List[float], name: str = "sum", day: datetime.date = datetime.date(2024, 1, 2)) -> float:
    return total(xs=xs, by={})


@workflow
def move(point: Point, by: int = 3, color: Color = Color.RED, note: Optional[str] = None) -> Point:
    return place(point=point)


fixed = LaunchPlan.get_or_create(
    sum_up, name="pull_tasks.fixed_sum", fixed_inputs={"name": "fixed"}, default_inputs={"xs": [1.0, 2.5]}
)
