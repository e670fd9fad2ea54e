"""Calls tasks of the cluster, whatever language they are in, in workflows of Python, and registers those.

    fetch_tasks.py <project> <domain> <version> <task> ...

Each task is fetched by FlyteRemote. A workflow `python.calls.<task>` takes the inputs of the task, in the types that flytekit guesses, calls
the task with them, and gives those outputs whose types it guesses. Where flytekit guesses a type that is less than what is registered, as for records with enums, the
input comes from another of the tasks. Prints as JSON where each input came from, by workflow.
"""

import json
import sys

from flytekit import Workflow
from flytekit.configuration import Config, ImageConfig, SerializationSettings
from flytekit.core.type_engine import TypeEngine
from flytekit.remote import FlyteRemote

[_, project, domain, version, *names] = sys.argv
remote = FlyteRemote(Config.auto(), default_project=project, default_domain=domain)
settings = SerializationSettings(ImageConfig.auto(img_name="example.com/calls:1"), project, domain, version)
tasks = {name: remote.fetch_task(name=name, version=version) for name in names}


def guessed(literal_type):
    """The type that flytekit guesses, unless something is lost in it."""
    try:
        type_ = TypeEngine.guess_python_type(literal_type)
        # A dataset of any columns may be one of these.
        is_same = literal_type.structured_dataset_type or TypeEngine.to_literal_type(type_) == literal_type
        return type_ if is_same else None
    except ValueError:
        return None


def maker_of(literal_type):
    """A task whose only output has a type."""
    for task in tasks.values():
        outputs = list(task.interface.outputs.values())
        if len(outputs) == 1 and outputs[0].type == literal_type:
            return task
    raise LookupError(f"nothing makes {literal_type}")


def call(workflow, task, prefix, origins):
    given = {}
    for name, variable in task.interface.inputs.items():
        type_ = guessed(variable.type)
        if type_ is None:
            maker = maker_of(variable.type)
            origins[f"{prefix}{name}"] = maker.id.name
            [given[name]] = call(workflow, maker, f"{prefix}{name}_", origins).outputs.values()
        else:
            origins[f"{prefix}{name}"] = str(type_)
            given[name] = workflow.add_workflow_input(f"{prefix}{name}", type_)
    return workflow.add_entity(task, **given)


found = {}
for name, task in tasks.items():
    workflow = Workflow(name=f"python.calls.{name}")
    found[workflow.name] = {}
    node = call(workflow, task, "", found[workflow.name])
    for output, variable in task.interface.outputs.items():
        type_ = guessed(variable.type)
        if type_ is not None:
            workflow.add_workflow_output(output, node.outputs[output], python_type=type_)
    remote.register_workflow(workflow, settings, version)
print(json.dumps(found))
