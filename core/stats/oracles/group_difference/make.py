"""R nlme::gls of the rating after on the kind and the rating before, errors alike over the days between sessions."""
import sys
sys.path.insert(0, "..")
from cases import *
from scipy.stats import t as student

MIXED = lambda rng, place, n: rng.random() < .5
BLOCKS = lambda rng, place, n: place < n // 2


def sessions(seed, n, phi, difference=0.0, kinds=MIXED, level=6.0, grid=1.0, gaps=(3, 14), missing=0.0):
    """Rows (day, before, after, kind) `gaps` days apart; the state of both ratings is AR(1) over days."""
    rng = np.random.default_rng(seed)
    fit = lambda v: float(round(np.clip(round(v / grid) * grid, 0, 10), 6))
    state, day, rows = rng.normal(), 0, []
    for place in range(n):
        deep = bool(kinds(rng, place, n))
        before = fit(level + 1.2 * state + rng.normal())
        after = fit(level - 2 + .4 * (before - level) + state + difference * deep + .8 * rng.normal())
        lost = rng.random(2) < missing
        rows.append((day, None if lost[0] else before, None if lost[1] else after, "deep" if deep else "light"))
        gap = int(rng.integers(gaps[0], gaps[1] + 1))
        state, day = phi**gap * state + np.sqrt(1 - phi**(2 * gap)) * rng.normal(), day + gap
    return rows


def rows(*ratings):
    """Rows a week apart."""
    return [(7 * place, before, after, kind) for place, (before, after, kind) in enumerate(ratings)]


def cases():
    small = ((7, 4, "deep"), (5, 3, "light"), (6, 5, "light"), (8, 4, "deep"), (4, 2, "deep"))
    mixed = sessions(306, 16, .5)
    return {
        "mixed_40": sessions(301, 40, .9, difference=1.0), "blocks_40": sessions(302, 40, .95, kinds=BLOCKS),
        "blocks_24": sessions(303, 24, .9, difference=-.8, kinds=BLOCKS), "mixed_12": sessions(304, 12, .3),
        "few_first_30": sessions(305, 30, .8, kinds=lambda rng, place, n: place % 7 == 2), "weekly_26": sessions(307, 26, .9, gaps=(7, 7)),
        "close_60": sessions(308, 60, .6, gaps=(1, 3)), "ties_36": [(d, min(7.0, max(5.0, b)), round(a / 2) * 2.0, k) for d, b, a, k in sessions(309, 36, .9)],
        "floor_30": sessions(310, 30, .9, level=2.2), "ceiling_30": sessions(311, 30, .9, level=11.5), "one_decimal_30": sessions(312, 30, .9, grid=.1),
        "missing_40": sessions(313, 40, .9, missing=.15), "sessions_300": sessions(314, 300, .95, difference=.3),
        "long_gaps_20": sessions(315, 20, .99, gaps=(14, 120)), "independent_50": sessions(316, 50, 0.0),
        "one_kind": [(d, b, a, "deep") for d, b, a, _ in mixed], "second_kind_unrated": [(d, b, None if k == "light" else a, k) for d, b, a, k in mixed],
        "before_constant": [(d, 6.0, a, k) for d, _, a, k in mixed], "before_tells_the_kind": [(d, 4.0 if k == "deep" else 7.0, a, k) for d, _, a, k in mixed],
        "flat": [(d, b, 4.0, k) for d, b, _, k in mixed], "on_a_line": [(d, b, 1 + .5 * b - (k == "deep"), k) for d, b, _, k in mixed],
        "five_rows": rows(*small), "four_rows": rows(*small[:4]), "three_rows": rows(*small[:3]), "two_rows": rows(*small[:2]), "one_row": rows(*small[:1]),
        "three_rows_of_one_kind": rows(*(small[place] for place in (0, 3, 4))), "none": [], "unrated": [(d, None, a, k) for d, _, a, k in mixed],
    }


def write_sessions(name, sessions):
    with open(f"{name}.csv", "w", newline="") as out:
        file = csv.writer(out, lineterminator="\n")
        file.writerow(["date", "before", "after", "group"])
        file.writerows([(FIRST + datetime.timedelta(int(d))).isoformat(), text(b), text(a), k] for d, b, a, k in sessions)


for name, all_rows in cases().items():
    write_sessions(name, all_rows)
    kept = [row for row in all_rows if row[1] is not None and row[2] is not None]
    n = len(kept)
    d, b, y = (np.array([row[i] for row in kept], float) for i in range(3))
    first = np.array([row[3] == all_rows[0][3] for row in kept], float)
    expected = {"n": n, "n_missing": len(all_rows) - n, "n_first": int(first.sum()), "n_second": int(n - first.sum())}
    X = np.column_stack([np.ones(n), first, b]) if n else np.ones((0, 3))
    none = dict.fromkeys(["difference", "se", "df", "ci_low", "ci_high", "p_value", "phi", "before_coefficient"])
    refused = ({"reason": "too_few", "have": n, "need": 3} if n < 3 else {"reason": "not_identifiable"} if np.linalg.matrix_rank(X) < 3
               else {"reason": "too_few", "have": 3, "need": 4} if n == 3 else None)
    if refused is None and np.abs(y - X @ np.linalg.lstsq(X, y, rcond=None)[0]).max() < 1e-12:
        refused = {"reason": "no_variation"}
    answers = []
    if refused:
        answers.append(([], expected | none | {"cautions": [], "refused": refused}))
    else:
        beta, cov, _, phi, cautions = gls(d, X, y)
        estimate, se = float(beta[1]), float(np.sqrt(cov[1, 1]))
        for level in (.95, .8):
            reach = float(student.ppf(.5 + level / 2, n - 3)) * se
            answers.append(([] if level == .95 else ["--level", "0.8"], expected | {
                "difference": estimate, "se": se, "df": float(n - 3), "ci_low": estimate - reach, "ci_high": estimate + reach,
                "p_value": float(2 * student.sf(abs(estimate / se), n - 3)), "phi": phi, "before_coefficient": float(beta[2]), "cautions": cautions}))
    write_expected(name, answers)
