"""How tasks are found, and hooks."""
import os
from typing import List

from flytekit import task
from flytekit.core.base_task import TaskResolverMixin
from flytekit.core.python_function_task import PythonFunctionTask


class ByLetter(TaskResolverMixin):
    """Finds its tasks by a letter: loader args are `--letter <letter>`."""

    def __init__(self):
        self.tasks = {}

    @property
    def location(self):
        return "m10_finding.letters"

    def name(self):
        return "letters"

    def load_task(self, loader_args: List[str]):
        return self.tasks[loader_args[1]]

    def loader_args(self, settings, task):
        return ["--letter", next(k for k, v in self.tasks.items() if v is task)]

    def get_all_tasks(self):
        return list(self.tasks.values())


letters = ByLetter()
not_a_resolver = 3


def minus(x: int) -> int:
    return -x


minus_task = PythonFunctionTask(task_config=None, task_function=minus, task_resolver=letters)
letters.tasks["m"] = minus_task


class Around(PythonFunctionTask):
    def pre_execute(self, user_params):
        print("before")
        return user_params

    def post_execute(self, user_params, rval):
        print("after")
        if os.environ.get("AFTER") == "type":
            return str(rval)
        return rval


def inside(x: int) -> int:
    print("inside")
    if x < 0:
        raise ValueError("negative")
    return x


around = Around(task_config=None, task_function=inside, task_resolver=letters)
letters.tasks["a"] = around


@task
def usual(x: int) -> int:
    return x + 1


@task
def other(x: int) -> int:
    return x + 2


a_number = 5
