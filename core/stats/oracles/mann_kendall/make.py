"""pymannkendall; every order of the values for the exact distribution; the AR(1) factor by its double sum."""
import sys
sys.path.insert(0, "..")
from cases import *
from itertools import permutations
from math import factorial
import pymannkendall as mk
from scipy.stats import kendalltau, norm


def s_of(v):
    return sum((v[j] > v[i]) - (v[j] < v[i]) for i in range(len(v)) for j in range(i + 1, len(v)))


def exact(n, s):
    if n <= 8:
        return sum(abs(s_of(order)) >= abs(s) for order in permutations(range(n))) / factorial(n)
    counts = [1]
    for size in range(2, n + 1):
        counts = [sum(counts[k - m] for m in range(size) if 0 <= k - m < len(counts)) for k in range(len(counts) + size - 1)]
    return sum(c for k, c in enumerate(counts) if abs(n * (n - 1) // 2 - 2 * k) >= abs(s)) / factorial(n)


def z_of(s, variance):
    return 0.0 if s == 0 else (s - np.sign(s)) / np.sqrt(variance)


def ar1_factor(days, values):
    d, v = np.array(days, float), np.array(values)
    n = len(d)
    e = v - np.polyval(np.polyfit(d, v, 1), d)
    near = [(i, i + 1) for i in range(n - 1) if d[i + 1] - d[i] == 1]
    if n < 5:
        return None, {"reason": "too_few", "have": n, "need": 5}
    if not near:
        return None, {"reason": "not_identifiable"}
    r1 = (sum(e[i] * e[j] for i, j in near) / len(near)) / (np.sum(e**2) / n) * (n - 1) / n
    rho = min(max((n * r1 + 2) / (n - 4), 0), 0.95)
    gaps = d[None, :] - d[:, None]
    return max(1.0, 1 + 2 / n * np.sum(np.where(gaps > 0, rho ** np.maximum(gaps, 0), 0))), None


cases = {
    "ties": diary(41, 40, 0.5), "rising": diary(42, 90, 0.6, slope=0.6), "gaps": diary(43, 60, 0.5, keep=0.6),
    "floor": diary(44, 50, 0.3, level=0.5), "independent": diary(45, 35, 0.0), "unit_root": diary(46, 80, 0.97),
    "thousands": diary(47, 1500, 0.6), "weekly": ([7 * i for i in range(12)], [3, 4, 2, 5, 4, 6, 3, 5, 7, 4, 6, 5]),
    "exact_seven": (list(range(7)), [1, 4, 2, 5, 3, 7, 6]), "exact_ten": (list(range(10)), [3, 1, 4, 2, 5, 8, 7, 6, 10, 9]),
    "exact_alternating": (list(range(8)), [5, 4, 6, 3, 7, 2, 8, 1]), "three": ([0, 1, 2], [1, 2, 4]), "two": ([0, 9], [4, 2]),
    "flat": (list(range(6)), [4] * 6), "missing": ([0, 1, 2, 3, 4, 5, 6, 7], [4, None, 5, 6, None, 6, 7, 5]),
}
for name, (days, values) in cases.items():
    write_series(name, days, values)
    kept = [(d, float(v)) for d, v in zip(days, values) if v is not None]
    d, v = [k[0] for k in kept], [k[1] for k in kept]
    n, flat, ties = len(v), len(set(v)) == 1, len(set(v)) < len(v)
    none = dict.fromkeys(["variance", "variance_factor", "z", "p_value"])
    common = {"n": n, "n_missing": len(values) - n, "s": 0 if flat else s_of(v), "tau_b": None if flat else float(kendalltau(d, v).statistic)}
    answers = []
    for option in ["independent", "ar1", "yue-wang", "hamed-rao"]:
        factor, refused = (1.0, None) if option != "ar1" else ar1_factor(d, v)
        if flat:
            answers.append((["--variance", option], common | none | {"refused": {"reason": "no_variation"}}))
            continue
        if option in ("yue-wang", "hamed-rao"):
            if n < 3:
                continue
            own = mk.yue_wang_modification_test(v, lag=1) if option == "yue-wang" else mk.hamed_rao_modification_test(v)
            base = mk.original_test(v)
            factor = own.var_s / base.var_s
            if factor <= 0:
                answers.append((["--variance", option], common | none | {"refused": {"reason": "variance_not_positive"}}))
                continue
            answers.append((["--variance", option], common | {"variance": float(own.var_s), "variance_factor": float(factor),
                                                             "z": float(own.z), "p_value": float(2 * norm.sf(abs(own.z)))}))
            continue
        if refused:
            answers.append((["--variance", option], common | none | {"refused": refused}))
            continue
        base = mk.original_test(v)
        assert int(base.s) == common["s"]
        variance = base.var_s * factor
        z = z_of(base.s, variance)
        if option == "independent":
            assert abs(z - base.z) < 1e-12
        p = exact(n, base.s) if n <= 10 and not ties and factor == 1 else 2 * norm.sf(abs(z))
        answers.append((["--variance", option], common | {"variance": float(variance), "variance_factor": float(factor),
                                                         "z": float(z), "p_value": float(p)}))
    answers.append(([], answers[1][1]))
    write_expected(name, answers)
