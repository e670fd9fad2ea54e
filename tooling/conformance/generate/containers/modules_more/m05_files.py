"""Files, directories and frames in other places."""
import os
import pathlib
from typing import Dict, List, Optional

import pandas as pd
from flytekit import current_context, task
from flytekit.types.directory import FlyteDirectory
from flytekit.types.file import FlyteFile
from flytekit.types.structured import StructuredDataset


@task
def both(a: FlyteFile, b: FlyteFile["txt"]) -> str:
    return pathlib.Path(a).read_text() + "+" + pathlib.Path(b).read_text()


@task
def upper(f: FlyteFile["txt"]) -> FlyteFile["txt"]:
    path = os.path.join(current_context().working_directory, "upper.txt")
    pathlib.Path(path).write_text(pathlib.Path(f).read_text().upper())
    return FlyteFile(path)


@task
def sizes(fs: List[FlyteFile]) -> List[int]:
    return [len(pathlib.Path(f).read_bytes()) for f in fs]


@task
def by_name(n: int) -> Dict[str, FlyteFile]:
    out = {}
    for i in range(n):
        path = f"f{i}.csv"
        pathlib.Path(path).write_text(f"{i}\n")
        out[f"k{i}"] = FlyteFile(path)
    return out


@task
def maybe(f: Optional[FlyteFile] = None) -> Optional[FlyteFile]:
    return f


@task
def empty_file() -> FlyteFile:
    pathlib.Path("empty").write_bytes(b"")
    return FlyteFile("empty")


@task
def odd_name() -> FlyteFile:
    path = pathlib.Path(current_context().working_directory) / "a b é.txt"
    path.write_text("odd")
    return FlyteFile(str(path))


@task
def two_dirs(n: int) -> List[FlyteDirectory]:
    out = []
    for i in range(n):
        root = pathlib.Path(current_context().working_directory) / f"d{i}"
        root.mkdir()
        (root / "x.txt").write_text(str(i))
        out.append(FlyteDirectory(str(root)))
    return out


@task
def dir_csv() -> FlyteDirectory["csv"]:
    root = pathlib.Path(current_context().working_directory) / "c"
    root.mkdir()
    (root / "t.csv").write_text("a,b\n")
    return FlyteDirectory["csv"](str(root))


@task
def total_size(d: FlyteDirectory) -> int:
    root = str(d.path)
    return sum(os.path.getsize(os.path.join(b, f)) for b, _, fs in os.walk(root) for f in fs)


@task
def missing_dir() -> FlyteDirectory:
    return FlyteDirectory("nowhere/at/all")


@task
def count_rows(sd: StructuredDataset) -> int:
    return len(sd.open(pd.DataFrame).all())


@task
def filter_rows(sd: StructuredDataset, least: int) -> StructuredDataset:
    df = sd.open(pd.DataFrame).all()
    return StructuredDataset(dataframe=df[df["x"] >= least].reset_index(drop=True))


@task
def kinds(n: int) -> StructuredDataset:
    return StructuredDataset(
        dataframe=pd.DataFrame({"b": [i % 2 == 0 for i in range(n)], "f": [i / 4 for i in range(n)], "s": ["é"] * n})
    )


@task
def remote_frame(key: str) -> StructuredDataset:
    return StructuredDataset(uri="s3://bucket/" + key, file_format="parquet")


@task
def fails_after_file(text: str) -> FlyteFile:
    pathlib.Path("kept.txt").write_text(text)
    raise ValueError("after the file")
    return FlyteFile("kept.txt")


@task
def quoted() -> FlyteFile:
    path = pathlib.Path(current_context().working_directory) / "a%20b.txt"
    path.write_text("quoted")
    return FlyteFile(str(path))


@task
def new_remote(text: str) -> FlyteFile:
    f = FlyteFile.new_remote_file()
    with f.open("w") as h:
        h.write(text)
    return f
