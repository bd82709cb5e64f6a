"""Individuals chart by numpy and plain loops; NIST/SEMATECH handbook 6.3.2.2 gives mean and moving range of `flow_rate`."""
import sys
sys.path.insert(0, "..")
from cases import *
from scipy.stats import binom

FLOW_RATE = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
long = diary(246, 60, 0.0)
cases = {
    "flow_rate": ([*range(10)], FLOW_RATE), "plain_60": diary(241, 60, 0.0), "alike_90": diary(242, 90, 0.8), "gaps_80": diary(243, 80, 0.4, keep=0.6),
    "floor_45": diary(244, 45, 0.2, level=0.6), "ceiling_40": diary(245, 40, 0.2, level=9.6, keep=0.8), "spikes": (long[0], [10.0 if i in (20, 44) else min(v, 6.0) for i, v in enumerate(long[1])]),
    "one_long_run": ([*range(30)], [4.0, 6.0] * 5 + [6.0, 7.0] * 5 + [3.0, 5.0] * 5), "on_the_centre": ([*range(20)], [5.0, 4.0, 5.0, 6.0] * 5),
    "two_blocks": ([*range(20)], [3.0, 4.0] * 5 + [7.0, 6.0] * 5), "one_decimal_50": diary(247, 50, 0.3, grid=0.1), "slow_drift": ([*range(45)], [round(2 + 0.12 * i, 2) for i in range(45)]),
    "missing": ([*range(24)], [None if i in (3, 4, 11) else v for i, v in enumerate(diary(248, 24, 0.5)[1])]), "thousands": diary(249, 2000, 0.1, keep=0.9),
    "weekly_15": ([7 * i for i in range(15)], [3.0] * 7 + [8.0] * 8), "no_steps": ([0, 1, 2, 10, 11, 12], [5.0, 5.0, 5.0, 7.0, 7.0, 7.0]),
    "three": ([0, 1, 2], [3.0, 5.0, 4.0]), "two": ([0, 1], [3.0, 6.0]), "one": ([0], [3.0]), "none": ([0, 1], [None, None]), "flat": ([0, 1, 2, 3, 9], [6.1] * 5),
    "huge": ([*range(12)], [v * 1e99 for v in diary(250, 12, 0.0)[1]]),
}
for name, (days, values) in cases.items():
    write_series(name, days, values)
    kept = [(k, x) for k, x in zip(days, values) if x is not None]
    n = len(kept)
    expected = {"n": n, "n_missing": len(values) - n, "cautions": []}
    if n == 0:
        write_expected(name, [([], expected | dict.fromkeys(["centre", "moving_range_mean", "lower", "upper", "signals"]) | {"refused": {"reason": "too_few", "have": 0, "need": 1}})])
        continue
    d, v = [k for k, _ in kept], np.array([x for _, x in kept])
    centre = float(v.mean()) if name != "flat" else 6.1
    expected["centre"], signals = centre, []
    ranges = [abs(v[i + 1] - v[i]) for i in range(n - 1) if d[i + 1] - d[i] == 1]
    reason = {"reason": "too_few", "have": 1, "need": 2} if n < 2 else {"reason": "not_identifiable"} if not ranges else {"reason": "no_variation"} if not any(ranges) else None
    if reason:
        expected |= dict.fromkeys(["moving_range_mean", "lower", "upper"]) | {"refused": reason}
    else:
        mean_range = float(np.mean(ranges))
        if name == "flow_rate":
            assert abs(centre - 50.81) < 1e-9 and abs(mean_range - 1.8778) < 5e-5
            # NIST divides by 1.128 and rounds to 1.8778 first: 55.8041 and 45.8159.
            assert abs(centre + 3 * mean_range / 1.128 - 55.8041) < 1e-4 and abs(centre - 3 * mean_range / 1.128 - 45.8159) < 1e-4
        lower, upper = centre - 2.66 * mean_range, centre + 2.66 * mean_range
        expected |= {"moving_range_mean": mean_range, "lower": lower, "upper": upper}
        signals += [(k, 0) for k, x in kept if x < lower or x > upper]
    sides = [(k, x > centre) for k, x in kept if abs(x - centre) > 1e-9 * max(abs(v))]
    m = len(sides)
    limit, run = round(np.log2(m)) + 3 if m else 0, 0
    for i, (k, side) in enumerate(sides):
        run = run + 1 if i and sides[i - 1][1] == side else 1
        if run == limit + 1:
            signals.append((k, 1))
    crossings = sum(a[1] != b[1] for a, b in zip(sides, sides[1:]))
    if m > 1 and crossings < binom.ppf(.05, m - 1, .5):
        signals.append((d[-1], 2))
    rules = ["outside_limits", "long_run", "few_crossings"]
    expected["signals"] = [{"date": (FIRST + datetime.timedelta(k)).isoformat(), "rule": rules[rule]} for k, rule in sorted(signals)]
    e = v - centre
    products = [e[i] * e[i + 1] for i in range(n - 1) if d[i + 1] - d[i] == 1]
    if products and len(set(v)) > 1 and np.mean(products) / np.mean(e * e) * (n - 1) / n > .2:
        expected["cautions"] = ["neighbours_alike"]
    write_expected(name, [([], expected)])
