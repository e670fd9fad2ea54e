"""Literals compared as messages, the MessagePack in them by what it says, and URIs of files not at all."""

import msgpack
from flyteidl.core import literals_pb2


def difference(described, ours, theirs):
    texts = [_text(each, _is_ordered(described)) for each in (ours, theirs)]
    return None if texts[0] == texts[1] else f"the literals differ: {texts[0]} for {texts[1]}"


def _is_ordered(described):
    """The order of a record's fields counts. That of a dict's entries does not, nor do records inside one say which."""
    if described["kind"] in ("map", "keyed", "json"):
        return False
    parts = described.get("of", [])
    parts = parts if isinstance(parts, list) else [parts] if isinstance(parts, dict) else []
    return all(_is_ordered(each) for each in [*parts, *(each["type"] for each in described.get("fields", []))])


def _text(literal, ordered):
    copy = literals_pb2.Literal.FromString(literal.SerializeToString())
    packed = []
    _take_out(copy, packed)
    return f"{copy.SerializeToString(deterministic=True).hex()} {[_value_text(each, ordered) for each in packed]}"


def _take_out(literal, packed):
    kind = literal.WhichOneof("value")
    if kind == "collection":
        for each in literal.collection.literals:
            _take_out(each, packed)
    elif kind == "map":
        for key in sorted(literal.map.literals):
            _take_out(literal.map.literals[key], packed)
    elif kind == "scalar":
        _take_out_of_scalar(literal.scalar, packed)


def _take_out_of_scalar(scalar, packed):
    kind = scalar.WhichOneof("value")
    if kind == "union":
        _take_out(scalar.union.value, packed)
    elif kind == "binary" and scalar.binary.tag == "msgpack":
        packed.append(msgpack.unpackb(scalar.binary.value, object_pairs_hook=tuple, strict_map_key=False))
        scalar.binary.value = b""
    elif kind == "blob":
        scalar.blob.uri = ""
    elif kind == "structured_dataset":
        scalar.structured_dataset.uri = ""


def _value_text(value, ordered):
    """A value as text, with its kinds. Where a path leads is compared elsewhere: by what is there."""
    if isinstance(value, tuple):
        entries = [
            (_value_text(key, ordered), "path" if key in ("path", "uri") else _value_text(part, ordered))
            for key, part in value
        ]
        return entries if ordered else sorted(entries, key=str)
    if isinstance(value, list):
        return ["list", *(_value_text(each, ordered) for each in value)]
    return f"{type(value).__name__} {value!r}"
