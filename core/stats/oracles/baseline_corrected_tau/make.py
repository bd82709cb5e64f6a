"""Exact fractions: median of all slopes of A, values without it, all pairs one by one. scipy (theilslopes, kendalltau) must
agree wherever its rounding makes no ties; SingleCaseES calc_Tau_BC with Kendall = TRUE is the same formula."""
import sys
sys.path.insert(0, "..")
from cases import *
from fractions import Fraction
from statistics import median
from scipy.stats import kendalltau, norm, theilslopes

for name, rows in phase_cases().items():
    write_phases(name, rows)
    a, b = [[(i, Fraction(str(v))) for i, v in side] for side in split(rows)]
    m, n, answers = len(a), len(b), []
    common = {"n": m + n, "n_missing": len(rows) - m - n}
    for options, level in [([], .95), (["--level", "0.8"], .8)]:
        none = dict.fromkeys(["estimate", "se", "ci_low", "ci_high"])
        if m < 2 or n < 1:
            have, need = (m, 2) if m < 2 else (n, 1)
            answers.append((options, common | none | {"refused": {"reason": "too_few", "have": have, "need": need}}))
            continue
        slope = median([(v - u) / (j - i) for k, (i, u) in enumerate(a) for j, v in a[k + 1:]])
        rests = [(0, v - slope * i) for i, v in a] + [(1, v - slope * i) for i, v in b]
        # Whole numbers compare faster than fractions.
        scale = np.lcm.reduce([int(v.denominator) for _, v in rests])
        phase, rest = np.array([p for p, _ in rests]), np.array([int(v * int(scale)) for _, v in rests], dtype=np.int64)
        s = int(np.sign(rest[phase == 1][None, :] - rest[phase == 0][:, None]).sum())
        groups = np.unique(rest, return_counts=True)[1]
        total = (m + n) * (m + n - 1) // 2
        tied = int(np.sum(groups * (groups - 1) // 2))
        if tied == total:
            answers.append((options, common | none | {"refused": {"reason": "no_variation"}}))
            continue
        tau = s / np.sqrt((total - tied) * m * n)
        assert abs(theilslopes([float(v) for _, v in a], [i for i, _ in a])[0] - float(slope)) < 1e-12
        assert abs(kendalltau(phase, rest).statistic - tau) < 1e-12
        se = np.sqrt(2 * (1 - tau**2) / (m + n))
        q = norm.ppf(.5 + level / 2)
        tied_a = np.unique([float(v) for _, v in a], return_counts=True)[1]
        some = common | {"estimate": float(tau), "cautions": ["heavy_ties"] if sum(tied_a * (tied_a - 1)) > .05 * m * (m - 1) else []}
        if abs(tau) > 1 - 1e-14:
            some |= {"se": None, "ci_low": None, "ci_high": None, "refused": {"reason": "no_variation"}}
        else:
            some |= {"se": float(se), "ci_low": float(tau - q * se), "ci_high": float(tau + q * se)}
        answers.append((options, some))
    write_expected(name, answers)
