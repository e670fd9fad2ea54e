"""Files, directories and datasets: made on disk, and compared by what is in them."""

import math
import os
import pathlib
import tempfile

import pandas
import pyarrow
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


_ARROW = {
    "int": pyarrow.int64(),
    "float": pyarrow.float64(),
    "string": pyarrow.string(),
    "boolean": pyarrow.bool_(),
    "datetime": pyarrow.timestamp("us", tz="UTC"),
    "date": pyarrow.date32(),
    "duration": pyarrow.duration("us"),
}


def _arrow(described):
    if described["kind"] == "list":
        return pyarrow.list_(_arrow(described["of"]))
    return _ARROW[python_types.present(described)["kind"]]


def make_dataset(described, value):
    """With an even number of rows a data frame of pandas, else a table of Arrow: flytekit writes both."""
    schema = pyarrow.schema([(each["name"], _arrow(each["type"])) for each in described["columns"]])
    columns = [
        [python_values.make(each["type"], row[i]) for row in value["rows"]]
        for i, each in enumerate(described["columns"])
    ]
    table = pyarrow.table(columns, schema=schema)
    if len(value["rows"]) % 2 == 0 and _is_pandas(described, columns):
        return StructuredDataset(dataframe=table.to_pandas())
    return StructuredDataset(dataframe=table)


def _is_pandas(described, columns):
    """Whether a data frame keeps what is in these columns: NaN is missing there, and a day is an object."""
    kinds = {each["type"]["kind"] for each in described["columns"]}
    has_nan = any(isinstance(part, float) and math.isnan(part) for column in columns for part in column)
    return kinds <= {"int", "float", "string", "boolean"} and not has_nan


def compare_dataset(described, value, native, at):
    table = native.open(pyarrow.Table).all()
    names = [each["name"] for each in described["columns"]]
    if list(table.column_names) != names or table.num_rows != len(value["rows"]):
        return f"{at}: {table.num_rows} rows of {table.column_names}, not {len(value['rows'])} of {names}"
    if len(native.open(pandas.DataFrame).all()) != table.num_rows:
        return f"{at}: pandas reads another number of rows"
    for i, each in enumerate(described["columns"]):
        for j, found in enumerate(table.column(i).to_pylist()):
            expected = value["rows"][j][i]
            different = python_values.difference(each["type"], expected, found, f"{at}[{j}].{each['name']}")
            if different is not None:
                return different
    return None
