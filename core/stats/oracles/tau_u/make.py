"""All pairs one by one. With the variable SINGLE_CASE_ES set to the R file R/non-overlap-measures.R of SingleCaseES 0.7.4, its
calc_Tau_U must agree."""
import os, sys
sys.path.insert(0, "..")
from cases import *

SOURCE = os.environ.get("SINGLE_CASE_ES")
sign = lambda one, other: (other > one) - (other < one)

for name, rows in phase_cases().items():
    write_phases(name, rows)
    a, b = [[v for _, v in side] for side in split(rows)]
    m, n = len(a), len(b)
    some = {"n": m + n, "n_missing": len(rows) - m - n, "se": None, "ci_low": None, "ci_high": None}
    if min(m, n) == 0:
        some |= {"estimate": None, "refused": {"reason": "too_few", "have": 0, "need": 1}}
    else:
        tau = (sum(sign(v, w) for v in a for w in b) - sum(sign(a[i], a[j]) for j in range(m) for i in range(j))) / (m * n)
        if m > 1 and SOURCE:
            x = r(f'source("{SOURCE}");cat(jsonlite::toJSON(calc_Tau_U({vector(a)},{vector(b)})$Est,digits=I(17)))')[0]
            assert abs(x - tau) < 1e-12, (name, x, tau)
        some["estimate"] = tau
    write_expected(name, [([], some)])
