"""scipy.stats.kendalltau(day, value).statistic."""
import sys
sys.path.insert(0, "..")
from cases import *
from scipy.stats import kendalltau

for name, (days, values) in {
    "ties": diary(21, 40, 0.5), "gaps": diary(22, 60, 0.3, slope=0.5, keep=0.6), "floor": diary(23, 50, 0.3, level=0.3),
    "thousands": diary(24, 2000, 0.6, slope=0.02), "two": ([0, 4], [3.0, 2.0]), "flat": ([0, 1, 2], [4.0, 4.0, 4.0]),
}.items():
    write_series(name, days, values)
    tau = kendalltau(days, values).statistic
    flat = len(set(values)) == 1
    write_expected(name, [([], {"tau_b": None, "refused": {"reason": "no_variation"}} if flat else {"tau_b": float(tau)})])
