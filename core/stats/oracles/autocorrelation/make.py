"""statsmodels acf(missing="conservative") on the grid of calendar days; acorr_ljungbox where there are no gaps."""
import sys
sys.path.insert(0, "..")
from cases import *
from scipy.stats import chi2
from statsmodels.stats.diagnostic import acorr_ljungbox
from statsmodels.tsa.stattools import acf

cases = {
    "plain_60": (*diary(201, 60, 0.5), [None, 1, 7, 59]), "gaps_90": (*diary(202, 90, 0.7, keep=0.6), [None, 1, 14, 89]),
    "floor_45": (*diary(203, 45, 0.5, level=0.8), [None, 7]), "ceiling_50": (*diary(204, 50, 0.4, level=9.4, keep=0.8), [None, 5]),
    "weekly_20": ([7 * i for i in range(20)], diary(205, 20, 0.8)[1], [None, 7, 19]),
    "one_decimal_40": (*diary(206, 40, -0.4, grid=0.1), [None, 10]),
    "long_gap_40": ([*range(20), *range(3000, 3020)], diary(207, 40, 0.6)[1], [None, 39]),
    "missing": ([*range(24)], [None if i in (3, 4, 11) else v for i, v in enumerate(diary(208, 24, 0.5)[1])], [None, 6, 20]),
    "thousands": (*diary(209, 3000, 0.6, keep=0.8), [None, 60]), "thousands_plain": (*diary(210, 1500, 0.3), [30]),
    "five": ([0, 1, 2, 4, 5], [3.0, 4.0, 4.0, 6.0, 5.0], [None, 4]), "three": ([0, 1, 2], [3.0, 5.0, 4.0], [None, 2]),
    "two": ([0, 3], [4.0, 5.0], [None, 1]), "too_many_lags": ([0, 1, 2, 3, 6], [3.0, 4.0, 4.0, 6.0, 5.0], [5, 40]),
    "one": ([0], [4.0], [None]), "flat": ([0, 1, 3, 9], [6.0] * 4, [None]),
    "huge": ([0, 1, 2, 3, 5, 6], [1e99, -2e99, 5e98, 1e99, 3e98, -7e98], [3]),
}
for name, (days, values, lags) in cases.items():
    write_series(name, days, values)
    kept = [(k, x) for k, x in zip(days, values) if x is not None]
    grid = np.full(kept[-1][0] - kept[0][0] + 1, np.nan)
    for k, x in kept:
        grid[k - kept[0][0]] = x
    n, answers = len(kept), []
    for chosen in lags:
        most = chosen or max(1, min(int(10 * np.log10(n)), n - 1))
        options = ["--lags", str(chosen)] if chosen else []
        expected = {"n": n, "n_missing": len(values) - n, "cautions": []}
        if n < 2 or len({x for _, x in kept}) == 1:
            reason = {"reason": "too_few", "have": n, "need": 2} if n < 2 else {"reason": "no_variation"}
            answers.append((options, expected | {"acf": None, "ljung_box": None, "refused": reason}))
            continue
        unit = np.nanmax(np.abs(grid)) if name == "huge" else 1.0
        r = acf(grid / unit, missing="conservative", nlags=most, fft=False)
        there = ~np.isnan(grid)
        if any(not (there[k:] & there[:-k]).any() for k in range(1, len(r))):
            expected["cautions"] = ["lags_without_pairs"]
        expected["acf"] = [float(v) for v in r]
        if most >= n:
            answers.append((options, expected | {"ljung_box": None, "refused": {"reason": "too_few", "have": n, "need": most + 1}}))
            continue
        q = n * (n + 2) * sum(v * v / (n - k) for k, v in enumerate(r) if k)
        if there.all():
            table = acorr_ljungbox(grid / unit, lags=[most])
            assert abs(table.lb_stat.iloc[0] / q - 1) < 1e-10, name
        answers.append((options, expected | {"ljung_box": {"lag": most, "statistic": float(q), "p_value": float(chi2.sf(q, most))}}))
    write_expected(name, answers)
