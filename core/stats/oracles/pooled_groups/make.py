"""metafor rma() and blup() on means and standard errors from numpy."""
import sys
sys.path.insert(0, "..")
from cases import *


def sessions(seed, sizes, centres, sd=1.5, grid=1.0):
    """Rounded changes of labelled sessions, mixed in time."""
    rng = np.random.default_rng(seed)
    rows = [(label, float(round(round((centre + sd * rng.normal()) / grid) * grid, 6)))
            for (label, size), centre in zip(sizes.items(), centres) for _ in range(size)]
    return [rows[i] for i in rng.permutation(len(rows))]


def metafor(means, errors, level):
    text = r(f"""suppressMessages(library(metafor))
    fit <- rma(yi={vector(means)}, sei={vector(errors)}, method="REML", test="adhoc", level={100 * level!r},
               control=list(threshold=1e-13, maxiter=5000))
    b <- blup(fit)
    cat(jsonlite::toJSON(list(fit=c(fit$tau2, fit$beta, fit$se, fit$ci.lb, fit$ci.ub), pred=b$pred, se=b$se), digits=I(17)))""")
    return text


SIX = {"deep": 9, "light": 6, "medium": 12, "hot stone": 5, "thai": 7, "ärmel": 4}
cases = {
    "modalities": sessions(51, SIX, [-1, -2, -1.5, 0, -3, -1]),
    "apart": sessions(52, {"a": 8, "b": 9, "c": 10}, [-4, 0, 3]),
    "alike": sessions(53, {"a": 8, "b": 9, "c": 10, "d": 11}, [-1, -1, -1, -1]),
    "means_agree": [(g, v) for g in "abcd" for v in (1.0, 2.0, 3.0, 2.0)],
    "small_group": sessions(54, {"a": 3, "b": 9, "c": 1, "d": 7}, [0, -1, -2, 1]),
    "flat_group": [("flat", 2.0)] * 6 + sessions(55, {"a": 8, "b": 9}, [0, -2]),
    "unequal": sessions(56, {"a": 4, "b": 300, "c": 5, "d": 40}, [3, 0, 1, -1], sd=2.5),
    "one_decimal": sessions(57, SIX, [0.3, 0.1, -0.4, 0.0, 0.2, 0.6], sd=0.7, grid=0.1),
    "forty": sessions(58, {f"g{i:02}": 4 + i % 7 for i in range(40)}, list(np.random.default_rng(3).normal(0, 1, 40))),
    "missing": sessions(59, {"a": 5, "b": 6, "c": 7}, [0, 2, 1]) + [("a", None), ("d", None), ("c", None)],
    "thousands": sessions(60, {"a": 1000, "b": 1500, "c": 800}, [0.0, 0.1, 0.2]),
    "two": sessions(61, {"a": 8, "b": 9}, [-1, 1]),
    "single_values": [("a", 1.0), ("b", 2.0), ("c", 4.0)],
    "flat": [(g, v) for g, v in zip("aabbcc", [1.0, 1.0, 2.0, 2.0, 4.0, 4.0])],
    "none": [],
}
for name, rows in cases.items():
    with open(f"{name}.csv", "w", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(["group", "value"])
        table.writerows([g, text(v)] for g, v in rows)
    # Labels in the order of their UTF-8 bytes.
    labels = sorted({g for g, v in rows if v is not None}, key=lambda g: g.encode())
    values = [np.array([v for h, v in rows if h == g and v is not None]) for g in labels]
    n, means = [len(v) for v in values], [float(np.mean(v)) for v in values]
    squares = [float(np.sum((v - np.mean(v)) ** 2)) for v in values]
    shared = any(k < 4 or s == 0 for k, s in zip(n, squares))
    refused, errors = None, [None] * len(labels)
    if sum(n) == len(n):
        refused = {"reason": "too_few", "have": sum(n), "need": len(n) + 1}
    elif sum(squares) == 0:
        refused = {"reason": "no_variation"}
    else:
        together = sum(squares) / (sum(n) - len(n))
        errors = [float(np.sqrt((together if shared else s / (k - 1)) / k)) for k, s in zip(n, squares)]
    if len(labels) < 3:
        refused = {"reason": "too_few", "have": len(labels), "need": 3}
    answers = []
    for level in [.95, .8]:
        fields = {"n": sum(n), "n_missing": sum(v is None for _, v in rows)}
        pooled = [[None, None]] * len(labels)
        if refused:
            fields |= dict.fromkeys(["tau_squared", "overall", "overall_se", "ci_low", "ci_high"]) | {"refused": refused}
        else:
            fit = metafor(means, errors, level)
            fields |= dict(zip(["tau_squared", "overall", "overall_se", "ci_low", "ci_high"], fit["fit"]))
            fields["cautions"] = (["variance_at_bound"] if fit["fit"][0] < 1e-12 else []) + (["shared_spread"] if shared else [])
            pooled = list(zip(fit["pred"], fit["se"]))
        fields["groups"] = [dict(zip(["group", "n", "mean", "se", "pooled", "pooled_se"], row))
                            for row in zip(labels, n, means, errors, *zip(*pooled))] if labels else []
        answers.append(([] if level == .95 else ["--level", str(level)], fields))
    write_expected(name, answers)
