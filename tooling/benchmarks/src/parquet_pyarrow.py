"""Milliseconds that pyarrow takes to write the table of a Parquet file, and to read the file as rows."""
import os
import sys
import tempfile
import time

import pyarrow.parquet as pq

path = sys.argv[1]
table = pq.read_table(path)
folder = tempfile.mkdtemp()
target = os.path.join(folder, "00000")
begun = time.perf_counter()
pq.write_table(table, target)
written = time.perf_counter()
rows = pq.read_table(path).to_pylist()
done = time.perf_counter()
assert len(rows) == table.num_rows
os.remove(target)
os.rmdir(folder)
print((written - begun) * 1000, (done - written) * 1000)
