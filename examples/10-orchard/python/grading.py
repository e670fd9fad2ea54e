"""The Python half: grades apples. It needs nothing but flytekit."""
import datetime
import enum
from dataclasses import dataclass
from typing import Dict, List, Optional

from flytekit import task


class Grade(enum.Enum):
    TABLE = "table"
    JUICE = "juice"


@dataclass
class Apple:
    variety: str
    grams: float
    bruises: int = 0
    picked: Optional[datetime.date] = None


@dataclass
class Crate:
    grade: Grade
    apples: int
    kilograms: float


@task
def grade(apples: List[Apple], lightest: Dict[str, float], strict: Optional[bool] = None) -> List[Crate]:
    """Sorts apples into crates: those that look well are for the table, and the others for juice."""
    crates = {each: Crate(each, 0, 0.0) for each in Grade}
    for apple in apples:
        is_light = apple.grams < lightest.get(apple.variety, 100.0)
        crate = crates[Grade.JUICE if is_light or apple.bruises > (0 if strict else 2) else Grade.TABLE]
        crate.apples += 1
        crate.kilograms += apple.grams / 1000
    return list(crates.values())
