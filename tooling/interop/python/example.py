"""Reads what `examples/07-measurements` wrote, and makes the same of its data with pandas."""

import os
import pathlib

import pandas
from flytekit import StructuredDataset
from flytekit.types.file import FlyteFile


def example(item):
    """In what the example's dataset and file differ from those of pandas."""
    found = StructuredDataset(uri=item["rows"], file_format="parquet").open(pandas.DataFrame).all()
    given = pandas.read_parquet(os.path.join(item["folder"], "data", "measurements.parquet"))
    plausible = given["station"].isin(["north", "south"]) & given["celsius"].between(-60, 60) & (given["samples"] >= 0)
    wanted = given[plausible].reset_index(drop=True)
    # pandas has read the names of the stations as categories.
    wanted["station"] = wanted["station"].astype(str)
    try:
        # Two libraries write points in time in other units.
        pandas.testing.assert_frame_equal(found, wanted, check_dtype=False)
    except AssertionError as error:
        return {"difference": f"the rows of the example differ: {error}"}
    lines = [f"{name}: {highest:g} °C\n" for name, highest in wanted.groupby("station", observed=True)["celsius"].max().items()]
    text = pathlib.Path(os.fspath(FlyteFile(item["highest"]))).read_text(encoding="utf-8")
    return {} if text == "".join(lines) else {"difference": f"the file of the example differs: {text!r}"}
