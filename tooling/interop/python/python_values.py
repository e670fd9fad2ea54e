"""Native values from the descriptions of values that `src/description/value.ts` declares, and the comparison of both."""

import datetime
import math
import struct

from flytekit.types.error import FlyteError

import python_files
import python_types

_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def make(described, value):
    """The native value."""
    return _MAKERS[described["kind"]](described, value)


def difference(described, value, native, at="value"):
    """In what a native value differs from the described one, in words; None where it does not."""
    return _COMPARERS[described["kind"]](described, value, native, at)


def float_of(text):
    return struct.unpack(">d", bytes.fromhex(text))[0]


def datetime_of(micros):
    return _EPOCH + datetime.timedelta(microseconds=int(micros))


def micros_of(point):
    return (point - _EPOCH) // datetime.timedelta(microseconds=1)


def _make_struct(described, value):
    made = python_types.python_type(described)
    fields = described["fields"]
    return made(**{each["name"]: make(each["type"], part) for each, part in zip(fields, value, strict=True)})


def _make_json(described, value):
    (kind, part), = value.items()
    if kind == "none":
        return None
    if kind == "list":
        return [_make_json(described, each) for each in part]
    if kind == "map":
        return {_make_json(described, key): _make_json(described, each) for key, each in part}
    return make({"kind": kind}, part)


_MAKERS = {
    "int": lambda _, value: int(value),
    "float": lambda _, value: float_of(value),
    "string": lambda _, value: value,
    "boolean": lambda _, value: value,
    "datetime": lambda _, value: datetime_of(value),
    "date": lambda _, value: datetime.date.fromisoformat(value),
    "duration": lambda _, value: datetime.timedelta(microseconds=int(value)),
    "none": lambda _, value: None,
    "error": lambda _, value: FlyteError(message=value["message"], failed_node_id=value["node"]),
    "binary": lambda _, value: bytes.fromhex(value),
    "enum": lambda described, value: python_types.python_type(described)(value),
    "literal": lambda described, value: make({"kind": described["of"]}, value),
    "list": lambda described, value: [make(described["of"], each) for each in value],
    "map": lambda described, value: {key: make(described["of"], each) for key, each in value},
    "keyed": lambda described, value: {
        make(described["key"], key): make(described["of"], each) for key, each in value
    },
    "json": _make_json,
    "optional": lambda described, value: None if value is None else make(described["of"], value["some"]),
    "union": lambda described, value: make(described["of"][value["variant"]], value["value"]),
    "struct": _make_struct,
    "file": python_files.make_file,
    "directory": python_files.make_directory,
    "dataset": python_files.make_dataset,
}


def _plain(of, same):
    def compare(_, value, native, at):
        if type(native) is not of:
            return f"{at}: a {type(native).__name__} for a {of.__name__}"
        return None if same(value, native) else f"{at}: another {of.__name__}: {native!r} for {value!r}"

    return compare


def _same_float(value, native):
    expected = float_of(value)
    if math.isnan(expected):
        return math.isnan(native)
    return struct.pack(">d", native).hex() == value


def _compare_enum(described, value, native, at):
    if not isinstance(native, python_types.python_type(described)):
        return f"{at}: a {type(native).__name__} for an enum"
    return None if native.value == value else f"{at}: another choice: {native.value!r} for {value!r}"


def _compare_list(described, value, native, at):
    if type(native) is not list or len(native) != len(value):
        return f"{at}: no list of {len(value)}: {native!r}"
    return _first(
        difference(described["of"], each, part, f"{at}[{i}]")
        for i, (each, part) in enumerate(zip(value, native, strict=True))
    )


def _compare_entries(entries, native, at):
    """Entries are (key, its type, part, its type)."""
    if type(native) is not dict or len(native) != len(entries):
        return f"{at}: no dict of {len(entries)}: {native!r}"
    for key_type, key, part_type, part in entries:
        expected = make(key_type, key) if key_type["kind"] != "json" else _make_json(key_type, key)
        found = [each for each in native if each == expected and type(each) is type(expected)]
        if len(found) != 1:
            return f"{at}: no key {expected!r}"
        different = difference(part_type, part, native[found[0]], f"{at}[{expected!r}]")
        if different is not None:
            return different
    return None


def _compare_map(described, value, native, at):
    entries = [({"kind": "string"}, key, described["of"], part) for key, part in value]
    return _compare_entries(entries, native, at)


def _compare_keyed(described, value, native, at):
    entries = [(described["key"], key, described["of"], part) for key, part in value]
    return _compare_entries(entries, native, at)


def _compare_json(described, value, native, at):
    (kind, part), = value.items()
    if kind == "none":
        return None if native is None else f"{at}: {native!r} for None"
    if kind == "list":
        return _compare_list({"of": described}, part, native, at)
    if kind == "map":
        return _compare_entries([(described, key, described, each) for key, each in part], native, at)
    return difference({"kind": kind}, part, native, at)


def _compare_none(_, value, native, at):
    return None if native is None else f"{at}: {native!r} for None"


def _compare_optional(described, value, native, at):
    if value is None:
        return _compare_none(described, value, native, at)
    return difference(described["of"], value["some"], native, at)


def _compare_struct(described, value, native, at):
    made = python_types.python_type(described)
    if type(native) is not made:
        return f"{at}: a {type(native).__name__} for a {made.__name__}"
    return _first(
        difference(each["type"], part, getattr(native, each["name"]), f"{at}.{each['name']}")
        for each, part in zip(described["fields"], value, strict=True)
    )


def _compare_error(_, value, native, at):
    if type(native) is not FlyteError:
        return f"{at}: a {type(native).__name__} for an error"
    same = native.message == value["message"] and native.failed_node_id == value["node"]
    return None if same else f"{at}: another error: {native!r}"


def _first(differences):
    return next((each for each in differences if each is not None), None)


_COMPARERS = {
    "int": _plain(int, lambda value, native: native == int(value)),
    "float": _plain(float, _same_float),
    "string": _plain(str, lambda value, native: native == value),
    "boolean": _plain(bool, lambda value, native: native == value),
    "datetime": _plain(datetime.datetime, lambda value, native: native.tzinfo is not None and micros_of(native) == int(value)),
    "date": _plain(datetime.date, lambda value, native: native.isoformat() == value),
    "duration": _plain(
        datetime.timedelta, lambda value, native: native // datetime.timedelta(microseconds=1) == int(value)
    ),
    "none": _compare_none,
    "error": _compare_error,
    "binary": _plain(bytes, lambda value, native: native.hex() == value),
    "enum": _compare_enum,
    "literal": lambda described, value, native, at: difference({"kind": described["of"]}, value, native, at),
    "list": _compare_list,
    "map": _compare_map,
    "keyed": _compare_keyed,
    "json": _compare_json,
    "optional": _compare_optional,
    "union": lambda described, value, native, at: difference(
        described["of"][value["variant"]], value["value"], native, at
    ),
    "struct": _compare_struct,
    "file": python_files.compare_file,
    "directory": python_files.compare_directory,
    "dataset": python_files.compare_dataset,
}
