"""More ways to fail, and to leave."""
import os
import sys
import time

from flytekit import task
from flytekit.core.base_task import IgnoreOutputs
from flytekit.exceptions.user import FlyteRecoverableException


class Empty(Exception):
    error_code = ""


class Nothing(Exception):
    error_code = None


class CodedAgain(FlyteRecoverableException):
    error_code = "AGAIN:LATER"


class Plain(Exception):
    pass


def helper(text):
    raise Plain(text)


@task
def in_helper(text: str) -> int:
    helper(text)
    return 0


@task
def empty_code(text: str) -> int:
    raise Empty(text)
    return 0


@task
def no_code(text: str) -> int:
    raise Nothing(text)
    return 0


@task
def coded_again(text: str) -> int:
    raise CodedAgain(text)
    return 0


@task(retries=2)
def retried_plain(text: str) -> int:
    raise Plain(text)
    return 0


@task
def ignored_child(text: str) -> int:
    class Mine(IgnoreOutputs):
        pass

    raise Mine(text)
    return 0


@task
def deep(n: int) -> int:
    if n == 0:
        raise ValueError("at the bottom")

    def go(k):
        if k == 0:
            raise ValueError("at the bottom")
        return go(k - 1)

    return go(n)


@task
def ends(code: int) -> str:
    os._exit(code)
    return ""


@task
def quits(code: int) -> str:
    print("leaving", flush=True)
    sys.exit(code)
    return ""


@task
def lingers(marker: str) -> str:
    open(marker, "w").close()
    time.sleep(30)
    return "late"


@task
def fails_on(x: int, bad: int = 3) -> int:
    if x == bad:
        raise ValueError(f"{x} is {bad}: 100% of {{it}}")
    return x


@task
def cause_chain(text: str) -> int:
    try:
        try:
            raise KeyError("inner")
        except KeyError as error:
            raise ValueError("middle") from error
    except ValueError as error:
        raise RuntimeError(text) from error
    return 0


@task
def env_of(name: str) -> str:
    return os.environ.get(name, "unset")
