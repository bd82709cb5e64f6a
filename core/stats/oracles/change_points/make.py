"""Exact dynamic programme over every division: fractions up to 150 values, floats with an explicit tie rule beyond;
ruptures must not find a cheaper division."""
import sys
sys.path.insert(0, "..")
from cases import *
from fractions import Fraction
import ruptures


def exact(values, penalty, shortest):
    """(starts, cost): least cost + penalty a change, then fewest changes, then earliest."""
    n, x, beta = len(values), [Fraction(text(v)) for v in values], Fraction(penalty)
    sums = [Fraction(0)]
    squares = [Fraction(0)]
    for v in x:
        sums.append(sums[-1] + v)
        squares.append(squares[-1] + v * v)
    cost = lambda a, b: squares[b] - squares[a] - (sums[b] - sums[a]) ** 2 / (b - a)
    best = {}
    for end in range(1, n + 1):
        options = [(cost(0, end), 0, ())] if end >= shortest or end == n else []
        for start in range(shortest, end - shortest + 1):
            if start in best:
                total, count, starts = best[start]
                options.append((total + beta + cost(start, end), count + 1, starts + (start,)))
        if options:
            best[end] = min(options)
    total, count, starts = best[n]
    return list(starts), float(total - count * beta)


def dense(values, penalty, shortest):
    """The same in floats for long series: no ties are expected there, and one nearer than 1e-7 stops the script."""
    n, x = len(values), np.array(values) - round(np.mean(values))
    s, q = np.concatenate([[0], np.cumsum(x)]), np.concatenate([[0], np.cumsum(x * x)])
    best, last = np.full(n + 1, np.inf), np.zeros(n + 1, int)
    for end in range(shortest, n + 1):
        a = np.array([0, *range(shortest, end - shortest + 1)])
        total = np.where(a > 0, best[a] + penalty, 0.0) + q[end] - q[a] - (s[end] - s[a]) ** 2 / (end - a)
        order = np.argsort(total)
        best[end], last[end] = total[order[0]], a[order[0]]
    starts, place = [], n
    while last[place]:
        place = last[place]
        starts.append(int(place))
    starts.reverse()
    return starts, sum(float(((p := np.array(values[a:b])) - p.mean()) @ (p - p.mean())) for a, b in zip([0, *starts], [*starts, n]))


def usual(days, values):
    """Default penalty, by hand from the definition."""
    step = {d: v for d, v in zip(days, values)}
    delta = {d: step[d] - step[d - 1] for d in days if d - 1 in step}
    m, pairs = len(delta), [(delta[d], delta[d - 1]) for d in delta if d - 1 in delta]
    corr = (sum(a * b for a, b in pairs) / len(pairs)) / (sum(v * v for v in delta.values()) / m) * (m - 1) / m
    phi = min(max(1 + 2 * corr, 0.0), 0.9)
    variance = 0.5 * np.mean([v * v for v in delta.values()]) / (1 - phi)
    return 2 * variance * np.log(len(values)) * (1 + phi) / (1 - phi), phi


def shifted(seed, lengths, levels, phi=0.0, sd=1.2, grid=1.0, keep=1.0):
    n = sum(lengths)
    days, noise = diary(seed, n, phi, level=0.0, sd=0.0, keep=keep)
    rng = np.random.default_rng(seed + 1000)
    level, state, values = np.repeat(levels, lengths), rng.normal(), []
    for k in range(n):
        values.append(float(round(np.clip(round((level[k] + sd * state) / grid) * grid, 0, 10), 6)))
        state = phi * state + np.sqrt(1 - phi**2) * rng.normal()
    return days, values


