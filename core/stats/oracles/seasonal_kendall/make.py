"""pymannkendall.seasonal_test(grid, period): every calendar day from the first, nan where not logged."""
import sys
sys.path.insert(0, "..")
from cases import *
import pymannkendall as mk
from scipy.stats import norm

cases = {
    "weekdays": diary(101, 90, 0.3), "rising": diary(102, 120, 0.4, slope=0.5), "gaps": diary(103, 80, 0.5, slope=0.4, keep=0.5),
    "floor": diary(104, 60, 0.3, level=0.6), "one_decimal": diary(105, 70, 0.5, grid=0.1), "weekly": ([7 * i for i in range(12)], [3, 4, 2, 5, 4, 6, 3, 5, 7, 4, 6, 5]),
    "late_first": ([3 + i for i in range(30)], diary(106, 30, 0.2)[1]), "thousands": diary(107, 2500, 0.6, slope=0.01, keep=0.9),
    "flat": ([*range(20)], [4] * 20), "short": ([*range(6)], [1, 2, 3, 4, 5, 6]), "two": ([0, 7], [4, 2]), "one": ([0], [4]), "empty": ([], []),
    "missing": ([*range(16)], [None if i in (3, 4, 11) else v for i, v in enumerate(diary(108, 16, 0.2)[1])]),
    "balanced": ([0, 7, 14, 1, 8, 15][:3] + [15, 22], [1, 2, 3, 2, 1]),
}
for name, (days, values) in cases.items():
    write_series(name, days, values)
    kept = [(d, float(v)) for d, v in zip(days, values) if v is not None]
    n, answers = len(kept), []
    common = {"n": n, "n_missing": len(values) - n}
    none = dict.fromkeys(["variance", "z", "p_value"])
    for options, period in [([], 7), (["--period", "5"], 5), (["--period", "28"], 28), (["--period", "1"], 1)]:
        if n < 2:
            answers.append((options, common | none | {"s": None, "refused": {"reason": "too_few", "have": n, "need": 2}}))
            continue
        grid = np.full(kept[-1][0] - kept[0][0] + 1, np.nan)
        for d, v in kept:
            grid[d - kept[0][0]] = v
        seasons = [grid[g::period][~np.isnan(grid[g::period])] for g in range(period)]
        if all(len(set(season)) < 2 for season in seasons):
            answers.append((options, common | none | {"s": 0, "refused": {"reason": "no_variation"}}))
            continue
        x = mk.seasonal_test(grid, period)
        p = float(2 * norm.sf(abs(x.z)))
        assert abs(p - x.p) < 1e-14
        answers.append((options, common | {"s": int(x.s), "variance": float(x.var_s), "z": float(x.z), "p_value": p}))
    write_expected(name, answers)
