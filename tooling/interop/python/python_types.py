"""Python types from the descriptions of types that `src/description/type.ts` declares."""

import dataclasses
import datetime
import enum
import json
import sys
import types
import typing

from flytekit import StructuredDataset, kwtypes
from flytekit.types.directory import FlyteDirectory
from flytekit.types.error import FlyteError
from flytekit.types.file import FlyteFile

import python_values

_SIMPLE = {
    "int": int,
    "float": float,
    "string": str,
    "boolean": bool,
    "datetime": datetime.datetime,
    "date": datetime.date,
    "duration": datetime.timedelta,
    "none": type(None),
    "error": FlyteError,
    "binary": bytes,
    "json": dict,
}

_made: dict[str, typing.Any] = {}


def python_type(described):
    """Equal descriptions give one type: flytekit keeps what it knows of a class."""
    key = json.dumps(described, sort_keys=True)
    if key not in _made:
        # For typing, Literal[1, 2] and Literal[2, 1] are one type, and it gives what it made first.
        for forget in typing._cleanups:
            forget()
        _made[key] = _make(described)
    return _made[key]


def _make(described):
    kind = described["kind"]
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    return _MAKERS[kind](described)


def _in_module(made):
    """A class is found again by its module and name, so each has a module of its own."""
    module = types.ModuleType(f"described{len(_made)}_{made.__name__}")
    sys.modules[module.__name__] = module
    made.__module__ = module.__name__
    setattr(module, made.__name__, made)
    return made


def _enum(described):
    members = {f"V{i}": value for i, value in enumerate(described["values"])}
    return _in_module(enum.Enum(described["name"], members))


def _literal(described):
    scalar = {"kind": described["of"]}
    return typing.Literal[tuple(python_values.make(scalar, value) for value in described["values"])]


def _keyed(described):
    return typing.Dict[python_type(described["key"]), python_type(described["of"])]


def _dataclass(described):
    fields = [(each["name"], python_type(each["type"]), _field(each)) for each in described["fields"]]
    return _in_module(dataclasses.make_dataclass(described["name"], fields, kw_only=True))


def _field(described):
    if "default" in described:
        made, default = described["type"], described["default"]
        if made["kind"] in ("list", "map", "keyed", "json", "struct"):
            return dataclasses.field(default_factory=lambda: python_values.make(made, default))
        return dataclasses.field(default=python_values.make(made, default))
    if described["type"]["kind"] in ("optional", "none"):
        return dataclasses.field(default=None)
    return dataclasses.field()


def _dataset(described):
    columns = {each["name"]: _column(each["type"]) for each in described["columns"]}
    return typing.Annotated[StructuredDataset, kwtypes(**columns), described["format"]]


def _column(described):
    # Every column may have missing values, so its type does not say so. flytekit has no columns of days.
    if described["kind"] == "list":
        return typing.List[_column(described["of"])]
    return python_type({"kind": "datetime"} if present(described)["kind"] == "date" else present(described))


def present(described):
    return described["of"] if described["kind"] == "optional" else described


def _formatted(handle):
    return lambda described: handle[described["format"]] if described["format"] else handle


_MAKERS = {
    "enum": _enum,
    "literal": _literal,
    "list": lambda described: typing.List[python_type(described["of"])],
    "map": lambda described: typing.Dict[str, python_type(described["of"])],
    "keyed": _keyed,
    "optional": lambda described: typing.Optional[python_type(described["of"])],
    "union": lambda described: typing.Union[tuple(python_type(each) for each in described["of"])],
    "struct": _dataclass,
    "file": _formatted(FlyteFile),
    "directory": _formatted(FlyteDirectory),
    "dataset": _dataset,
}
