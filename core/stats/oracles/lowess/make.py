"""R lowess(day, value, f, iter, delta), days counted from the first one."""
import sys
sys.path.insert(0, "..")
from cases import *

SOME = [{}, {"f": 0.3}, {"iter": 0}, {"delta": 0.0}, {"f": 0.2, "iter": 5, "delta": 5.0}]
cases = {
    "plain_60": (*diary(211, 60, 0.5), SOME), "gaps_90": (*diary(212, 90, 0.7, slope=0.5, keep=0.6), SOME),
    "floor_45": (*diary(213, 45, 0.5, level=0.8), SOME), "ceiling_50": (*diary(214, 50, 0.4, level=9.4, keep=0.8), SOME),
    "one_decimal_40": (*diary(215, 40, 0.6, grid=0.1), SOME), "long_gap_40": ([*range(20), *range(300, 320)], diary(216, 40, 0.6)[1], SOME),
    "missing": ([*range(24)], [None if i in (0, 3, 4, 11) else v for i, v in enumerate(diary(217, 24, 0.5)[1])], SOME[:3]),
    "outliers": ([*range(30)], [10.0 if i % 7 == 3 else float(4 + i // 10) for i in range(30)], SOME),
    "mostly_equal": ([*range(25)], [5.0] * 12 + [9.0] + [5.0] * 12, SOME), "thousands": (*diary(218, 1200, 0.6, keep=0.9), [{}, {"f": 0.05, "delta": 3.0}]),
    "five": ([0, 1, 2, 4, 5], [3.0, 4.0, 4.0, 6.0, 5.0], SOME + [{"f": 3.0}]), "three": ([0, 1, 5], [3.0, 5.0, 4.0], SOME), "two": ([0, 3], [4.0, 5.0], SOME),
    "one": ([0], [4.0], [{}]), "flat": ([0, 1, 3, 9], [6.1] * 4, SOME), "line": ([0, 1, 2, 3, 4, 5, 6], [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0], SOME),
    "huge": ([*range(12)], [v * 1e99 for v in diary(219, 12, 0.3)[1]], SOME[:2]), "none": ([0, 1], [None, None], [{}]),
}
for name, (days, values, options) in cases.items():
    write_series(name, days, values)
    kept = [(k, x) for k, x in zip(days, values) if x is not None]
    common = {"n": len(kept), "n_missing": len(values) - len(kept)}
    if not kept:
        write_expected(name, [([], common | {"fitted": None, "refused": {"reason": "too_few", "have": 0, "need": 1}})])
        continue
    answers = []
    for chosen in options:
        call = "".join(f",{key}={value!r}" for key, value in chosen.items())
        fit = r(f"x<-{vector([k - kept[0][0] for k, _ in kept])};y<-{vector([x for _, x in kept])};"
                f"cat(jsonlite::toJSON(lowess(x,y{call})$y,digits=I(17)))")
        words = {"f": "--fraction", "iter": "--iterations", "delta": "--delta"}
        line = [{"date": (FIRST + datetime.timedelta(k)).isoformat(), "value": float(v)} for (k, _), v in zip(kept, fit)]
        answers.append(([word for key, value in chosen.items() for word in (words[key], repr(value))], common | {"fitted": line}))
    write_expected(name, answers)
