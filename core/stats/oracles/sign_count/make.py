"""Counts by numpy.sign of the differences; shares of at least D points by statsmodels proportion_confint, Wilson."""
import sys
sys.path.insert(0, "..")
from cases import *
from statsmodels.stats.proportion import proportion_confint

for name, pairs in (pair_cases() | {"empty": []}).items():
    write_pairs(name, pairs)
    full = complete(pairs)
    change = np.array([round(a - b, 9) for b, a in full])
    sign = np.sign(change)
    common = {"n": len(full), "n_missing": len(pairs) - len(full), "lower": int((sign < 0).sum()),
              "same": int((sign == 0).sum()), "higher": int((sign > 0).sum())}
    answers = [([], common)]
    for options, least, level in [(["--meaningful", "2"], 2, .95), (["--meaningful", "0.2"], .2, .95), (["--meaningful", "1.5", "--level", "0.8"], 1.5, .8)]:
        if not full:
            none = {"count": 0, "proportion": None, "ci_low": None, "ci_high": None}
            answers.append((options, common | {"meaningful": none, "refused": {"reason": "too_few", "have": 0, "need": 1}}))
            continue
        count = int((np.abs(change) >= least).sum())
        low, high = proportion_confint(count, len(full), 1 - level, method="wilson")
        answers.append((options, common | {"meaningful": {"count": count, "proportion": count / len(full),
                                                          "ci_low": max(0.0, float(low)), "ci_high": min(1.0, float(high))}}))
    write_expected(name, answers)
