"""Makes measurements.parquet: what a station sent, as pandas writes it. `pip install pandas pyarrow`"""
import pathlib

import pandas as pd

HOURS = pd.date_range("2024-05-01", periods=48, freq="h", tz="UTC")
frame = pd.DataFrame(
    {
        "station": pd.Categorical(["north" if i % 3 else "south" for i in range(48)]),
        "taken": HOURS,
        "celsius": [None if i % 10 == 7 else 8 + i % 12 + i / 100 for i in range(48)],
        "samples": [i * 1000003 for i in range(48)],
    }
)
# Two that no station can have measured.
frame.loc[5, "celsius"] = 999.0
frame.loc[6, "samples"] = -1
frame.to_parquet(pathlib.Path(__file__).with_name("measurements.parquet"), index=False)
