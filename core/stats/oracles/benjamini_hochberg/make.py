"""R p.adjust(method="BH"), missing p-values kept in their places."""
import sys
sys.path.insert(0, "..")
from cases import *

rng = np.random.default_rng(31)
rounded = [float(round(p, 3)) for p in rng.uniform(size=25) ** 2]
cases = {
    "few": [0.01, 0.04, 0.03, 0.005],
    "ties": [0.02, 0.02, 0.5, 0.02, 1.0, 0.5],
    "missing": [0.2, None, 0.001, None, 0.04],
    "one": [0.03],
    "ends": [0.0, 1.0, 1e-300, 0.9999999999],
    "rounded": rounded,
    "all_one": [1.0] * 7,
    "falling": [0.9, 0.5, 0.3, 0.2, 0.12],
    "thousands": [float(p) for p in rng.beta(0.6, 1, 2000)],
    "none": [],
    "only_missing": [None, None],
}
for name, family in cases.items():
    with open(f"{name}.csv", "w", newline="") as out:
        out.write("p_value,note\n" + "".join(("" if p is None else repr(p)) + ",x\n" for p in family))
    n = sum(p is not None for p in family)
    fields = {"n": n, "n_missing": len(family) - n}
    if n:
        text = "c(" + ",".join("NA" if p is None else repr(p) for p in family) + ")"
        fields["adjusted"] = r(f'cat(jsonlite::toJSON(p.adjust(as.numeric({text}),"BH"),digits=I(17),na="null"))')
    else:
        fields |= {"adjusted": None, "refused": {"reason": "too_few", "have": 0, "need": 1}}
    write_expected(name, [([], fields)])
