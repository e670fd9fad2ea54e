"""Python's own clients of clusters, run in this process so that each request they send to create something is kept.

    cluster_client.py <file> pyflyte <arguments of pyflyte>
    cluster_client.py <file> remote <project> <domain> <version>

The file gets a line for each request: the method, and the request in base64. Where the cluster is, the environment says as for pyflyte.
`remote` registers what is in garden_tasks with FlyteRemote, reads it, and prints as JSON what it read.
"""

import base64
import json
import sys

from flytekit.clients.raw import RawSynchronousFlyteClient


def keep_requests(path: str) -> None:
    def kept(name):
        send = getattr(RawSynchronousFlyteClient, name)

        def create(self, request, *args, **kwargs):
            with open(path, "a") as file:
                file.write(json.dumps([name, base64.b64encode(request.SerializeToString()).decode()]) + "\n")
            return send(self, request, *args, **kwargs)

        setattr(RawSynchronousFlyteClient, name, create)

    for name in ["create_task", "create_workflow", "create_launch_plan"]:
        kept(name)


def use_remote(project: str, domain: str, version: str) -> dict:
    import garden_tasks
    from flytekit.configuration import Config, ImageConfig, SerializationSettings
    from flytekit.models.common import NamedEntityIdentifier
    from flytekit.remote import FlyteRemote

    remote = FlyteRemote(Config.auto(), default_project=project, default_domain=domain)
    settings = SerializationSettings(ImageConfig.auto(img_name="example.com/garden:1"), project, domain, version)
    remote.register_workflow(garden_tasks.year, settings, version)
    # The same again: nothing changes, and nobody complains.
    again = remote.register_workflow(garden_tasks.year, settings, version)
    remote.activate_launchplan(remote.fetch_launch_plan(name="garden_tasks.daily", version=version).id)
    task = remote.fetch_task(name="garden_tasks.water", version=version)
    workflow = remote.fetch_workflow(name="garden_tasks.season", version=version)
    plan = remote.fetch_launch_plan(name="garden_tasks.daily", version=version)
    newest = remote.fetch_task(name="garden_tasks.plant")
    names, _ = remote.client.list_task_ids_paginated(project, domain, limit=100)
    versions, token = remote.client.list_tasks_paginated(NamedEntityIdentifier(project, domain, "garden_tasks.plant"), limit=1)
    return {
        "again": again.id.version,
        "task": [task.id.name, sorted(task.interface.inputs), task.metadata.retries.retries],
        "workflow": [workflow.id.name, sorted(node.id for node in workflow.flyte_nodes), sorted(workflow.interface.inputs)],
        "plan": [plan.id.name, sorted(plan.fixed_inputs.literals), plan.entity_metadata.schedule.cron_schedule.schedule],
        "active": remote.client.get_active_launch_plan(NamedEntityIdentifier(project, domain, "garden_tasks.daily")).id.version,
        "newest": newest.id.version,
        "names": sorted(name.name for name in names),
        "page": [[each.id.version for each in versions], token],
        "projects": [each.id for each in remote.client.list_projects_paginated(limit=10)[0]],
    }


if __name__ == "__main__":
    [_, file, what, *arguments] = sys.argv
    keep_requests(file)
    if what == "pyflyte":
        from flytekit.clis.sdk_in_container.pyflyte import main

        main(arguments, prog_name="pyflyte")
    else:
        print(json.dumps(use_remote(*arguments)))
