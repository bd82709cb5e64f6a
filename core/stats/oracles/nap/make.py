"""All pairs one by one; the interval by its equation in 50 digits. With the variable SINGLE_CASE_ES set to the R file
R/non-overlap-measures.R of SingleCaseES 0.7.4, its calc_NAP must agree: to 1e-12, the interval to 2e-4, because calc_NAP
searches it to 1e-4 only and answers [0, 0] and [1, 1] at 0 and 1."""
import os, sys
sys.path.insert(0, "..")
from cases import *
from fractions import Fraction
import mpmath as mp

SOURCE = os.environ.get("SINGLE_CASE_ES")
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


def standard_error(halves):
    """From the matrix of comparisons in halves, 0, 1 or 2: Sen 1967 and Mee 1990, as fractions of whole numbers."""
    m, n = halves.shape
    nap = Fraction(int(halves.sum()), 2 * m * n)
    spread = lambda sums, others: sum(Fraction(int(s), 2 * others)**2 for s in sums) / len(sums) - nap**2
    rows, columns = spread(halves.sum(axis=1), n), spread(halves.sum(axis=0), m)
    single = Fraction(int((halves**2).sum()), 4 * m * n) - nap**2
    kept = min(max(nap, Fraction(1, 2 * m * n)), 1 - Fraction(1, 2 * m * n))
    variance = (kept * (1 - kept) + n * rows + m * columns - 2 * single) / ((m - 1) * (n - 1))
    return float(mp.sqrt(mp.mpf(variance.numerator) / variance.denominator))


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
        turn = 1 if better == "increase" else -1
        halves = 1 + np.sign(turn * (np.array(b)[None, :] - np.array(a)[:, None])).astype(int)
        nap = mp.mpf(int(halves.sum())) / (2 * m * n)
        low, high = ends(nap, m, n, level)
        some = common | {"estimate": float(nap), "ci_low": low, "ci_high": high}
        some |= {"se": standard_error(halves)} if min(m, n) > 1 else {"se": None, "refused": {"reason": "too_few", "have": 1, "need": 2}}
        if SOURCE:
            x = r(f'source("{SOURCE}");x<-suppressWarnings(calc_NAP({vector(a)},{vector(b)},improvement="{better}",confidence={level}));'
                  'cat(jsonlite::toJSON(c(x$Est,x$SE,x$CI_lower,x$CI_upper),digits=I(17),na="null"))')
            assert abs(float(nap) - x[0]) < 1e-12
            assert some["se"] is None or abs(some["se"] - x[1]) < 1e-12
            assert not 0 < nap < 1 or abs(low - x[2]) < 2e-4 and abs(high - x[3]) < 2e-4, (name, low, high, x)
        answers.append((options, some))
    write_expected(name, answers)
