"""The boundary from its definition: the marginal likelihood of the differences under the mixture (standardised effect normal
with variance 1, scale with density 1/sigma) over the one under a mean mu, both integrated numerically, equal to 1/alpha
at the ends of the interval; the ends found by root search. The closed form is not used."""
import sys
sys.path.insert(0, "..")
from cases import *
from mpmath import mp, mpf, log, sqrt
from scipy.optimize import brentq
mp.dps = 25


def log_ratio(n, distance, steps=400):
    """Log of the likelihood ratio at a mean that lies `distance` standard deviations s from the average; s = 1.

    The likelihood of n normal values with standard deviation sigma and mean m is a function of their average and s alone:
    sigma^-n exp(-[(n - 1)s^2 + n(average - m)^2]/(2 sigma^2)). Integrated over u = ln sigma, where the density 1/sigma is
    flat, and over the effect z; by the trapezoidal rule, whose error falls exponentially with the steps for such curves.
    """
    at = 0.5 * np.log((n - 1) / n)
    u = np.linspace(at - 12 / np.sqrt(n), at + 0.5 * np.log1p(distance**2) + 50 / n + 8 / np.sqrt(n), 4 * steps)
    base = -n * (u - at) - (n - 1) / 2 * (np.exp(-2 * u) - np.exp(-2 * at))
    scaled = distance * np.exp(-u)
    null = base - n * scaled**2 / 2
    z = n * scaled / (n + 1) + np.linspace(-9, 9, steps)[:, None] / np.sqrt(n + 1)
    inner = -n * (scaled - z) ** 2 / 2 - z**2 / 2 - 0.5 * np.log(2 * np.pi)
    top = inner.max(axis=0)
    mixed = base + top + np.log(np.exp(inner - top).sum(axis=0) * 18 / np.sqrt(n + 1) / (steps - 1))
    total = lambda values: values.max() + np.log(np.exp(values - values.max()).sum())
    return total(mixed) - total(null)


def reach(n, level, cache={}):
    """Half-width in standard deviations; None where the ratio stays below 1/alpha however far the mean lies."""
    if (n, level) not in cache:
        aim = -log(1 - mpf(repr(level)))
        # The ratio rises with the distance towards (1 + n)^((n - 1)/2); asked far out, where it has all but got there.
        if log(mpf(1 + n)) * (n - 1) / 2 <= aim:
            cache[n, level] = None
        else:
            f = lambda x, steps=400: log_ratio(n, x, steps) - float(aim)
            found = brentq(f, 1e-9, 1e3, xtol=1e-15, rtol=1e-14)
            assert abs(f(found, 700)) < 1e-11, (n, found, f(found, 700))
            cache[n, level] = mpf(found)
    return cache[n, level]


if __name__ == "__main__":
    cases = {name: pairs for name, pairs in pair_cases().items() if name != "thousands"}
    cases["five"] = [(7, 5), (6, 5), (8, 4), (5, 5), (9, 6)]
    cases["four"] = [(7, 5), (6, 5), (8, 4), (5, 5)]
    cases["drifting"] = [(8.0, float(8 - i // 3)) for i in range(20)]
    cases["two_hundred"] = before_after(71, 200, change=-0.3)
    cases["thousands"] = before_after(5, 2000, change=-0.1)
    for name, pairs in cases.items():
        write_pairs(name, pairs)
        full = complete(pairs)
        n = len(full)
        d = [mpf(repr(float(a))) - mpf(repr(float(b))) for b, a in full]
        mean = sum(d) / n
        s = sqrt(sum((v - mean) ** 2 for v in d) / (n - 1)) if n > 1 else mpf(0)
        answers = []
        for level in [.95, .8]:
            fields = {"n": n, "n_missing": len(pairs) - n, "estimate": float(mean), "ci_low": None, "ci_high": None}
            width = reach(n, level) if n > 1 else None
            if width is None:
                need = next(k for k in range(2, 99) if log(mpf(1 + k)) * (k - 1) / 2 > -log(1 - mpf(repr(level))))
                fields["refused"] = {"reason": "too_few", "have": n, "need": need}
            elif s < mpf(10) ** -15:
                fields["refused"] = {"reason": "no_variation"}
            else:
                fields["ci_low"], fields["ci_high"] = float(mean - width * s), float(mean + width * s)
                r1 = sum((d[i] - mean) * (d[i + 1] - mean) for i in range(n - 1)) / sum((v - mean) ** 2 for v in d)
                fields["cautions"] = ["neighbours_alike"] if r1 > 0.2 else []
            answers.append(([] if level == .95 else ["--level", str(level)], fields))
        write_expected(name, answers)
