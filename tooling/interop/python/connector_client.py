"""Calls connectors that are served at an address, by the stubs of flyteidl and the types of flytekit.

    python connector_client.py 127.0.0.1:8000

Prints one JSON object: what each call gave, in words that say nothing of protobuf.
"""

import datetime
import json
import sys
from collections import OrderedDict

import grpc
from flyteidl.admin import agent_pb2 as admin
from flyteidl.core import tasks_pb2
from flyteidl.core.execution_pb2 import TaskExecution
from flyteidl.service.agent_pb2_grpc import (
    AgentMetadataServiceStub,
    AsyncAgentServiceStub,
    SyncAgentServiceStub,
)
from flytekit import FlyteContextManager
from flytekit.core.interface import Interface, transform_interface_to_typed_interface
from flytekit.core.type_engine import TypeEngine
from flytekit.extend.backend.base_connector import Resource
from flytekit.models.literals import LiteralMap
from google.protobuf.struct_pb2 import Struct

INPUTS = {"text": "näme", "count": 3, "ratio": 2.0, "since": datetime.datetime(2024, 1, 2, tzinfo=datetime.timezone.utc), "names": ["a", "b"]}
TYPES = OrderedDict(text=str, count=int, ratio=float, since=datetime.datetime, names=list[str])
OUTPUTS = {"text": str, "count": int, "ratio": float, "since": datetime.datetime, "names": list[str], "record": dict}


def template(task_type, version=0, **custom):
    interface = transform_interface_to_typed_interface(Interface(TYPES, OUTPUTS))
    struct = Struct()
    struct.update(custom)
    return tasks_pb2.TaskTemplate(
        type=task_type, task_type_version=version, interface=interface.to_flyte_idl(), custom=struct
    )


def words(value):
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: words(each) for key, each in value.items()}
    return value


def said(resource):
    """What a connector said, read as flytekit reads it."""
    read = Resource.from_flyte_idl(resource)
    context = FlyteContextManager.current_context()
    outputs = None
    if resource.HasField("outputs"):
        literals = LiteralMap.from_flyte_idl(resource.outputs)
        types = {name: OUTPUTS[name] for name in literals.literals}
        outputs = words(TypeEngine.literal_map_to_kwargs(context, literals, types))
    return {
        "phase": TaskExecution.Phase.Name(read.phase),
        "message": read.message,
        "links": [[link.name, link.uri] for link in resource.log_links],
        "outputs": outputs,
        "info": read.custom_info,
        "code": resource.agent_error.code,
    }


def agent(found):
    return {
        "name": found.name,
        "types": list(found.supported_task_types),
        "categories": [[each.name, each.version] for each in found.supported_task_categories],
        "sync": found.is_sync,
    }


def attempt(call):
    try:
        return call()
    except grpc.RpcError as error:
        return {"status": error.code().name, "details": error.details()}


def health(channel, service):
    # A request is one string, field 1; an answer is one enum, field 1. Its package is not among what flytekit installs.
    request = b"\x0a" + bytes([len(service)]) + service.encode() if service else b""
    check = channel.unary_unary("/grpc.health.v1.Health/Check", lambda sent: sent, lambda got: got.hex())
    return check(request)


def main(address):
    channel = grpc.insecure_channel(address)
    jobs, tasks, agents = AsyncAgentServiceStub(channel), SyncAgentServiceStub(channel), AgentMetadataServiceStub(channel)
    context = FlyteContextManager.current_context()
    inputs = TypeEngine.dict_to_literal_map(context, INPUTS, TYPES).to_flyte_idl()
    category = admin.TaskCategory(name="job", version=2)

    def create(task_type="job", version=2, **custom):
        request = admin.CreateTaskRequest(
            template=template(task_type, version, **custom), inputs=inputs, output_prefix="s3://bucket/out"
        )
        return jobs.CreateTask(request).resource_meta

    def get(meta, **which):
        which = which or {"task_category": category}
        return said(jobs.GetTask(admin.GetTaskRequest(resource_meta=meta, **which)).resource)

    def execute(task_type, **custom):
        header = admin.CreateRequestHeader(template=template(task_type, **custom), output_prefix="s3://bucket/out")
        parts = [admin.ExecuteTaskSyncRequest(header=header), admin.ExecuteTaskSyncRequest(inputs=inputs)]
        return [said(each.header.resource) for each in tasks.ExecuteTaskSync(iter(parts))]

    def logs():
        request = admin.GetTaskLogsRequest(resource_meta=meta, task_category=category, lines=2)
        return [
            part.header.token if part.HasField("header") else [line.message for line in part.body.structured_lines]
            for part in jobs.GetTaskLogs(request)
        ]

    meta = create()
    results = {
        "agents": [agent(each) for each in agents.ListAgents(admin.ListAgentsRequest()).agents],
        "agent": agent(agents.GetAgent(admin.GetAgentRequest(name="At once")).agent),
        "metadata": json.loads(meta),
        "get": [get(meta) for _ in range(2)],
        "get by an old engine": get(json.dumps({"id": "old", "looks": 9}).encode(), task_type="job"),
        "failed": get(json.dumps({"id": "failed"}).encode()),
        "delete": str(jobs.DeleteTask(admin.DeleteTaskRequest(resource_meta=meta, task_category=category))),
        "delete again": str(jobs.DeleteTask(admin.DeleteTaskRequest(resource_meta=meta, task_category=category))),
        "at once": attempt(lambda: execute("at_once")),
        "throws": attempt(lambda: create(fail=True)),
        "unknown type": attempt(lambda: create("nobody")),
        "unknown version": attempt(lambda: create("job", 7)),
        "unknown name": attempt(lambda: agents.GetAgent(admin.GetAgentRequest(name="nobody"))),
        "broken metadata": attempt(lambda: get(b"\xff")),
        "wrong kind": attempt(lambda: execute("job")),
        "logs": attempt(logs),
        "health": [health(channel, name) for name in ("", "flyteidl.service.AsyncAgentService")],
        "health of nobody": attempt(lambda: health(channel, "nobody")),
    }
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
