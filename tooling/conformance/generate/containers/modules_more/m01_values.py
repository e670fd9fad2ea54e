"""Tasks over simple types, with more inputs than one and values of their own."""
import datetime
from typing import Tuple

from flytekit import task


@task
def swap(a: int, b: str) -> Tuple[str, int]:
    return b, a


@task
def ratio(a: float, b: float) -> float:
    return a / b


@task
def shout(text: str, times: int = 2) -> str:
    return text.upper() * times


@task
def neither(a: bool, b: bool) -> bool:
    return not (a or b)


@task
def days_between(a: datetime.date, b: datetime.date) -> int:
    return (b - a).days


@task
def day_of(when: datetime.datetime) -> datetime.date:
    return when.date()


@task
def span(a: datetime.datetime, b: datetime.datetime) -> datetime.timedelta:
    return b - a


@task
def three_times(x: datetime.timedelta) -> datetime.timedelta:
    return x * 3


@task
def lengths(a: str, b: str = "", c: str = "é") -> int:
    return len(a) + 10 * len(b) + 100 * len(c)


@task
def power(base: int, exponent: int) -> int:
    return base**exponent


@task
def epoch() -> datetime.datetime:
    return datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


@task
def naive() -> datetime.datetime:
    return datetime.datetime(2024, 1, 2, 3, 4, 5, 678)


@task
def far() -> datetime.timedelta:
    return datetime.timedelta.max
