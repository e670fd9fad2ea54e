"""Files, directories and datasets: made on disk, and compared by what is in them."""

import os
import pathlib
import tempfile

import pandas
import pyarrow.parquet
from flytekit import StructuredDataset

import python_types
import python_values


def make_file(described, value):
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, value["name"])
    pathlib.Path(path).write_bytes(bytes.fromhex(value["bytes"]))
    return python_types.python_type(described)(path)


def compare_file(_, value, native, at):
    content = pathlib.Path(os.fspath(native)).read_bytes()
    return None if content.hex() == value["bytes"] else f"{at}: another content: {len(content)} bytes"


def make_directory(described, value):
    folder = tempfile.mkdtemp()
    for name, content in value["files"]:
        path = pathlib.Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes.fromhex(content))
    return python_types.python_type(described)(folder)


def compare_directory(_, value, native, at):
    folder = pathlib.Path(os.fspath(native))
    found = {
        str(each.relative_to(folder)): each.read_bytes().hex() for each in folder.rglob("*") if each.is_file()
    }
    return None if found == dict(value["files"]) else f"{at}: other files: {sorted(found)}"


def make_dataset(described, value):
    columns = {
        each["name"]: pandas.Series(
            [python_values.make(each["type"], row[i]) for row in value["rows"]], dtype=_dtype(each["type"])
        )
        for i, each in enumerate(described["columns"])
    }
    return StructuredDataset(dataframe=pandas.DataFrame(columns))


def _dtype(described):
    return {"int": "int64", "float": "float64", "string": "str", "boolean": "bool"}.get(described["kind"], "object")


def compare_dataset(described, value, native, at):
    table = native.open(pyarrow.Table).all()
    names = [each["name"] for each in described["columns"]]
    if list(table.column_names) != names or table.num_rows != len(value["rows"]):
        return f"{at}: {table.num_rows} rows of {table.column_names}, not {len(value['rows'])} of {names}"
    for i, each in enumerate(described["columns"]):
        for j, (row, found) in enumerate(zip(value["rows"], table.column(i).to_pylist(), strict=True)):
            different = python_values.difference(each["type"], row[i], found, f"{at}[{j}].{each['name']}")
            if different is not None:
                return different
    return None
