"""Counts by sets of days; Firth's penalised likelihood written out and maximised with 30 digits by mpmath, its profile
ends as roots of the two conditions at once."""
import sys
sys.path.insert(0, "..")
from cases import *
from statistics import median
import mpmath as mp
from scipy.optimize import minimize, brentq
from scipy.stats import chi2

mp.mp.dps = 30


def penalised(groups):
    def value(a, b, m=mp):
        total, i00, i01, i11 = 0, 0, 0, 0
        for x, k, y in groups:
            p = 1 / (1 + m.exp(-(a + b * x)))
            total += y * m.log(p) + (k - y) * m.log(1 - p)
            w = k * p * (1 - p)
            i00, i01, i11 = i00 + w, i01 + w * x, i11 + w * x * x
        return total + m.log(i00 * i11 - i01 * i01) / 2
    return value


class Floats:
    exp, log = staticmethod(np.exp), staticmethod(np.log)


def odds(rows, level):
    """(odds ratio, low, high) per point: mean-centred for the search, which changes neither."""
    xs = sorted({x for x, _ in rows})
    middle = sum(x for x, _ in rows) / len(rows)
    groups = [(mp.mpf(x) - mp.mpf(middle), sum(v == x for v, _ in rows), sum(e for v, e in rows if v == x)) for x in xs]
    rough = penalised([(float(x), k, y) for x, k, y in groups])
    fine = penalised(groups)
    with np.errstate(all="ignore"):
        height = lambda a, b: (lambda v: v if np.isfinite(v) else -1e9)(float(rough(a, b, Floats)))
        first = minimize(lambda t: -height(*t), [0.0, 0.0], method="Nelder-Mead", options={"xatol": 1e-9, "fatol": 1e-12, "maxiter": 4000})
        top = mp.findroot(lambda a, b: [mp.diff(fine, (a, b), (1, 0)), mp.diff(fine, (a, b), (0, 1))], [mp.mpf(float(t)) for t in first.x], tol=1e-30)
        high, q = fine(*top), chi2.ppf(level, 1)
        exact_q = mp.findroot(lambda z: mp.erf(mp.sqrt(z / 2)) - mp.mpf(str(level)), mp.mpf(float(q)))
        over = lambda b: minimize(lambda a: -height(a[0], b), [float(top[0])], method="Nelder-Mead", options={"xatol": 1e-10, "fatol": 1e-13, "maxiter": 4000})
        ends = []
        for side in (-1, 1):
            far = 0.1
            fall = lambda b: 2 * (float(high) + over(b).fun) - float(q)
            while fall(float(top[1]) + side * far) < 0:
                far *= 1.5
            b = brentq(fall, float(top[1]), float(top[1]) + side * far, xtol=1e-8)
            end = mp.findroot(lambda a, b: [mp.diff(fine, (a, b), (1, 0)), 2 * (high - fine(a, b)) - exact_q], [mp.mpf(float(over(b).x[0])), mp.mpf(float(b))], tol=1e-26)
            assert abs(float(end[1]) - b) < 1e-4, (end, b)
            ends.append(end[1])
    return [float(mp.exp(x)) for x in (top[1], *ends)]


def dated(day):
    return (FIRST + datetime.timedelta(day)).isoformat()


def dropping(seed, n, phi, pull, base, grid=1.0, level=5.0):
    """A diary whose days go missing the likelier the lower the day before was."""
    days, values = diary(seed, n, phi, grid=grid, level=level)
    rng = np.random.default_rng(seed + 1000)
    kept, last = [], 5.0
    for k, v in zip(days, values):
        if rng.random() > 1 / (1 + np.exp(-(base - pull * (last - 5)))):
            kept.append((k, v))
            last = v
    return [k for k, _ in kept], [v for _, v in kept]


