"""statsmodels proportion_confint(method="wilson")."""
import sys
sys.path.insert(0, "..")
from cases import *
from statsmodels.stats.proportion import proportion_confint

answers = []
for k, n, level in [(3, 10, .95), (0, 5, .95), (5, 5, .95), (1, 1, .95), (713, 1000, .95), (27, 36, .9), (27, 36, .999)]:
    low, high = proportion_confint(k, n, 1 - level, method="wilson")
    options = ["--successes", str(k), "--trials", str(n)] + ([] if level == .95 else ["--level", str(level)])
    answers.append((options, {"n": n, "proportion": k / n, "ci_low": max(0.0, float(low)), "ci_high": min(1.0, float(high))}))
answers.append((["--successes", "0", "--trials", "0"], {"n": 0, "proportion": None, "ci_low": None, "ci_high": None,
                                                       "refused": {"reason": "too_few", "have": 0, "need": 1}}))
write_expected("shares", answers)
