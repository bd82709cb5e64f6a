"""mpmath with 60 digits: cdf by erfc and the incomplete beta integral, quantiles by Newton from
scipy's, with the residual checked."""
import csv
from mpmath import mp, mpf, erfc, sqrt, log, nstr, loggamma, exp, hyp2f1, pi
from scipy.special import ndtri, stdtrit
mp.dps = 60


def normal_cdf(x):
    return erfc(-mpf(x) / sqrt(2)) / 2


def half_tail(t, df):
    """P(T > t) for t >= 0, by whichever hypergeometric series converges quickly."""
    t, df = mpf(t), mpf(df)
    x, y, a, half = df / (df + t * t), t * t / (df + t * t), df / 2, mpf(1) / 2
    front = exp(a * log(x) + loggamma(a + half) - loggamma(a) - loggamma(half))
    if y < half:
        return (1 - front * sqrt(y) * 2 * hyp2f1(a + half, 1, 3 * half, y)) / 2
    return front * sqrt(y) / a * hyp2f1(a + half, 1, a + 1, x) / 2


def outside(t, df):
    return 2 * half_tail(abs(mpf(t)), df) if t else mpf(1)


def density(t, df):
    df = mpf(df)
    return exp(loggamma((df + 1) / 2) - loggamma(df / 2) - (df + 1) / 2 * log(1 + t * t / df)) / sqrt(df * pi)


def root(tail, falling, q, start):
    """Newton on the logarithms from a start of double precision."""
    x = mpf(float(start))
    for _ in range(12):
        here = tail(x)
        x *= exp(log(here / q) * here / (x * falling(x)))
    assert abs(tail(x) / q - 1) < mpf(10) ** -25, (q, start, x)
    return x


def normal_quantile(p):
    p = mpf(p)
    if p == mpf("0.5"):
        return mpf(0)
    q = min(p, 1 - p)
    size = root(lambda x: normal_cdf(-x), lambda x: exp(-x * x / 2) / sqrt(2 * pi), q, -ndtri(float(q)))
    return -size if p < mpf("0.5") else size


def student_quantile(p, df):
    p = mpf(p)
    if p == mpf("0.5"):
        return mpf(0)
    q = min(p, 1 - p)
    if q > mpf("0.49"):
        start = (mpf("0.5") - q) / density(mpf(0), df)
    elif q < mpf("1e-200"):
        # The tail is nearly the power t^-df.
        start = exp((log(density(mpf(10) ** 40, df)) + (df + 1) * log(mpf(10) ** 40) - log(df * q)) / df)
    else:
        start = -stdtrit(float(df), float(q))
    size = root(lambda t: half_tail(t, df), lambda t: density(t, df), q, start)
    return -size if p < mpf("0.5") else size


rows = []
for x in [-38, -20, -8.3, -5, -1.959963984540054, -1, -0.1, 0, 1e-12, 0.5, 1.2815515655446004, 3, 6]:
    rows.append(["normal_cdf", repr(x), "", normal_cdf(x)])
for p in [1e-300, 1e-20, 1e-6, 0.001, 0.025, 0.2, 0.25, 0.4999999999, 0.5, 0.5000001, 0.6, 0.75, 0.9, 0.975, 0.999999]:
    rows.append(["normal_quantile", repr(p), "", normal_quantile(p)])
for df in [0.5, 1, 2, 3.3, 7, 12.7, 30, 364, 36499, 1000000]:
    for t in [0, 1e-9, 0.3, 1, 2.1, 5, 12]:
        rows.append(["student_outside", repr(t), repr(df), outside(t, df)])
for df in [1, 2, 3.3, 9, 28, 88, 364, 36499, 1000000]:
    for p in [1e-20, 1e-6, 0.025, 0.25, 0.3, 0.4999999, 0.5, 0.50000000001, 0.7, 0.975, 0.9995]:
        rows.append(["student_quantile", repr(p), repr(df), student_quantile(p, df)])
# Where statrs 0.19.1 panics or does not return.
rows.append(["student_quantile", "1e-300", "9", student_quantile(1e-300, 9)])
rows.append(["student_quantile", "1e-300", "1", student_quantile(1e-300, 1)])
for p in [1e-6, 0.025, 0.4, 0.975]:
    rows.append(["student_quantile", repr(p), "100000000.0", student_quantile(p, 10**8)])
    rows.append(["student_quantile", repr(p), "1000000000.0", student_quantile(p, 10**9)])
with open("table.csv", "w", newline="") as out:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["function", "argument", "df", "expected"])
    writer.writerows([a, b, c, nstr(d, 25)] for a, b, c, d in rows)
