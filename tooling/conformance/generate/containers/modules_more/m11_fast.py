"""What travels in an archive."""
from flytekit import task

import m11_helper


@task
def twice(text: str) -> str:
    return m11_helper.double(text)


@task
def fails(text: str) -> str:
    raise ValueError(f"no {text}")
    return ""


@task
def hangs(marker: str) -> str:
    import time

    open(marker, "w").close()
    time.sleep(30)
    return ""


@task
def prints(text: str) -> str:
    print(text, "printed")
    return text
