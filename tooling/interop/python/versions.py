"""Prints the version of Python, then those of the packages that are named, as one JSON object."""

import importlib.metadata
import json
import platform
import sys


def version(name):
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


print(json.dumps({"python": platform.python_version(), **{name: version(name) for name in sys.argv[1:]}}))
