"""statistics.median of the Python standard library."""
import sys
sys.path.insert(0, "..")
from cases import *
import statistics

for name, values in {"odd": [3, 1, 2], "even": [4, 1, 3, 2], "ties": [5, 5, 1, 5], "one": [7.5], "empty": [],
                     "decimals": [0.1, 0.2, 0.4, 0.3], "thousands": diary(31, 1001, 0.4, grid=0.1)[1]}.items():
    with open(f"{name}.csv", "w") as out:
        out.write("value\n" + "".join(text(v) + "\n" for v in values))
    write_expected(name, [([], {"median": float(statistics.median(values)) if values else None})])