block = ([*range(30), *range(40, 70)], diary(257, 60, 0.4)[1])
cases = {
    "after_low_120": (*dropping(251, 120, 0.5, 0.5, -1.0), [[], ["--level", "0.9"]]), "even_90": (*dropping(252, 90, 0.3, 0.0, -0.8), [[]]),
    "floor_80": (*dropping(253, 80, 0.4, 0.3, -1.0, level=0.8), [[]]), "one_decimal_100": (*dropping(254, 100, 0.4, 0.4, -0.7, grid=0.1), [[]]),
    "above_120": (*dropping(255, 120, 0.5, -0.5, -1.0), [[], ["--better", "lower"]]), "thousands": (*dropping(256, 1500, 0.5, 0.2, -1.2), [[]]),
    "one_block": (*block, [[]]), "separated": ([k for k in range(60) if k % 5 != 4], [2.0 if k % 5 == 3 else float(5 + k % 3) for k in range(60) if k % 5 != 4], [[]]),
    "period": (*dropping(258, 100, 0.5, 0.4, -1.0), [["--from", dated(10), "--to", dated(79)], ["--from", dated(-3), "--to", dated(140)], ["--from", dated(50), "--to", dated(50)], ["--from", dated(20)], ["--to", dated(60)]]),
    "missing": ([*range(60)], [None if i % 6 in (2, 3) else v for i, v in enumerate(diary(259, 60, 0.5)[1])], [[]]),
    "thirty_nine_days": ([k for k in range(39) if k % 4 != 2], [float(3 + k % 5) for k in range(39) if k % 4 != 2], [[]]), "seven_missing": ([k for k in range(60) if k % 8 != 6], [float(3 + k % 5) for k in range(60) if k % 8 != 6], [[]]),
    "flat": ([k for k in range(60) if k % 4 != 2], [6.0] * 45, [[]]), "two": ([0, 3], [4.0, 5.0], [[]]), "one": ([0], [4.0], [[]]), "none": ([0, 1], [None, None], [[], ["--from", dated(0), "--to", dated(9)]]),
    "outside": ([0, 1, 2], [4.0, 5.0, 4.0], [["--from", dated(100), "--to", dated(199)]]),
    "never_followed": ([2 * k for k in range(30)], diary(260, 30, 0.3)[1], [[]]),
}
for name, (days, values, settings) in cases.items():
    write_series(name, days, values)
    kept, answers = {k: x for k, x in zip(days, values) if x is not None}, []
    for options in settings:
        chosen = dict(zip(options[::2], options[1::2]))
        dating = lambda key, other: (datetime.date.fromisoformat(chosen[key]) - FIRST).days if key in chosen else other
        if not kept and "--from" not in chosen:
            nothing = dict.fromkeys(["days", "logged", "coverage", "longest_gap_days", "next_day_odds_ratio", "odds_ratio_ci_low", "odds_ratio_ci_high", "missing_after_harder", "missing_after_other"])
            answers.append((options, nothing | {"n": 0, "refused": {"reason": "too_few", "have": 0, "need": 1}}))
            continue
        first, last = dating("--from", min(kept, default=0)), dating("--to", max(kept, default=0))
        inside = {k: x for k, x in kept.items() if first <= k <= last}
        gap = longest = 0
        for k in range(first, last + 1):
            gap = 0 if k in inside else gap + 1
            longest = max(longest, gap)
        rows = [(x, k + 1 not in inside) for k, x in inside.items() if k < last]
        harder = (lambda x: x > median(inside.values())) if chosen.get("--better") == "lower" else (lambda x: x < median(inside.values()))
        share = lambda wanted: (lambda found: sum(found) / len(found) if found else None)([e for x, e in rows if harder(x) == wanted])
        n, length = len(inside), last - first + 1
        expected = {"n": n, "n_missing": length - n, "days": length, "logged": n, "coverage": n / length, "longest_gap_days": longest,
                    "missing_after_harder": share(True), "missing_after_other": share(False)}
        refused = {"reason": "too_few", "have": length, "need": 40} if length < 40 else {"reason": "too_few", "have": length - n, "need": 8} if length - n < 8 else \
            {"reason": "no_variation"} if len({x for x, _ in rows}) < 2 else None
        if refused:
            expected |= dict.fromkeys(["next_day_odds_ratio", "odds_ratio_ci_low", "odds_ratio_ci_high"]) | {"refused": refused}
        else:
            expected |= dict(zip(["next_day_odds_ratio", "odds_ratio_ci_low", "odds_ratio_ci_high"], odds(rows, float(chosen.get("--level", .95)))))
        answers.append((options, expected))
    write_expected(name, answers)
