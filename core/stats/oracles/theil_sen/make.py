"""scipy.stats.theilslopes(value, day, level)."""
import sys
sys.path.insert(0, "..")
from cases import *
from scipy.stats import theilslopes

cases = {
    "ties": diary(81, 40, 0.5), "gaps": diary(82, 60, 0.5, slope=1.0, keep=0.5), "rising": diary(83, 90, 0.6, slope=0.9, level=2),
    "one_decimal": diary(84, 70, 0.6, grid=0.1, slope=-0.4), "hundredths": diary(85, 120, 0.4, grid=0.01), "floor": diary(86, 50, 0.3, level=0.5),
    "ceiling": diary(87, 45, 0.3, level=9.6), "weekly": ([7 * i for i in range(12)], [3, 4, 2, 5, 4, 6, 3, 5, 7, 4, 6, 5]),
    "long_gap": ([*range(20), *range(900, 920)], diary(88, 40, 0.6, grid=0.5)[1]), "outlier": ([*range(9)], [1, 2, 2.5, 4, 1e6, 5, 6.5, 7, 8]),
    "line": ([0, 1, 2, 3, 7], [1.5, 2.0, 2.5, 3.0, 5.0]), "two": ([0, 9], [4, 2]), "three": ([0, 1, 5], [1, 2, 4]), "four": ([0, 1, 2, 4], [1, 3, 2, 7]),
    "five": ([0, 1, 2, 4, 5], [1, 3, 2, 7, 6]), "one": ([0], [4]), "empty": ([], []), "flat": ([*range(6)], [4] * 6),
    "missing": ([0, 1, 2, 3, 4, 5, 6, 7], [4, None, 5, 6, None, 6, 7, 5]), "turning": ([*range(12)], [9.5, 8, 8.1, 7, 6, 6.6, 5, 5.2, 4, 3.7, 2, 2.5]),
    # More pairs than are listed at once: whole points with a slope, tenths with gaps, hundredths without a trend.
    "thousand_points": diary(89, 1000, 0.6, slope=0.1, level=3), "thousand_tenths": diary(90, 1500, 0.7, slope=0.05, grid=0.1, keep=0.8),
    "thousands": diary(91, 4000, 0.6, grid=0.01),
}
for name, (days, values) in cases.items():
    write_series(name, days, values)
    kept = [(d, float(v)) for d, v in zip(days, values) if v is not None]
    d, v = np.array([k[0] for k in kept], float), np.array([k[1] for k in kept])
    n, answers = len(v), []
    common = {"n": n, "n_missing": len(values) - n}
    if n < 2:
        none = dict.fromkeys(["slope_per_day", "slope_per_30_days", "ci_low", "ci_high", "tied_pair_share", "withheld"])
        write_expected(name, [([], common | none | {"refused": {"reason": "too_few", "have": n, "need": 2}})])
        continue
    counts = np.unique(v, return_counts=True)[1]
    share = float(np.sum(counts * (counts - 1)) / (n * (n - 1)))
    for options, level in [([], 0.95), (["--level", "0.8"], 0.8), (["--level", "0.99"], 0.99)]:
        x = theilslopes(v, d, level)
        some = common | {"slope_per_day": float(x.slope), "slope_per_30_days": 30 * float(x.slope), "ci_low": 30 * float(x.low_slope),
                         "ci_high": 30 * float(x.high_slope), "tied_pair_share": share, "withheld": share > 0.05}
        answers.append((options, some))
    if n <= 5 and n > 2 or name == "gaps":
        # No order of n values is rarer than 2 in n!: four cannot reach 95 %.
        answers[0][1]["cautions"] = (["heavy_ties"] if share > 0.05 else []) + (["level_not_reached"] if n <= 4 else [])
    write_expected(name, answers)
