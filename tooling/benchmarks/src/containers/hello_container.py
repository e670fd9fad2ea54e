"""The least that a container can do, with flytekit."""

from flytekit import task


@task
def hello() -> str:
    return "hello"
