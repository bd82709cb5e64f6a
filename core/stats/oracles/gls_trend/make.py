"""R nlme::gls; df from dense matrices: Hessian of the REML likelihood in (ln variance, phi), or its integral over phi."""
import sys
sys.path.insert(0, "..")
from cases import *
from scipy.integrate import quad
from scipy.optimize import minimize_scalar
from scipy.stats import t as student


def parts(d, v, phi):
    V = phi ** np.abs(d[:, None] - d[None, :]) if phi else np.eye(len(d))
    X = np.column_stack([np.ones(len(d)), d])
    W = np.linalg.solve(V, X)
    M = X.T @ W
    beta = np.linalg.solve(M, W.T @ v)
    e = v - X @ beta
    return beta, np.linalg.inv(M)[1, 1], e @ np.linalg.solve(V, e), np.linalg.slogdet(V)[1] + np.linalg.slogdet(M)[1]


def likelihood(d, v, a, phi):
    _, _, rss, logs = parts(d, v, phi)
    return -.5 * ((len(d) - 2) * (np.log(2 * np.pi) + a) + logs + rss * np.exp(-a))


def profile(d, v, phi):
    _, _, rss, logs = parts(d, v, phi)
    m = len(d) - 2
    return -.5 * (m * (np.log(2 * np.pi * rss / m) + 1) + logs)


def satterthwaite(d, v, phi):
    beta, c, rss, _ = parts(d, v, phi)
    a, h, k = np.log(rss / (len(d) - 2)), 1e-3 * (1 - phi), 1e-3
    f = lambda x, y: likelihood(d, v, a + x * k, phi + y * h)
    # Five-point differences.
    w1, w2 = {-2: 1/12, -1: -2/3, 1: 2/3, 2: -1/12}, {-2: -1/12, -1: 4/3, 0: -5/2, 1: 4/3, 2: -1/12}
    haa = sum(w * f(x, 0) for x, w in w2.items()) / k**2
    hpp = sum(w * f(0, y) for y, w in w2.items()) / h**2
    hap = sum(w * u * f(x, y) for x, w in w1.items() for y, u in w1.items()) / (k * h)
    # The slope's variance is exp(a)·c(phi): its derivative over itself.
    g = np.array([1.0, sum(w * np.log(parts(d, v, phi + y * h)[1]) for y, w in w1.items()) / h])
    A = np.linalg.inv(-np.array([[haa, hap], [hap, hpp]]))
    return 2 / (g @ A @ g)


