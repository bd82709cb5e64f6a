"""Counts by numpy.sign of the differences."""
import sys
sys.path.insert(0, "..")
from cases import *

for name, pairs in pair_cases().items():
    write_pairs(name, pairs)
    full = complete(pairs)
    sign = np.sign([round(a - b, 9) for b, a in full])
    write_expected(name, [([], {"n": len(full), "n_missing": len(pairs) - len(full), "lower": int((sign < 0).sum()),
                                "same": int((sign == 0).sum()), "higher": int((sign > 0).sum())})])
