"""Exchanges values with the process that started this one: one JSON document a line, in and out."""

import base64
import json
import logging
import os
import sys
import traceback

# flytekit writes to what it finds as stdout, so nobody but `main` has the real one.
_answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)
logging.disable(logging.WARNING)

import containers  # noqa: E402
import example  # noqa: E402
import google.protobuf.json_format  # noqa: E402
import literal_text  # noqa: E402
import python_types  # noqa: E402
import python_values  # noqa: E402
from flyteidl.core import literals_pb2, types_pb2  # noqa: E402
from flytekit.core.context_manager import FlyteContextManager  # noqa: E402
from flytekit.core.type_engine import TypeEngine  # noqa: E402
from flytekit.models.literals import Literal  # noqa: E402
from flytekit.models.types import LiteralType  # noqa: E402


def _type_message(text):
    return types_pb2.LiteralType.FromString(base64.b64decode(text))


def _message(text):
    return literals_pb2.Literal.FromString(base64.b64decode(text))


def _bytes(model):
    return base64.b64encode(model.to_flyte_idl().SerializeToString(deterministic=True)).decode()


def _type_difference(given, made):
    """In what our literal type differs from flytekit's, and whether flytekit can guess a type from it."""
    theirs = TypeEngine.to_literal_type(made)
    if given != theirs.to_flyte_idl():
        texts = [google.protobuf.json_format.MessageToDict(each) for each in (given, theirs.to_flyte_idl())]
        return f"the literal types differ: {json.dumps(texts[0])} for {json.dumps(texts[1])}"
    return None


def read(item):
    """Reads our literals as flytekit does, and gives flytekit's literals of what it read."""
    given = _type_message(item["literalType"])
    TypeEngine.guess_python_type(LiteralType.from_flyte_idl(given))
    made = python_types.python_type(item["type"])
    different = _type_difference(given, made)
    if different is not None:
        return {"difference": different}
    literal_type = TypeEngine.to_literal_type(made)
    context = FlyteContextManager.current_context()
    literals = []
    for value, text in zip(item["values"], item["literals"], strict=True):
        literal = _message(text)
        native = TypeEngine.to_python_value(context, Literal.from_flyte_idl(literal), made)
        different = python_values.difference(item["type"], value, native)
        again = TypeEngine.to_literal(context, native, made, literal_type)
        if different is None:
            different = literal_text.difference(item["type"], literal, again.to_flyte_idl())
        if different is not None:
            return {"difference": different}
        literals.append(_bytes(again))
    return {"literals": literals}


def write(item):
    """Makes native values, and gives flytekit's literals of them."""
    made = python_types.python_type(item["type"])
    literal_type = TypeEngine.to_literal_type(made)
    context = FlyteContextManager.current_context()
    natives = [python_values.make(item["type"], value) for value in item["values"]]
    literals = [TypeEngine.to_literal(context, native, made, literal_type) for native in natives]
    return {"literalType": _bytes(literal_type), "literals": [_bytes(each) for each in literals]}


def check(item):
    """Compares what came back with what was sent."""
    made = python_types.python_type(item["type"])
    different = _type_difference(_type_message(item["literalType"]), made)
    context = FlyteContextManager.current_context()
    for value, text in zip(item["values"], item["literals"], strict=True):
        native = TypeEngine.to_python_value(context, Literal.from_flyte_idl(_message(text)), made)
        different = different or python_values.difference(item["type"], value, native)
    return {"difference": different} if different is not None else {}


ANSWERS = {
    "read": read,
    "write": write,
    "check": check,
    "example": example.example,
    "container_inputs": containers.container_inputs,
    "container_outputs": containers.container_outputs,
    "container_error": containers.container_error,
    "container_futures": containers.container_futures,
}


def answer(name, item):
    try:
        return ANSWERS[name](item)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        words = " ".join(str(error).split())
        words = words if len(words) < 1000 else f"{words[:300]} ... {words[-700:]}"
        return {"difference": f"flytekit: {type(error).__name__}: {words} ({place.name}, line {place.lineno})"}


def main():
    for line in sys.stdin:
        request = json.loads(line)
        results = [answer(request["name"], item) for item in request["items"]]
        _answers.write(json.dumps(results) + "\n")
        _answers.flush()


main()
