"""Write data/python/literals-wide.json: values of many types with the LiteralType and Literal that flytekit makes.

    pip install 'flytekit==1.16.31' 'pyarrow==26.*' 'pandas==3.1.*'
    python write_literals.py ../data/python/literals-wide.json

The rows have the form of literals-more.json: a row has `fails` where flytekit refuses its type or value, and `decodes`
where flytekit reads back something else than the value.
"""

import base64
import datetime
import enum
import fractions
import json
import math
import pathlib
import sys
from dataclasses import fields, is_dataclass

import flytekit
from flytekit.core.type_engine import TypeEngine
from flytekit.types.directory import FlyteDirectory
from flytekit.types.error import FlyteError
from flytekit.types.file import FlyteFile
from flytekit.types.structured import StructuredDataset
from google.protobuf import json_format

from literal_rows import ROWS


def span(value):
    micros = value // datetime.timedelta(microseconds=1)
    seconds = micros / 10**6
    exact = fractions.Fraction(micros, 10**6)
    if fractions.Fraction(seconds) == exact or fractions.Fraction(repr(seconds)) == exact:
        return seconds
    whole, rest = divmod(abs(micros), 10**6)
    return f"{'-' if micros < 0 else ''}{whole}.{rest:06}"


def plain(value):
    match value:
        case None | bool() | str():
            return value.value if isinstance(value, enum.Enum) else value
        case enum.Enum():
            return plain(value.value)
        case int():
            return value if abs(value) <= 2**53 else str(value)
        case float():
            if math.isfinite(value):
                return value
            return {"$float": "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"}
        case bytes():
            return {"$bytes": value.hex()}
        case datetime.timedelta():
            return span(value)
        case datetime.date():
            return value.isoformat()
        case list() | tuple():
            return [plain(item) for item in value]
        case dict():
            if all(isinstance(key, str) for key in value):
                return {key: plain(item) for key, item in value.items()}
            return {"$map": [[plain(key), plain(item)] for key, item in value.items()]}
        case FlyteFile():
            path = {"path": value.remote_source or str(value.path)}
            return {**path, "metadata": value.metadata} if value.metadata else path
        case FlyteDirectory():
            return {"path": value.remote_source or str(value.path)}
        case StructuredDataset():
            known = value._literal_sd
            form = value.file_format or (known and known.metadata.structured_dataset_type.format)
            return {"uri": value.uri or (known and known.uri), "file_format": form}
        case FlyteError():
            return {"message": value.message, "failed_node_id": value.failed_node_id}
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return {"$python": type(value).__name__}


def sorted_keys(value):
    if isinstance(value, dict):
        return {key: sorted_keys(value[key]) for key in sorted(value)}
    return [sorted_keys(item) for item in value] if isinstance(value, list) else value


def json_of(message):
    try:
        return sorted_keys(json_format.MessageToDict(message, preserving_proto_field_name=True))
    except Exception as error:
        return {"not_json": type(error).__name__}


def bytes_of(message):
    return base64.b64encode(message.SerializeToString(deterministic=True)).decode()


def row(label, python_type, value, note=""):
    context = flytekit.FlyteContextManager.current_context()
    made = {"type": label, "value": plain(value), **({"note": note} if note else {})}
    try:
        literal_type = TypeEngine.to_literal_type(python_type)
        kind = literal_type.to_flyte_idl()
        made |= {"literal_type": json_of(kind), "literal_type_pb": bytes_of(kind)}
    except Exception as error:
        return {**made, "fails": "type", "error": type(error).__name__}
    try:
        literal = TypeEngine.to_literal(context, value, python_type, literal_type)
        message = literal.to_flyte_idl()
        parts = {"literal": json_of(message), "literal_pb": bytes_of(message)}
    except Exception as error:
        return {**made, "fails": "literal", "error": type(error).__name__}
    made |= {**parts, "msgpack": message.scalar.binary.value.hex() if message.scalar.HasField("binary") else ""}
    try:
        back = plain(TypeEngine.to_python_value(context, literal, python_type))
    except Exception as error:
        back = {"$fails": type(error).__name__}
    return made if json.dumps(back) == json.dumps(made["value"]) else {**made, "decodes": back}


if __name__ == "__main__":
    rows = [row(*each) for each in ROWS]
    pathlib.Path(sys.argv[1]).write_text("[\n" + ",\n".join(json.dumps(each) for each in rows) + "\n]\n")
    print(len(rows), "rows,", sum("fails" in each for each in rows), "of them refused")
