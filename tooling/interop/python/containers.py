"""Writes the inputs of containers, and reads what they left as flytekit does."""

import html.parser
import pathlib

import python_types
import python_values
from flyteidl.core import dynamic_job_pb2, errors_pb2, literals_pb2
from flytekit.core.context_manager import FlyteContextManager
from flytekit.core.type_engine import TypeEngine
from flytekit.models.core.errors import ContainerError, ErrorDocument
from flytekit.models.dynamic_job import DynamicJobSpec
from flytekit.models.literals import Literal, LiteralCollection, LiteralMap


def container_inputs(item):
    """Writes inputs.pb: the values as v0, v1, ..."""
    made = python_types.python_type(item["type"])
    literal_type = TypeEngine.to_literal_type(made)
    context = FlyteContextManager.current_context()
    natives = [python_values.make(item["type"], value) for value in item["values"]]
    literals = {f"v{i}": TypeEngine.to_literal(context, each, made, literal_type) for i, each in enumerate(natives)}
    message = LiteralMap(literals).to_flyte_idl()
    pathlib.Path(item["inputs"]).write_bytes(message.SerializeToString(deterministic=True))
    return {}


def container_outputs(item):
    """Compares outputs.pb with the values that were sent, and reads the deck."""
    found = _found(item["left"], {"outputs.pb", "deck.html"})
    if found is not None:
        return {"difference": found}
    content = pathlib.Path(item["left"], "outputs.pb").read_bytes()
    literals = LiteralMap.from_flyte_idl(literals_pb2.LiteralMap.FromString(content)).literals
    names = [f"v{i}" for i in range(len(item["values"]))]
    if set(literals) != {*names, "all"}:
        return {"difference": f"the outputs are {sorted(literals)}"}
    different = [_difference(item["type"], value, literals[name]) for name, value in zip(names, item["values"])]
    everything = {"kind": "list", "of": item["type"]}
    different.append(_difference(everything, item["values"], literals["all"]))
    different.append(_deck_difference(item["left"]))
    return _first(different)


def container_error(item):
    """Compares error.pb with what was thrown."""
    found = _found(item["left"], {"error.pb", "deck.html"})
    if found is not None:
        return {"difference": found}
    message = errors_pb2.ErrorDocument.FromString(pathlib.Path(item["left"], "error.pb").read_bytes())
    document = ErrorDocument.from_flyte_idl(message)
    error = document.error
    facts = (error.code, error.kind, error.origin, document.to_flyte_idl() == message)
    wanted = ("USER:RuntimeError", ContainerError.Kind.NON_RECOVERABLE, 1, True)
    if facts != wanted:
        return {"difference": f"the error is {facts}, and not {wanted}"}
    # Each line of a message is indented, and empty ones are not.
    lines = [line.strip() for line in error.message.splitlines()]
    missing = [line for line in item["text"].splitlines() if line.strip() not in lines and line.strip() not in error.message]
    if missing:
        return {"difference": f"the message lacks {missing[0]!r}: {error.message!r}"}
    return _first([_deck_difference(item["left"])])


def container_futures(item):
    """Compares the nodes of futures.pb with the values that were sent: one node for each, bound to it."""
    found = _found(item["left"], {"futures.pb", "deck.html"})
    if found is not None:
        return {"difference": found}
    message = dynamic_job_pb2.DynamicJobSpec.FromString(pathlib.Path(item["left"], "futures.pb").read_bytes())
    job = DynamicJobSpec.from_flyte_idl(message)
    if len(job.nodes) != len(item["values"]) or job.min_successes != len(job.nodes):
        return {"difference": f"{len(job.nodes)} nodes, {job.min_successes} of which must succeed"}
    (task,) = job.tasks
    made = python_types.python_type(item["type"])
    wanted = TypeEngine.to_literal_type(made).to_flyte_idl()
    if task.interface.inputs["v"].type.to_flyte_idl() != wanted:
        return {"difference": "the type of the task's input is another"}
    different = []
    for value, node in zip(item["values"], job.nodes):
        (bound,) = node.inputs
        different.append(_difference(item["type"], value, _literal_of(bound.binding)))
        if node.task_node.reference_id != task.id:
            different.append(f"node {node.id} runs {node.task_node.reference_id}")
    (output,) = job.outputs
    promised = [each.promise.node_id for each in output.binding.collection.bindings]
    if promised != [node.id for node in job.nodes]:
        different.append(f"the outputs are those of {promised}")
    return _first(different)


def _found(folder, allowed):
    names = {each.name for each in pathlib.Path(folder).iterdir()}
    wanted = allowed - {"deck.html"}
    return None if wanted <= names <= allowed else f"the files are {sorted(names)}, and not {sorted(wanted)}"


def _difference(described, value, literal):
    made = python_types.python_type(described)
    native = TypeEngine.to_python_value(FlyteContextManager.current_context(), literal, made)
    return python_values.difference(described, value, native)


def _literal_of(binding):
    if binding.collection is not None:
        return Literal(collection=LiteralCollection([_literal_of(each) for each in binding.collection.bindings]))
    if binding.map is not None:
        return Literal(map=LiteralMap({name: _literal_of(each) for name, each in binding.map.bindings.items()}))
    return Literal(scalar=binding.scalar)


def _first(differences):
    return next(({"difference": each} for each in differences if each is not None), {})


class _Elements(html.parser.HTMLParser):
    """The elements of a page that are open, and how many there were."""

    _VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}

    def __init__(self):
        super().__init__()
        self.open = []
        self.count = 0
        self.wrong = None

    def handle_starttag(self, tag, attrs):
        self.count += 1
        if tag not in self._VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong = self.wrong or f"</{tag}> closes nothing"


def _deck_difference(folder):
    path = pathlib.Path(folder, "deck.html")
    if not path.exists():
        return None
    page = _Elements()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    if page.wrong or page.open or page.count == 0:
        return f"the deck is no page: {page.wrong or page.open or 'it is empty'}"
    return None
