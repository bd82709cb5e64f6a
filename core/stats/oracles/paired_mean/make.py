"""t.test of R for independent differences; the effective-n formulas term by term in 50 digits."""
import sys
sys.path.insert(0, "..")
from cases import *
from mpmath import mp, mpf, sqrt, betainc
mp.dps = 50


def student(mean, sd, n, df):
    se = sd / sqrt(n)
    t = mean / se
    p = betainc(mpf(df) / 2, mpf(1) / 2, 0, df / (df + t * t), regularized=True)
    q = r(f'cat(jsonlite::toJSON(qt(.975, {mp.nstr(df, 17)}), digits=I(17)))')[0]
    return se, t, p, mean - q * se, mean + q * se


def effective(d):
    n = len(d)
    d = [mpf(repr(v)) for v in d]
    m = sum(d) / n
    ss = sum((v - m) ** 2 for v in d)
    if n < 4 or ss == 0:
        return None
    r1 = sum((d[i] - m) * (d[i + 1] - m) for i in range(n - 1)) / ss
    rho = min(max((n * r1 + 1) / (n - 3), mpf(0)), mpf("0.9"))
    vif = 1 + 2 * sum((1 - mpf(k) / n) * rho**k for k in range(1, n))
    ne = n / vif
    return m, ss, rho, ne, n - vif


cases = pair_cases()
days, level = diary(11, 40, 0.7, sd=2)
cases["alike"] = [(8.0, max(0.0, 8.0 - v)) for v in level]
cases["drifting"] = [(8.0, float(8 - i // 3)) for i in range(20)]
for name, pairs in cases.items():
    write_pairs(name, pairs)
    full = complete(pairs)
    d = [round(a - b, 9) for b, a in full]
    n = len(d)
    common = {"n": n, "n_missing": len(pairs) - n, "mean": float(np.mean(d))}
    flat = len(set(d)) == 1
    none = dict.fromkeys(["se", "df", "ci_low", "ci_high", "t", "p_value"])
    answers = []
    if n < 2:
        answers.append(([], common | none | {"sd": None, "refused": {"reason": "too_few", "have": n, "need": 2}}))
    elif flat:
        answers.append(([], common | none | {"sd": 0.0, "refused": {"reason": "no_variation"}}))
    else:
        for options, conf in [([], .95), (["--level", "0.9"], .9)]:
            x = r(f'a<-{vector([a for b, a in full])};b<-{vector([b for b, a in full])};o<-t.test(a,b,paired=TRUE,conf.level={conf});'
                  'cat(jsonlite::toJSON(c(o$stderr,o$parameter,o$conf.int,o$statistic,o$p.value,sd(a-b)),digits=I(17)))')
            answers.append((options, common | dict(zip(["se", "df", "ci_low", "ci_high", "t", "p_value", "sd"], x))))
    e = effective(d)
    if e is None:
        reason = {"reason": "no_variation"} if n >= 4 else {"reason": "too_few", "have": n, "need": 4}
        answers.append((["--effective-n"], common | none | {"rho": None, "n_effective": None, "refused": reason}))
    else:
        m, ss, rho, ne, divisor = e
        some = common | {"rho": float(rho), "n_effective": float(ne)}
        if ne < 3:
            some |= none | {"sd": None, "refused": {"reason": "too_few_effective", "have": float(ne), "need": 3.0}}
        else:
            sd = sqrt(ss / divisor)
            se, t, p, low, high = student(m, sd, ne, ne - 1)
            some |= {"sd": float(sd), "se": float(se), "df": float(ne - 1), "t": float(t), "p_value": float(p),
                     "ci_low": float(low), "ci_high": float(high)}
        answers.append((["--effective-n"], some))
    write_expected(name, answers)
