"""Writes the cases that every make.py in this folder shares: seeded made-up diaries, dates and JSON files.

Run a method's script from its own folder with Python 3 and the packages its origin.toml names.
"""
import csv, datetime, json, pathlib, subprocess, tempfile
import numpy as np

FIRST = datetime.date(2026, 1, 5)


def number(value):
    """Plain Python number; whole numbers of counts stay whole."""
    return None if value is None else (int(value) if isinstance(value, (int, np.integer)) else float(value))


def text(value):
    """Shortest text of a rating: 7, not 7.0; empty for a missing one."""
    return "" if value is None else (str(int(value)) if float(value).is_integer() else repr(float(value)))


def write_pairs(name, pairs):
    with open(f"{name}.csv", "w", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["before", "after"])
        rows.writerows([text(before), text(after)] for before, after in pairs)


def write_series(name, days, values):
    with open(f"{name}.csv", "w", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["date", "value"])
        rows.writerows([(FIRST + datetime.timedelta(int(d))).isoformat(), text(v)] for d, v in zip(days, values))


def write_phases(name, rows):
    """rows: (phase, value or None) in the order of time."""
    with open(f"{name}.csv", "w", newline="") as out:
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(["phase", "value"])
        lines.writerows([(phase, text(value)) for phase, value in rows])


def write_expected(name, answers):
    """answers: list of (options, expected fields)."""
    rows = [{"options": options, "expected": expected} for options, expected in answers]
    pathlib.Path(f"{name}.expected.json").write_text(json.dumps(rows, indent=1) + "\n")


def r(script):
    """Runs R and returns what it prints as JSON."""
    # Through a file: an R command line holds 10,000 characters at most.
    with tempfile.NamedTemporaryFile("w", suffix=".R") as file:
        file.write(script)
        file.flush()
        done = subprocess.run(["Rscript", "--vanilla", file.name], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)


def vector(values):
    return "c(" + ",".join(repr(float(v)) for v in values) + ")"


def diary(seed, n, phi, slope=0.0, level=5.0, sd=1.6, keep=1.0, grid=1.0):
    """AR(1) ratings 0-10 rounded to a grid, a slope in points per 30 days, days dropped at random."""
    rng = np.random.default_rng(seed)
    state, days, values, day = rng.normal(), [], [], 0
    while len(days) < n:
        if rng.random() < keep or not days:
            value = level + slope * day / 30 + sd * state
            days.append(day)
            values.append(float(round(np.clip(round(value / grid) * grid, 0, 10), 6)))
        state = phi * state + np.sqrt(1 - phi**2) * rng.normal()
        day += 1
    return days, values


def before_after(seed, n, change=-1.5, before=6.5, sd=1.8, grid=1.0):
    """Rounded ratings 0-10 before and after."""
    rng = np.random.default_rng(seed)
    fit = lambda v: float(round(np.clip(round(v / grid) * grid, 0, 10), 6))
    return [(fit(b), fit(b + change + rng.normal() * sd)) for b in rng.normal(before, 1.7, n)]


