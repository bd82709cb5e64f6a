"""R lm on the day of the session, nlme::gls on the day after it; means and correlation by numpy."""
import sys
sys.path.insert(0, "..")
from cases import *
from scipy.stats import t as student

for name, days in session_cases().items():
    write_session_days(name, days)
    values, marks = {d: v for d, v, _ in days}, {d: s for d, _, s in days}
    answers = []
    for lag in (0, 1):
        rows = [(d, s, values.get(d - 1), values.get(d + lag)) for d, _, s in days]
        rows = [row for row in rows if row[2] is not None and row[3] is not None]
        n = len(rows)
        d, s, b, y = (np.array([row[i] for row in rows], float) for i in range(4))
        had = s == 1
        expected = {"n": n, "n_missing": len(days) - n, "n_sessions": int(had.sum()), "n_comparison": int((~had).sum())}
        expected["naive_difference"] = float((y - b)[had].mean()) if had.any() else None
        known = had.any() and (~had).sum() > 1 and np.ptp(b[~had]) > 0 and np.ptp(y[~had]) > 0
        r_other = np.corrcoef(b[~had], y[~had])[0, 1] if known else None
        expected["expected_regression_to_mean"] = float((1 - r_other) * (b.mean() - b[had].mean())) if known else None
        overlaps = lag and sum(1 for row in rows if row[1] and marks.get(row[0] + 1))
        cautions = ["overlapping_sessions"] if overlaps else []
        none = dict.fromkeys(["effect", "se", "df", "ci_low", "ci_high", "p_value", "phi", "before_coefficient"])
        X = np.column_stack([np.ones(n), s, b]) if n else np.ones((0, 3))
        options = ["--outcome-lag", str(lag)]
        if n < 3:
            more = none | {"refused": {"reason": "too_few", "have": n, "need": 3}}
        elif np.linalg.matrix_rank(X) < 3:
            more = none | {"refused": {"reason": "not_identifiable"}}
        elif n == 3:
            beta = np.linalg.solve(X, y)
            more = none | {"effect": beta[1], "before_coefficient": beta[2], "refused": {"reason": "too_few", "have": 3, "need": 4}}
        else:
            if lag == 0:
                x = r(f'o<-data.frame(y={vector(y)},s={vector(s)},b={vector(b)});f<-summary(lm(y~s+b,o))$coefficients;'
                      'cat(jsonlite::toJSON(c(f[2,1],f[2,2],f[2,4],f[3,1]),digits=I(17)))')
                effect, se, p_value, before, phi = *x, None
            else:
                beta, cov, sigma, phi, more_cautions = gls(d, X, y)
                cautions += more_cautions
                effect, se, before = beta[1], np.sqrt(cov[1, 1]), beta[2]
                p_value = 2 * student.sf(abs(effect / se), n - 3)
            q = student.ppf(.975, n - 3)
            more = {"effect": effect, "se": se, "df": float(n - 3), "ci_low": effect - q * se, "ci_high": effect + q * se,
                    "p_value": p_value, "phi": phi, "before_coefficient": before}
        more = {k: float(v) if isinstance(v, np.floating) else v for k, v in more.items()}
        answers.append((options, expected | more | {"cautions": cautions}))
    write_expected(name, answers)