STANDARD = [{}, {"penalty": 4.0}, {"penalty": 2.5, "min": 1}, {"penalty": 12.0, "min": 3}]
cases = {
    "one_shift_80": (*shifted(221, [40, 40], [4, 7]), STANDARD), "three_levels_120": (*shifted(222, [30, 50, 40], [3, 7, 5], grid=0.1), STANDARD),
    "no_shift_100": (*diary(223, 100, 0.0), STANDARD), "alike_150": (*diary(224, 150, 0.7), STANDARD), "gaps_90": (*shifted(225, [45, 45], [4, 6], phi=0.3, keep=0.6), STANDARD),
    "floor_60": (*shifted(226, [30, 30], [0.5, 2.5]), STANDARD), "ceiling_50": (*shifted(227, [25, 25], [9.6, 8.0]), STANDARD),
    "weekly_20": ([7 * i for i in range(20)], shifted(228, [10, 10], [3, 7])[1], [{}, {"penalty": 5.0}, {"penalty": 5.0, "min": 1}]),
    "missing": ([*range(40)], [None if i in (3, 4, 21) else v for i, v in enumerate(shifted(229, [20, 20], [3, 6])[1])], STANDARD),
    # Equal divisions: 2 5 8 may be cut on either side of the 5; 4 4 6 6 repeated has ties of number and place at penalty 2 and 4.
    "tie_of_places": ([*range(7)], [2.0, 2.0, 2.0, 5.0, 8.0, 8.0, 8.0], [{"penalty": 3.0, "min": 1}, {"penalty": 3.0, "min": 2}, {"penalty": 1.0, "min": 3}, {"penalty": 13.5, "min": 1}, {"penalty": 0.0, "min": 1}]),
    "tie_of_numbers": ([*range(8)], [4.0, 4.0, 6.0, 6.0, 4.0, 4.0, 6.0, 6.0], [{"penalty": p, "min": m} for p in (2.0, 4.0, 1.0, 0.5, 0.0) for m in (1, 2, 3)]),
    "alternating": ([*range(12)], [float(3 + 2 * (i % 2)) for i in range(12)], [{"penalty": p, "min": m} for p in (1.0, 2.0, 0.25, 0.0) for m in (1, 2, 4)]),
    "rising_40": ([*range(40)], [round(0.25 * i, 2) for i in range(40)], [{"penalty": p, "min": m} for p in (0.5, 5.0, 50.0) for m in (1, 7)]),
    "five": ([0, 1, 2, 3, 4], [3.0, 4.0, 4.0, 6.0, 5.0], [{}, {"penalty": 1.0, "min": 1}, {"penalty": 1.0, "min": 2}]),
    "two": ([0, 1], [3.0, 6.0], [{}, {"penalty": 1.0, "min": 1}, {"penalty": 1.0}]), "one": ([0], [3.0], [{}, {"penalty": 1.0}]),
    "none": ([0, 1], [None, None], [{}, {"penalty": 1.0}]), "flat": ([0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16], [5.1] * 16, [{}, {"penalty": 1.0}, {"penalty": 0.0, "min": 1}]),
    "every_other_day": ([2 * i for i in range(20)], shifted(230, [10, 10], [3, 6])[1], [{}, {"penalty": 6.0}]),
    "huge": ([*range(20)], [v * 1e99 for v in shifted(231, [10, 10], [3, 7])[1]], [{"penalty": 5e198}]),
    "thousands": (*shifted(232, [700, 300, 500], [5, 6, 4.5], phi=0.2), [{}, {"penalty": 8.0}, {"penalty": 8.0, "min": 1}]),
    "thousands_no_shift": (*diary(233, 2000, 0.3), [{}, {"penalty": 40.0, "min": 1}]),
}
for name, (days, values, settings) in cases.items():
    write_series(name, days, values)
    kept = [(k, x) for k, x in zip(days, values) if x is not None]
    n, v = len(kept), [x for _, x in kept]
    common, answers = {"n": n, "n_missing": len(values) - n}, []
    for chosen in settings:
        shortest, penalty, extra = chosen.get("min", 7), chosen.get("penalty"), {}
        options = (["--penalty", repr(penalty)] if penalty is not None else []) + (["--min-segment", str(shortest)] if "min" in chosen else [])
        reason = None
        if n == 0:
            reason = {"reason": "too_few", "have": 0, "need": 1}
        elif penalty is None and n < 3:
            reason = {"reason": "too_few", "have": n, "need": 3}
        elif penalty is None and name in ("weekly_20", "every_other_day"):
            reason = {"reason": "not_identifiable"}
        elif penalty is None and name == "flat":
            reason = {"reason": "no_variation"}
        if reason:
            answers.append((options, common | {"change_points": None, "cost": None, "penalty": None, "refused": reason}))
            continue
        if penalty is None:
            penalty, phi = usual([k for k, _ in kept], v)
            extra = {"cautions": ["autocorrelation_at_bound"] if phi == 0.9 else []}
        unit = 1e99 if name == "huge" else 1.0
        scaled = [round(x / unit, 6) for x in v]
        starts, cost = (exact if n <= 150 else dense)(scaled, penalty / unit**2, shortest)
        if n > 10 and penalty > 0 and len(set(v)) > 1:
            for found in (ruptures.KernelCPD(kernel="linear", min_size=shortest), ruptures.Pelt(model="l2", min_size=shortest, jump=1)):
                if n > 500 and isinstance(found, ruptures.Pelt) or n < 2 * shortest:
                    continue
                ends = found.fit(np.array(scaled)).predict(pen=penalty / unit**2)
                theirs = sum(float(((p := np.array(scaled[a:b])) - p.mean()) @ (p - p.mean())) for a, b in zip([0, *ends[:-1]], ends))
                gap = theirs + penalty / unit**2 * (len(ends) - 1) - cost - penalty / unit**2 * len(starts)
                assert gap > -1e-7, (name, chosen, gap)
                if gap > 1e-7 or ends[:-1] != starts:
                    print(name, chosen, type(found).__name__, "dearer by", gap, ends[:-1], starts)
        dates = [(FIRST + datetime.timedelta(kept[s][0])).isoformat() for s in starts]
        answers.append((options, common | extra | {"change_points": dates, "cost": float(cost) * unit**2, "penalty": float(penalty)}))
    write_expected(name, answers)
