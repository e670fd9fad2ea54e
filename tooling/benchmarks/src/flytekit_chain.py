"""The chain of chain.js in flytekit, for the table "Compared with flytekit" of docs/benchmarks.md.

    pip install 'flytekit==1.16.*'
    python tooling/benchmarks/src/flytekit_chain.py [nodes, 1000] [rounds, 5]

The benchmarks run it themselves if FLYTEKIT_PYTHON names a Python that has flytekit.
"""

import sys
import time
from collections import OrderedDict
from statistics import median

from flytekit import task, workflow
from flytekit.configuration import Image, ImageConfig, SerializationSettings
from flytekit.tools.translator import get_serializable

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 5
SETTINGS = SerializationSettings(
    project="p",
    domain="d",
    version="v1",
    image_config=ImageConfig(default_image=Image(name="default", fqn="i", tag="1")),
)


@task
def add(a: int, b: int) -> int:
    return a + b


def once() -> tuple[float, float, float]:
    """Microseconds a node: compiling, serializing, and running on this machine."""
    start = time.perf_counter()

    @workflow
    def chain(x: int) -> int:
        last = x
        for b in range(SIZE):
            last = add(a=last, b=b)
        return last

    chain.compile()
    compiled = time.perf_counter()
    get_serializable(OrderedDict(), SETTINGS, chain).to_flyte_idl().SerializeToString()
    serialized = time.perf_counter()
    # A run of more nodes takes minutes.
    if SIZE <= 1000:
        chain(x=1)
    times = [start, compiled, serialized, time.perf_counter()]
    compiling, serializing, running = ((end - begin) / SIZE * 1e6 for begin, end in zip(times, times[1:]))
    return compiling, serializing, running


rounds = [once() for _ in range(ROUNDS)]
compiling, serializing, running = (median(each) for each in zip(*rounds))
print(f"flytekit, us per node of {SIZE}: {compiling:.0f} compiling, {serializing:.0f} serializing, {running:.0f} running")
