"""SingleCaseES calc_NAP, its R file given by the variable SINGLE_CASE_ES; the interval by its equation in 50 digits, because
calc_NAP searches it to 1e-4 only and answers [0, 0] and [1, 1] at 0 and 1."""
import os, sys
sys.path.insert(0, "..")
from cases import *
import mpmath as mp
from scipy.stats import norm

SOURCE = os.environ["SINGLE_CASE_ES"]
mp.mp.dps = 50


def ends(nap, m, n, level):
    """nap as a fraction of whole halves; the two roots of Newcombe's equation, a factor x or 1 − x taken out at 0 and 1."""
    z, h, theta = mp.sqrt(2) * mp.erfinv(mp.mpf(str(level))), mp.mpf(m + n) / 2 - 1, nap
    f = lambda x: m * n * (theta - x)**2 * (2 - x) * (1 + x) - z**2 * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x))
    def root(a, b):
        sign = f(a) > 0
        for _ in range(200):
            c = (a + b) / 2
            a, b = (c, b) if (f(c) > 0) == sign else (a, c)
        return float(a)
    inside = mp.mpf(10)**-40
    low = 0.0 if theta == 0 else root(mp.mpf(0), theta - (inside if theta == 1 else 0))
    high = 1.0 if theta == 1 else root(mp.mpf(1), theta + (inside if theta == 0 else 0))
    return low, high


for name, rows in phase_cases().items():
    write_phases(name, rows)
    a, b = [[v for _, v in side] for side in split(rows)]
    m, n, answers = len(a), len(b), []
    common = {"n": m + n, "n_missing": len(rows) - m - n}
    for options, better, level in [([], "increase", .95), (["--better", "lower"], "decrease", .95), (["--level", "0.8"], "increase", .8),
                                   (["--better", "higher"], "increase", .95)]:
        if min(m, n) == 0:
            none = dict.fromkeys(["estimate", "se", "ci_low", "ci_high"])
            answers.append((options, common | none | {"refused": {"reason": "too_few", "have": min(m, n), "need": 1}}))
            continue
        x = r(f'source("{SOURCE}");x<-suppressWarnings(calc_NAP({vector(a)},{vector(b)},improvement="{better}",confidence={level}));'
              'cat(jsonlite::toJSON(c(x$Est,x$SE,x$CI_lower,x$CI_upper),digits=I(17),na="null"))')
        turn = 1 if better == "increase" else -1
        halves = sum(1 + (turn * w > turn * v) - (turn * w < turn * v) for v in a for w in b)
        nap = mp.mpf(halves) / (2 * m * n)
        low, high = ends(nap, m, n, level)
        assert abs(float(nap) - x[0]) < 1e-12
        if 0 < nap < 1:
            assert abs(low - x[2]) < 2e-4 and abs(high - x[3]) < 2e-4, (name, low, high, x)
        some = common | {"estimate": float(nap), "se": x[1], "ci_low": low, "ci_high": high}
        if min(m, n) < 2:
            some |= {"se": None, "refused": {"reason": "too_few", "have": 1, "need": 2}}
        answers.append((options, some))
    write_expected(name, answers)
