"""Prints what flytekit registers of pull_tasks: a line of JSON for each task and launch plan.

    pull_interfaces.py > packages/remote/test/pull/flytekit.jsonl
"""

import json
from collections import OrderedDict

import pull_tasks  # noqa: F401
from flytekit.configuration import Image, ImageConfig, SerializationSettings
from flytekit.core.context_manager import FlyteContextManager, FlyteEntities
from flytekit.core.launch_plan import LaunchPlan
from flytekit.core.python_auto_container import PythonAutoContainerTask
from flytekit.core.workflow import PythonFunctionWorkflow
from flytekit.tools.translator import get_serializable
from google.protobuf.json_format import MessageToDict

image = ImageConfig(default_image=Image("default", "example.com/pull", "1"))
settings = SerializationSettings(project="shop", domain="development", version="v1", image_config=image)
cache = OrderedDict()
entities = list(FlyteEntities.entities)
context = FlyteContextManager.current_context()
plans = [LaunchPlan.get_default_launch_plan(context, each) for each in entities if isinstance(each, PythonFunctionWorkflow)]


def interface_of(entity):
    return MessageToDict(get_serializable(cache, settings, entity).template.interface.to_flyte_idl())


for entity in entities + plans:
    if isinstance(entity, PythonAutoContainerTask):
        found = {"kind": "task", "name": entity.name, "interface": interface_of(entity)}
    elif isinstance(entity, LaunchPlan):
        spec = get_serializable(cache, settings, entity).to_flyte_idl().spec
        inputs = {"defaultInputs": MessageToDict(spec.default_inputs), "fixedInputs": MessageToDict(spec.fixed_inputs)}
        found = {"kind": "launch-plan", "name": entity.name, "interface": interface_of(entity.workflow), "spec": inputs}
    else:
        continue
    print(json.dumps(found, sort_keys=True))