SLEEP = list(zip([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
                 [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]))
"""Extra hours of sleep under two drugs, R datasets::sleep (Cushny & Peebles 1905; Student 1908)."""


def pair_cases():
    """The before/after cases of every paired method."""
    return {
        "sleep": SLEEP,
        "ties": before_after(1, 14),
        "ceiling": [(b, min(10.0, a + 4)) for b, a in before_after(2, 20)],
        "one_decimal": before_after(3, 25, grid=0.1),
        "missing": before_after(4, 12)[:11] + [(None, 4.0), (6.0, None)],
        "two": [(7.0, 5.0), (6.0, 5.0)],
        "one": [(7.0, 4.0)],
        "six": [(7, 5), (6, 5), (8, 4), (5, 5), (9, 6), (6, 3)],
        "all_equal": [(5.0, 4.0), (6.0, 5.0), (7.0, 6.0), (8.1, 7.1), (2.1, 1.1), (5.0, 4.0)],
        "equal_but_for_rounding": [(0.3, 0.1), (0.4, 0.2), (0.7, 0.5), (0.9, 0.7), (1.2, 1.0)],
        "all_same": [(5.0, 5.0), (6.0, 6.0), (7.0, 7.0), (3.0, 3.0)],
        "opposite": [(5, 6), (6, 5), (7, 9), (9, 7)],
        "thousands": before_after(5, 2000, change=-0.1),
    }


def complete(pairs):
    return [(b, a) for b, a in pairs if b is not None and a is not None]


def two_phases(seed, m, n, shift=1.0, phi=0.4, slope=0.0, keep=1.0, grid=1.0, level=5.0):
    """m rows of phase A, then n of phase B, shifted; values dropped at random."""
    rng = np.random.default_rng(seed)
    _, values = diary(seed, m + n, phi, slope=slope, level=level, grid=grid)
    fit = lambda v: float(round(np.clip(round(v / grid) * grid, 0, 10), 6))
    values = [fit(v + shift) if i >= m else v for i, v in enumerate(values)]
    return [("A" if i < m else "B", v if rng.random() < keep else None) for i, v in enumerate(values)]


def phase_cases():
    """The two-phase cases of every single-case method."""
    return {
        "plain": two_phases(71, 8, 10), "rising": two_phases(72, 12, 15, slope=6.0), "gaps": two_phases(73, 14, 20, keep=0.7),
        "floor": two_phases(74, 10, 12, level=0.8, shift=-0.5), "ceiling": two_phases(75, 9, 14, level=9.0),
        "one_decimal": two_phases(76, 15, 11, grid=0.1, slope=4.0), "quarters": two_phases(77, 21, 9, grid=0.25, slope=-5.0, shift=-1.0),
        "apart": [("A", float(v)) for v in (1, 2, 2, 3, 1)] + [("B", float(v)) for v in (7, 8, 6, 9)],
        "other_way": [("A", float(v)) for v in (7, 8, 6, 9, 7)] + [("B", float(v)) for v in (1, 3, 2)],
        "all_same": [("A", 4.0)] * 4 + [("B", 4.0)] * 3, "two_levels": [("A", 4.0)] * 4 + [("B", 6.0)] * 3,
        "one_each": [("A", 4.0), ("B", 6.0)], "two_and_one": [("A", 4.0), ("A", 5.0), ("B", 6.0)],
        "only_a": [("A", 4.0), ("A", 5.0), ("A", 3.0)], "empty": [], "all_missing_b": [("A", 4.0), ("A", 6.0), ("B", None)],
        "back_and_forth": [(p, float(v)) for p, v in zip("AAAABBBBAAAABBBB", [3, 4, 3, 5, 6, 7, 5, 6, 4, 3, 5, 4, 7, 6, 8, 6])],
        "thousands": two_phases(78, 900, 1300, shift=0.5, keep=0.9),
    }


def split(rows):
    """(place, value) of each phase."""
    return [[(i, v) for i, (p, v) in enumerate(rows) if p == phase and v is not None] for phase in "AB"]


def session_diary(seed, n, phi, effect=0.0, level=5.0, unrated=0.0, absent=0.0, grid=1.0, chance=None):
    """Rows (day, rating or None, session 0/1) with sessions chosen after harder days; `absent` days have no row."""
    rng = np.random.default_rng(seed)
    chance = chance or (lambda day, state: 0.3 if state < -0.5 else 0.1)
    state, rows, day = rng.normal(), [], 0
    while len(rows) < n:
        before, state = state, phi * state + np.sqrt(1 - phi**2) * rng.normal()
        session = int(rng.random() < chance(day, before))
        value = level + 1.6 * state + effect * session
        value = float(round(np.clip(round(value / grid) * grid, 0, 10), 6))
        if rng.random() >= absent or not rows:
            rows.append((day, None if rng.random() < unrated else value, session))
        day += 1
    return rows


def write_session_days(name, rows):
    with open(f"{name}.csv", "w", newline="") as out:
        file = csv.writer(out, lineterminator="\n")
        file.writerow(["date", "value", "session"])
        file.writerows([(FIRST + datetime.timedelta(int(d))).isoformat(), text(v), s] for d, v, s in rows)


def session_cases():
    """The diaries of every method that reads sessions."""
    weekly = lambda day, state: 1.0 if day % 7 == 3 else 0.0
    runs = lambda day, state: 1.0 if day % 17 in (4, 5, 6, 11) else 0.0
    rows = lambda *days: [(i, v, s) for i, (v, s) in enumerate(days)]
    return {
        "hard_days_120": session_diary(201, 120, 0.6), "lifts_120": session_diary(202, 120, 0.3, effect=1.2),
        "gaps_150": session_diary(203, 150, 0.6, unrated=0.15, absent=0.1, effect=0.5),
        "ceiling_90": session_diary(204, 90, 0.5, level=9.0), "floor_90": session_diary(205, 90, 0.8, level=0.9),
        "consecutive_100": session_diary(206, 100, 0.5, chance=runs), "weekly_90": session_diary(207, 90, 0.6, chance=weekly),
        "one_decimal_60": session_diary(208, 60, 0.8, grid=0.1, unrated=0.05), "strong_200": session_diary(209, 200, 0.9, effect=-0.6),
        "opposite_days_80": session_diary(210, 80, -0.5), "every_fourth_absent_40": [(d + d // 3, v, s) for d, v, s in session_diary(211, 40, 0.5)],
        "tiny": rows((5, 0), (4, 1), (6, 0), (7, 1), (5, 0), (6, 0), (4, 1)),
        "four_rows": rows((5, 0), (4, 1), (6, 0), (7, 1), (5, 0)), "three_rows": rows((5, 0), (4, 1), (6, 0), (7, 0)),
        "two_rows": rows((5, 0), (4, 1), (6, 0)), "one_row": rows((5, 0), (4, 1)), "one_day": rows((5, 1)), "none": [],
        "never": [(d, v, 0) for d, v, _ in session_diary(212, 30, 0.5)], "always": [(d, v, 1) for d, v, _ in session_diary(213, 30, 0.5)],
        "flat": [(d, 6.0, s) for d, _, s in session_diary(214, 30, 0.5)],
        "unrated": [(d, None, s) for d, _, s in session_diary(215, 20, 0.5)],
        "thousands": session_diary(216, 1500, 0.6, effect=0.4, unrated=0.1, absent=0.05),
    }


def gls(days, X, y):
    """Regression with CAR(1) errors by R nlme::gls, REML; phi, the peak of the likelihood, from dense matrices.

    Returns coefficients, covariance, sigma, phi and cautions. nlme stops up to 2e-6 away from the peak, so its answer at
    the peak (a fixed correlation) is taken, after its own search was seen to end near the peak, or at the bound.
    """
    from scipy.optimize import minimize_scalar
    days, n, p = np.asarray(days, float), *X.shape
    gaps = np.abs(days[:, None] - days[None, :])

    def profile(phi):
        V = phi**gaps if phi else np.eye(n)
        L = np.linalg.cholesky(V)
        A = np.linalg.solve(L, np.column_stack([X, y]))
        Q, R = np.linalg.qr(A[:, :p])
        left = A[:, p] - Q @ (Q.T @ A[:, p])
        return -.5 * ((n - p) * np.log(left @ left) + 2 * np.log(np.diag(L)).sum() + 2 * np.log(np.abs(np.diag(R))).sum())

    grid = np.append(np.linspace(0, 0.99, 100 if n < 500 else 34), [0.995, 0.999, 0.9999, 1 - 1e-6])
    heights = np.array([profile(phi) for phi in grid])
    padded = np.concatenate([[-np.inf], heights, [-np.inf]])
    places = [i for i in range(len(grid)) if padded[i + 1] > padded[i] and padded[i + 1] >= padded[i + 2]]
    at = int(np.argmax(heights))
    own = minimize_scalar(lambda phi: -profile(phi), bounds=(grid[max(0, at - 1)], grid[min(at + 1, len(grid) - 1)]), method="bounded", options={"xatol": 1e-11})
    # Where all rows are days apart the likelihood is flat at 0: what rounding makes of it is no peak.
    phi = float(own.x) if -own.fun > profile(0.0) + 1e-9 else 0.0
    phi = 0.0 if phi < 1e-6 else 1 - 1e-6 if phi > .9999 else phi
    cautions = ["autocorrelation_at_bound"] if phi in (0.0, 1 - 1e-6) else []
    if sum(heights[i] > max(heights) - 1.92 for i in places) > 1:
        cautions.append("second_peak")
    names = [f"x{i}" for i in range(1, p)]
    frame = f"day={vector(days)},y={vector(y)}," + ",".join(f"{name}={vector(X[:, i + 1])}" for i, name in enumerate(names))
    head = f"suppressMessages(library(nlme));o<-data.frame({frame});f<-y~{'+'.join(names)};"
    tail = "cat(jsonlite::toJSON(list(coef(g),as.vector(g$varBeta),g$sigma,as.numeric(logLik(g))),digits=I(17)))"
    if phi:
        free = r(head + f'g<-gls(f,o,correlation=corCAR1({min(max(phi, .02), .98)!r},form=~day),method="REML",control=glsControl(tolerance=1e-10,msTol=1e-12,maxIter=500,msMaxIter=500));'
                 + "cat(jsonlite::toJSON(coef(g$modelStruct$corStruct,unconstrained=FALSE),digits=I(17)))")
        assert abs(free[0] - phi) < 1e-4, (free, phi)
        b, cov, sigma, _ = r(head + f'g<-gls(f,o,correlation=corCAR1({phi!r},form=~day,fixed=TRUE),method="REML");' + tail)
    else:
        b, cov, sigma, _ = r(head + 'g<-gls(f,o,method="REML");' + tail)
    return np.array(b), np.array(cov).reshape(p, p), float(sigma[0]), phi, cautions
