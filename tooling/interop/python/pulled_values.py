"""Values of the inputs of pull_tasks, as flytekit writes them.

    pulled_values.py write           prints as JSON the literals of `VALUES` in base64, by task and input
    pulled_values.py read <file>     reads such literals, and prints in which of them the value is another
"""

import asyncio
import base64
import datetime
import json
import sys

import pull_tasks as tasks
from flyteidl.core import literals_pb2
from flytekit.core.context_manager import FlyteContextManager
from flytekit.core.type_engine import TypeEngine
from flytekit.models.literals import Literal

UTC = datetime.timezone.utc
AT = datetime.datetime(2024, 5, 31, 12, 30, 15, 123456, tzinfo=UTC)
POINT = tasks.Point(1, 2.0, "a")
ITEM = tasks.Item(sku="a", price=2.0)
FILE = tasks.FlyteFile("s3://bucket/file.csv", remote_path=False)
ORDER = tasks.Order(
    id=2**40, color=tasks.Color.RED, points=[POINT, tasks.Point(2)], counts={"a": 1}, by_id={7: POINT}, either="x", placed=AT,
    due=datetime.date(2024, 2, 29), wait=datetime.timedelta(seconds=90, microseconds=5), report=FILE,
    folder=tasks.FlyteDirectory("s3://bucket/folder", remote_directory=False),
    table=tasks.StructuredDataset(uri="s3://bucket/table", file_format="parquet"), more={"a": [1, "b", None]}, size="large",
    first=POINT, last=None, extra=[1, 2], photo=b"\x00\x01", must=None,
)
BASKET = tasks.Basket(
    item=ITEM, color=tasks.Color.BLUE, items=[ITEM, tasks.Item(sku="b")], by_name={"a": ITEM}, by_number={1: 1.5, 2: 2.0},
    number=None, other=ITEM, either="x", placed=AT, due=datetime.date(2024, 2, 29), wait=datetime.timedelta(seconds=90), kind="basket",
    level=2, anything={"a": [1, 2.5, None]}, count=7, file=FILE, pair=(2, "b"), tags=["x"],
)
VALUES = {
    "place": {"point": POINT, "more": POINT},
    "ship": {"order": ORDER, "nothing": tasks.Nothing(), "strict": tasks.Strict(None, "a")},
    "fill": {"basket": BASKET, "item": ITEM, "items": [ITEM]},
    "choose": {"x": "a", "y": 3, "z": ["a", "b"]},
    "untyped": {"d": {"a": 1, "b": [1.5, None]}, "deep": {"a": {"b": POINT}}},
    "paint": {"color": tasks.Color.BLUE, "size": "large", "level": 2},
    "scalars": {"i": 2**40, "f": 2.0, "s": "größe", "b": True, "at": AT, "span": datetime.timedelta(seconds=90, microseconds=5)},
    "total": {"xs": [1.0, 2.5], "by": {"a": [1, 2]}},
}


def types_of(name):
    return getattr(tasks, name).python_interface.inputs


def write():
    context = FlyteContextManager.current_context()
    return {
        name: {
            each: base64.b64encode(
                asyncio.run(TypeEngine.async_to_literal(context, value, types_of(name)[each], TypeEngine.to_literal_type(types_of(name)[each])))
                .to_flyte_idl()
                .SerializeToString()
            ).decode()
            for each, value in values.items()
        }
        for name, values in VALUES.items()
    }


def read(file):
    context = FlyteContextManager.current_context()
    found = []
    with open(file) as stream:
        given = json.load(stream)
    for name, literals in given.items():
        for each, data in literals.items():
            literal = Literal.from_flyte_idl(literals_pb2.Literal.FromString(base64.b64decode(data)))
            try:
                value = asyncio.run(TypeEngine.async_to_python_value(context, literal, types_of(name)[each]))
            except Exception as error:
                found.append(f"{name}.{each}: {type(error).__name__}: {error}"[:600])
                continue
            wanted = VALUES[name][each]
            if value != wanted and described(value) != described(wanted):
                found.append(f"{name}.{each} is {described(value)[:1500]} instead of {described(wanted)[:1500]}")
    return found


def described(value):
    """A value in words. Files and tables are where they are."""
    if isinstance(value, tasks.BaseModel):
        return value.model_dump_json()
    if isinstance(value, (tasks.FlyteFile, tasks.FlyteDirectory)):
        return str(value.remote_source or value.path)
    if isinstance(value, tasks.StructuredDataset):
        # One that was read is where its literal says.
        read = getattr(value, "_literal_sd", None)
        return f"{read.uri if read else value.uri} {value.file_format}"
    if hasattr(value, "__dataclass_fields__"):
        return str({field: described(getattr(value, field)) for field in value.__dataclass_fields__})
    return repr(value)


if __name__ == "__main__":
    [_, what, *rest] = sys.argv
    print(json.dumps(write() if what == "write" else read(*rest)))
