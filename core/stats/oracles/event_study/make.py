"""R nlme::gls with the sessions at each lag; bands and the joint F from its covariance by numpy and scipy."""
import sys
sys.path.insert(0, "..")
from cases import *
from scipy.stats import f as fisher, t as student

WINDOWS = {"hard_days_120": [(-2, 3), (0, 2), (-1, -1)], "thousands": [(-2, 3)], "gaps_150": [(-2, 3), (-3, 7)], "weekly_90": [(-2, 3), (-3, 3), (-2, 7)]}
for name, days in session_cases().items():
    write_session_days(name, days)
    marks = {d: s for d, _, s in days}
    rated = [(d, v) for d, v, _ in days if v is not None]
    n = len(rated)
    answers = []
    for first, last in WINDOWS.get(name, [(-2, 3)]):
        lags = list(range(first, last + 1))
        p = len(lags) + 1
        expected = {"n": n, "n_missing": len(days) - n}
        options = [] if (first, last) == (-2, 3) else ["--from", str(first), "--to", str(last)]
        X = np.array([[1.0] + [marks.get(d - k, 0) for k in lags] for d, _ in rated]).reshape(n, p)
        y = np.array([v for _, v in rated], float)
        # Days whose whole window is known: the ends alone must not tell the lags apart.
        inside = [i for i, (d, _) in enumerate(rated) if days[0][0] <= d - last and d - first <= days[-1][0]]
        if n < p:
            more = {"lags": None, "phi": None, "refused": {"reason": "too_few", "have": n, "need": p}}
        elif np.linalg.matrix_rank(X[inside]) < p:
            more = {"lags": None, "phi": None, "refused": {"reason": "not_identifiable"}}
        elif np.ptp(y) == 0 or n == p:
            estimates = np.zeros(p) if np.ptp(y) == 0 else np.linalg.solve(X, y)
            none = dict.fromkeys(["se", "ci_low", "ci_high", "band_low", "band_high"])
            reason = {"reason": "too_few", "have": n, "need": p + 1} if n == p else {"reason": "no_variation"}
            more = {"lags": [{"lag": k, "estimate": float(b)} | none for k, b in zip(lags, estimates[1:])], "phi": None, "refused": reason}
        else:
            beta, cov, sigma, phi, cautions = gls([d for d, _ in rated], X, y)
            b, se = beta[1:], np.sqrt(np.diag(cov))[1:]
            q, wide = student.ppf(.975, n - p), student.ppf(1 - .025 / len(lags), n - p)
            more = {"lags": [{"lag": k, "estimate": float(b[i]), "se": float(se[i]), "ci_low": float(b[i] - q * se[i]), "ci_high": float(b[i] + q * se[i]),
                              "band_low": float(b[i] - wide * se[i]), "band_high": float(b[i] + wide * se[i])} for i, k in enumerate(lags)], "phi": phi}
            leads = [i for i, k in enumerate(lags) if k < 0]
            more |= {"leads_f": None, "leads_p_value": None}
            if leads:
                c = cov[1:, 1:][np.ix_(leads, leads)]
                f = float(b[leads] @ np.linalg.solve(c, b[leads]) / len(leads))
                p_value = float(fisher.sf(f, len(leads), n - p))
                more |= {"leads_f": f, "leads_p_value": p_value}
                cautions += ["leads_not_flat"] if p_value < .10 else []
            more["cautions"] = cautions
        answers.append((options, expected | more))
    write_expected(name, answers)
