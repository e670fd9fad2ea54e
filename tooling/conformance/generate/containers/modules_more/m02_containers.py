"""Lists, maps, unions and choices in each other."""
import datetime
import enum
from dataclasses import dataclass
from typing import Dict, List, Literal, Optional, Union

from flytekit import task


class Suit(enum.Enum):
    CLUBS = "c"
    HEARTS = "h"


@dataclass
class Card:
    suit: Suit
    rank: int


@task
def scale(x: Dict[str, float], by: float) -> Dict[str, float]:
    return {k: v * by for k, v in x.items()}


@task
def merge(x: List[Dict[str, int]]) -> Dict[str, int]:
    out: Dict[str, int] = {}
    for each in x:
        out.update(each)
    return out


@task
def maybe_list(x: Optional[List[int]] = None) -> Optional[List[int]]:
    return None if x is None else [v + 1 for v in x]


@task
def list_or_text(x: Union[List[int], str]) -> Union[List[int], str]:
    return x


@task
def when_or_text(x: Union[datetime.datetime, str]) -> str:
    return type(x).__name__


@task
def times(x: List[datetime.datetime]) -> List[datetime.datetime]:
    return sorted(x)


@task
def spans(x: Dict[str, datetime.timedelta]) -> Dict[str, datetime.timedelta]:
    return {k + k: v for k, v in x.items()}


@task
def maybe_suit(x: Optional[Suit]) -> Optional[Suit]:
    return x


@task
def holes(x: Dict[str, Optional[int]]) -> List[Optional[int]]:
    return [x[k] for k in sorted(x)]


@task
def text_by_number(x: Dict[int, List[str]]) -> Dict[int, List[str]]:
    return {k * 2: v[::-1] for k, v in x.items()}


@task
def any_dict(x: dict, key: str) -> dict:
    return {"had": key in x, "all": x}


@task
def hand(x: List[Card]) -> Dict[str, Card]:
    return {f"{c.suit.name}{c.rank}": c for c in x}


@task
def maybe_card(x: Optional[Card]) -> Optional[Card]:
    return x


@task
def card_or_int(x: Union[Card, int]) -> Union[int, Card]:
    return x


@task
def bools(x: List[bool]) -> List[bool]:
    return [not v for v in x]


@task
def maybe_maybe(x: List[Optional[List[Optional[str]]]]) -> int:
    return sum(1 for v in x if v is None) + 10 * sum(1 for v in x if v for w in v if w is None)


@task
def dates(x: List[datetime.date]) -> Dict[str, datetime.date]:
    return {str(i): d for i, d in enumerate(x)}


@task
def side(x: Literal["left", "right"]) -> Literal["left", "right"]:
    return x


@task
def no_side(x: int) -> Literal["left", "right"]:
    return "up"
