"""Registers and runs the workflows of cluster_tasks by FlyteRemote, and prints what it sees as one line of JSON."""

import datetime
import json
import os
import time

import cluster_tasks
from flytekit.configuration import Config, ImageConfig
from flytekit.remote import FlyteRemote

FOLDER = os.path.dirname(os.path.abspath(__file__))
PHASES = {3: "SUCCEEDED", 4: "SUCCEEDED", 5: "FAILED", 6: "FAILED"}

remote = FlyteRemote(Config.auto(), default_project="flytesnacks", default_domain="development")


def start(entity, **inputs):
    registered = remote.register_script(
        entity,
        image_config=ImageConfig.auto(img_name="localhost/image:1"),
        version="v1",
        source_path=FOLDER,
        module_name="cluster_tasks",
    )
    return remote.execute(registered, inputs=inputs)


def wait(execution):
    return remote.wait(execution, poll_interval=datetime.timedelta(seconds=0.3))


def signals(execution, count):
    deadline = time.time() + 60
    while time.time() < deadline:
        found = sorted(each.id.signal_id for each in remote.list_signals(execution.id.name))
        if len(found) >= count:
            return found
        time.sleep(0.1)
    raise TimeoutError(f"{execution.id.name} waits for fewer than {count} signals")


kinds = wait(start(cluster_tasks.kinds, x=4, xs=[1, 2, 3]))
nodes = remote.sync(kinds, sync_nodes=True).node_executions

gated = start(cluster_tasks.gated)
awaited = signals(gated, 1)
remote.set_input("number", gated.id.name, 6)
awaited = signals(gated, 2)
remote.approve("fine", gated.id.name)
gated = wait(gated)

fails = wait(start(cluster_tasks.fails, x=3))

print(
    json.dumps(
        {
            "kinds": {
                "name": kinds.id.name,
                "phase": PHASES[kinds.closure.phase],
                "outputs": [kinds.outputs[f"o{index}"] for index in range(5)],
                "nodes": {key: PHASES[each.closure.phase] for key, each in sorted(nodes.items())},
            },
            "gated": {"phase": PHASES[gated.closure.phase], "signals": awaited, "output": gated.outputs["o0"]},
            "fails": {
                "name": fails.id.name,
                "phase": PHASES[fails.closure.phase],
                "code": fails.error.code,
                "odd": "9 is odd" in fails.error.message,
            },
        }
    )
)
