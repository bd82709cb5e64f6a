"""Means, Hedges' g with J = 1 - 3/(4 df - 1) and its large-sample interval by numpy; metafor::escalc beside it."""
import sys
sys.path.insert(0, "..")
from cases import *
from scipy.stats import norm

for name, days in session_cases().items():
    write_session_days(name, days)
    values = {d: v for d, v, _ in days}
    rows = [(values.get(d - 1), s) for d, _, s in days if values.get(d - 1) is not None]
    one, other = (np.array([v for v, s in rows if s == mark], float) for mark in (1, 0))
    n, n1, n2 = len(rows), len(one), len(other)
    expected = {"n": n, "n_missing": len(days) - n, "cautions": []}
    expected["mean_before_sessions"] = float(one.mean()) if n1 else None
    expected["mean_other"] = float(other.mean()) if n2 else None
    none = dict.fromkeys(["hedges_g", "ci_low", "ci_high"])
    answers = []
    for level in (.95, .8):
        options = [] if level == .95 else ["--level", "0.8"]
        if not (n1 and n2):
            more = none | {"refused": {"reason": "too_few", "have": 0, "need": 1}}
        elif n < 4:
            more = none | {"refused": {"reason": "too_few", "have": n, "need": 4}}
        elif np.ptp(one) == 0 and np.ptp(other) == 0:
            more = none | {"refused": {"reason": "no_variation"}}
        else:
            df = n - 2
            s = np.sqrt((((one - one.mean())**2).sum() + ((other - other.mean())**2).sum()) / df)
            g = (1 - 3 / (4 * df - 1)) * (one.mean() - other.mean()) / s
            reach = norm.ppf(.5 + level / 2) * np.sqrt(1 / n1 + 1 / n2 + g**2 / (2 * n))
            if n1 > 1 and n > 20:
                y, v = r(f'e<-metafor::escalc(measure="SMD",m1i={float(one.mean())!r},sd1i={float(one.std(ddof=1))!r},n1i={n1},m2i={float(other.mean())!r},sd2i={float(other.std(ddof=1))!r},n2i={n2});'
                         'cat(jsonlite::toJSON(c(e$yi,e$vi),digits=I(17)))')
                # metafor's factor is the gamma ratio that J approximates.
                assert abs(y - g) < 1e-4 * abs(g) and abs(v - (reach / norm.ppf(.5 + level / 2))**2) < 1e-4 * v, (name, y, g)
            more = {"hedges_g": float(g), "ci_low": float(g - reach), "ci_high": float(g + reach)}
        answers.append((options, expected | more))
    write_expected(name, answers)
