"""Serves connectors with flytekit's own service, as `pyflyte serve connector` does, and prints the port.

What counts requests there is a package that flytekit does not install by itself. Nobody looks at its figures here, so it is
stood in for if it is absent.
"""

import asyncio
import sys
import types
from dataclasses import dataclass

import grpc
from flyteidl.core.execution_pb2 import TaskExecution, TaskLog


class Unseen:
    def __init__(self, *_, **__):
        pass

    def labels(self, *_, **__):
        return self

    def inc(self, *_):
        pass

    def observe(self, *_):
        pass

    def time(self):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False


try:
    import prometheus_client  # noqa: F401
except ImportError:
    sys.modules["prometheus_client"] = types.SimpleNamespace(Counter=Unseen, Summary=Unseen)

import flytekit.sensor  # noqa: E402, F401
from flyteidl.service.agent_pb2_grpc import (  # noqa: E402
    add_AgentMetadataServiceServicer_to_server,
    add_AsyncAgentServiceServicer_to_server,
    add_SyncAgentServiceServicer_to_server,
)
from flytekit.extend.backend.base_connector import (  # noqa: E402
    AsyncConnectorBase,
    ConnectorRegistry,
    Resource,
    ResourceMeta,
    SyncConnectorBase,
)
from flytekit.extend.backend.connector_service import (  # noqa: E402
    AsyncConnectorService,
    ConnectorMetadataService,
    SyncConnectorService,
)


@dataclass
class Job(ResourceMeta):
    x: int
    fate: str


looks = {}


class PythonJobs(AsyncConnectorBase):
    name = "Python's jobs"

    def __init__(self):
        super().__init__(task_type_name="python_job", metadata_type=Job)

    async def create(self, task_template, output_prefix, inputs=None, task_execution_metadata=None, **_):
        x = inputs.literals["x"].scalar.primitive.integer
        fate = task_template.custom["fate"]
        if fate == "throw":
            raise ValueError("the queue is full")
        return Job(x=x, fate=fate)

    async def get(self, resource_meta, **_):
        looks[resource_meta.fate] = looks.get(resource_meta.fate, 0) + 1
        if looks[resource_meta.fate] == 1:
            return Resource(phase=TaskExecution.RUNNING, log_links=[TaskLog(name="Logs", uri="https://example.com")])
        if resource_meta.fate != "succeed":
            return Resource(phase=TaskExecution.Phase.Value(resource_meta.fate), message="no table")
        return Resource(phase=TaskExecution.SUCCEEDED, outputs={"o0": 2 * resource_meta.x})

    async def delete(self, resource_meta, **_):
        looks["deleted"] = looks.get("deleted", 0) + 1


class PythonAtOnce(SyncConnectorBase):
    name = "Python at once"

    def __init__(self):
        super().__init__(task_type_name="python_at_once")

    def do(self, task_template, output_prefix, inputs=None, **_):
        return Resource(phase=TaskExecution.SUCCEEDED, outputs={"o0": inputs.literals["x"].scalar.primitive.integer + 1})


ConnectorRegistry.register(PythonJobs())
ConnectorRegistry.register(PythonAtOnce())


async def main():
    server = grpc.aio.server()
    add_AsyncAgentServiceServicer_to_server(AsyncConnectorService(), server)
    add_SyncAgentServiceServicer_to_server(SyncConnectorService(), server)
    add_AgentMetadataServiceServicer_to_server(ConnectorMetadataService(), server)
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    print(port, flush=True)
    # It ends with whoever started it.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await server.stop(0)


asyncio.run(main())