def integrated(d, v, phi):
    """2/df = 2/(n - 2) + variance of ln(slope variance), phi weighing exp(profile) spread evenly over the cube root of
    the correlation across the median gap."""
    m, top, power = len(d) - 2, profile(d, v, phi), 3 / np.sort(np.diff(d))[(len(d) - 2) // 2]
    def at(root):
        _, c, rss, logs = parts(d, v, root**power)
        return np.exp(-.5 * (m * (np.log(2 * np.pi * rss / m) + 1) + logs) - top), np.log(c * rss)
    # Panels around the peak and towards both ends, so that no adaptive rule can step over it.
    peak = phi ** (1 / power)
    edges = sorted({0.0, 1 - 1e-9, *np.linspace(.02, .98, 25), *(x for x in peak + np.linspace(-.15, .15, 13) if 0 < x < 1 - 1e-9)})
    whole = lambda f: sum(quad(f, a, b, epsabs=1e-13, epsrel=1e-12, limit=200)[0] for a, b in zip(edges, edges[1:]))
    w = whole(lambda r: at(r)[0])
    mean = whole(lambda r: at(r)[0] * at(r)[1]) / w
    return 2 / (2 / m + whole(lambda r: at(r)[0] * (at(r)[1] - mean)**2) / w)


cases = {
    "plain_30": diary(51, 30, 0.6), "rising_90": diary(52, 90, 0.5, slope=0.7), "gaps_60": diary(53, 60, 0.6, keep=0.5),
    "floor_45": diary(54, 45, 0.5, level=0.8), "ceiling_40": diary(55, 40, 0.4, level=9.3), "weekly_20": ([7 * i for i in range(20)], diary(56, 20, 0.8)[1]),
    "at_bound_30": diary(57, 30, -0.5), "one_decimal_50": diary(58, 50, 0.7, grid=0.1), "strong_120": diary(59, 120, 0.9),
    "long_gap_40": ([*range(20), *range(200, 220)], diary(60, 40, 0.6)[1]), "six": ([0, 1, 2, 4, 5, 8], [3, 4, 4, 6, 5, 5]),
    "two": ([0, 30], [4.0, 5.0]), "line": ([0, 1, 2, 3, 4], [1.0, 2.0, 3.0, 4.0, 5.0]), "flat": ([0, 1, 3, 9], [6.0] * 4),
    "missing": ([*range(24)], [None if i in (3, 4, 11) else v for i, v in enumerate(diary(61, 24, 0.5)[1])]),
    "thousands": diary(62, 1200, 0.6, slope=0.01),
}
for name, (days, values) in cases.items():
    write_series(name, days, values)
    kept = [(k, x) for k, x in zip(days, values) if x is not None]
    d, v = np.array([k for k, _ in kept], float) - kept[0][0], np.array([x for _, x in kept], float)
    n = len(v)
    common = {"n": n, "n_missing": len(values) - n}
    none = dict.fromkeys(["se", "ci_low", "ci_high", "df", "phi", "sigma", "log_likelihood", "p_value"])
    slope, intercept = map(float, np.polyfit(d, v, 1))
    if name in ("two", "line", "flat"):
        slope = 0.0 if name == "flat" else slope
        reason = {"reason": "too_few", "have": 2, "need": 3} if n < 3 else {"reason": "no_variation"}
        write_expected(name, [([], common | none | {"slope_per_day": slope, "slope_per_30_days": 30 * slope, "intercept": intercept, "refused": reason})])
        continue
    grid = np.linspace(0, 0.99, 100)
    best = max(grid, key=lambda p: profile(d, v, p))
    own = minimize_scalar(lambda p: -profile(d, v, p), bounds=(max(0, best - .01), min(.9999, best + .01)), method="bounded", options={"xatol": 1e-11})
    phi = 0.0 if profile(d, v, 0.0) >= -own.fun else own.x
    start = float(min(max(phi, .02), .98))
    if phi:
        x = r(f'suppressMessages(library(nlme));o<-data.frame(day={vector(d)},value={vector(v)});'
              f'g<-gls(value~day,o,correlation=corCAR1({start!r},form=~day),method="REML",control=glsControl(tolerance=1e-10,msTol=1e-12,maxIter=500,msMaxIter=500));'
              'b<-coef(g);s<-summary(g)$tTable;cat(jsonlite::toJSON(c(b,s[2,2],coef(g$modelStruct$corStruct,unconstrained=FALSE),g$sigma,logLik(g),s[2,4]),digits=I(17)))')
    else:
        x = r(f'suppressMessages(library(nlme));o<-data.frame(day={vector(d)},value={vector(v)});g<-gls(value~day,o,method="REML");'
              'b<-coef(g);s<-summary(g)$tTable;cat(jsonlite::toJSON(c(b,s[2,2],0,g$sigma,logLik(g),s[2,4]),digits=I(17)))')
    b0, b1, se, rphi, sigma, ll, p = x
    ll_own = profile(d, v, phi)
    assert abs(rphi - phi) < 2e-4, (name, rphi, phi)
    assert abs(ll - ll_own) < 1e-6, (name, ll, ll_own)
    se *= 30
    some = common | {"intercept": b0, "slope_per_day": b1, "slope_per_30_days": 30 * b1, "se": se, "phi": rphi, "sigma": sigma, "log_likelihood": ll}
    if not phi:
        some["cautions"] = ["autocorrelation_at_bound"]
    q = student.ppf(.975, n - 2)
    answers = [([], some | {"df": float(n - 2), "ci_low": 30 * b1 - q * se, "ci_high": 30 * b1 + q * se, "p_value": p})]
    for rule in (satterthwaite, integrated) if n < 500 else ():
        df = float(np.clip(rule(d, v, phi), 1, n - 2))
        q = student.ppf(.975, df)
        answers.append((["--df", rule.__name__], some | {"df": df, "ci_low": 30 * b1 - q * se, "ci_high": 30 * b1 + q * se,
                                                         "p_value": float(2 * student.sf(abs(30 * b1 / se), df))}))
    write_expected(name, answers)
