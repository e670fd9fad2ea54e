"""Templates of flytekit's own sensor and webhook tasks, as one JSON object: bytes in hex, by name.

    python connector_templates.py > packages/remote/test/data/connector-templates.json
"""

import datetime
import json
import sys
import types
from collections import OrderedDict

try:
    import httpx  # noqa: F401
except ImportError:
    # Only a connector that runs needs it, which none does here.
    sys.modules["httpx"] = types.SimpleNamespace(AsyncClient=lambda: None)

from flytekit import TaskMetadata
from flytekit.configuration import Image, ImageConfig, SerializationSettings
from flytekit.extras.webhook import WebhookTask
from flytekit.sensor.base_sensor import BaseSensor
from flytekit.sensor.file_sensor import FileSensor
from flytekit.tools.translator import get_serializable


class QueueConfig:
    def __init__(self, **values):
        self.values = values

    def to_dict(self):
        return self.values

    @classmethod
    def from_dict(cls, values):
        return cls(**values)


class QueueSensor(BaseSensor):
    def __init__(self, name, config=None, **rest):
        super().__init__(name=name, sensor_config=config, **rest)

    async def poke(self, topic: str, count: int, since: datetime.datetime, ratio: float = 0.5) -> bool:
        return True


class BareSensor(BaseSensor):
    async def poke(self) -> bool:
        return True


# The sensors of this file have the name that a module of a project would have.
for sensor in (QueueSensor, BareSensor):
    sensor.__module__ = "shop.sensors"

CONFIG = QueueConfig(host="queue", ports=[1, 2.5], deep={"on": True, "off": None})

TASKS = {
    "file": lambda: FileSensor(name="wait.file"),
    "file with a timeout": lambda: FileSensor(name="wait.timed", timeout=datetime.timedelta(minutes=2)),
    "file with seconds": lambda: FileSensor(name="wait.seconds", timeout=90),
    "no inputs": lambda: BareSensor(name="wait.bare"),
    "config and inputs": lambda: QueueSensor(name="wait.queue", config=CONFIG),
    "timeout beside metadata": lambda: QueueSensor(
        name="wait.retried",
        metadata=TaskMetadata(retries=3, interruptible=True),
        timeout=datetime.timedelta(hours=6),
    ),
    "simple": lambda: WebhookTask(name="hook.simple", url="http://localhost:8000/"),
    "everything": lambda: WebhookTask(
        name="hook.everything",
        url="http://localhost:8000/items/{inputs.item}",
        method="GET",
        headers={"Content-Type": "application/json", "X-Day": "{inputs.day}"},
        data={"q": "{inputs.day}", "list": [1, {"none": None}], "ratio": 1.5, "on": True},
        dynamic_inputs={"day": str, "item": int},
        show_data=True,
        show_url=True,
        description="Looks an item up",
        timeout=30,
    ),
    "parts of a second": lambda: WebhookTask(
        name="hook.short",
        url="https://example.com/{inputs.on}",
        timeout=datetime.timedelta(milliseconds=2500),
        dynamic_inputs={"on": bool},
    ),
}


def main():
    image = ImageConfig(Image("default", "example/app", "1"))
    settings = SerializationSettings(project="p", domain="d", version="v", image_config=image)
    found = {}
    for name, make in TASKS.items():
        try:
            spec = get_serializable(OrderedDict(), settings, make()).to_flyte_idl()
        except Exception as error:
            found[name] = {"error": f"{type(error).__name__}: {error}"}
            continue
        description = spec.description.short_description if spec.HasField("description") else ""
        template = spec.template.SerializeToString(deterministic=True).hex()
        found[name] = {"template": template, "description": description}
    json.dump(found, sys.stdout, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
