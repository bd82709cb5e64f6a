"""The smallest n from 2 on with n >= (qt(., n - 1) * s / D)^2, looked for one by one in R; upper with s * sqrt(df / qchisq(.2, df)).
The search is confirmed in 30 digits at the n found and at the one below it."""
import sys
sys.path.insert(0, "..")
from cases import *
from mpmath import mp, mpf, betainc, gammainc, findroot, sqrt
mp.dps = 30


def t_critical(level, df, start):
    outside = lambda t: betainc(mpf(df) / 2, mpf(1) / 2, 0, df / (df + t * t), regularized=True)
    return findroot(lambda t: outside(t) - (1 - mpf(repr(level))), start)


def needed(s, half_width, level):
    n, q = r(f's<-{s!r};D<-{half_width!r};n<-2:100;q<-qt(1-(1-{level})/2,n-1);i<-which(n>=(q*s/D)^2);'
             'cat(jsonlite::toJSON(if(length(i)) c(n[i[1]],q[i[1]]) else c(101,q[99]),digits=I(17)))')
    n = int(n)
    for near, enough in [(n, True), (n - 1, False)]:
        if 2 <= near <= 100:
            t = t_critical(level, near - 1, mpf(q))
            assert (near >= (t * mpf(s) / mpf(repr(half_width))) ** 2) == enough, (s, half_width, near)
    return n


cases = pair_cases()
cases["wide"] = [(0, 10), (10, 0), (5, 5), (9, 1), (2, 8)]
cases["short"] = before_after(41, 8)
for name, pairs in cases.items():
    write_pairs(name, pairs)
    full = complete(pairs)
    n = len(full)
    d = [round(a - b, 9) for b, a in full]
    answers = []
    for half_width, level in [(1.0, .95), (0.5, .95), (2.0, .95), (0.4, .95), (1.0, .8), (40.0, .95)]:
        options = ["--meaningful", text(half_width)] + ([] if level == .95 else ["--level", str(level)])
        fields = {"n": n, "n_missing": len(pairs) - n, "sessions": None, "upper": None, "capped": None}
        if n < 2:
            fields["refused"] = {"reason": "too_few", "have": n, "need": 2}
        elif len(set(d)) == 1:
            fields["refused"] = {"reason": "no_variation"}
        else:
            s = float(np.std(d, ddof=1))
            wider = r(f'cat(jsonlite::toJSON(sqrt({n - 1}/qchisq(.2,{n - 1})),digits=I(17)))')[0]
            found = [needed(s, half_width, level), needed(s * wider, half_width, level)]
            fields |= {"sessions": min(found[0], 100), "upper": min(found[1], 100), "capped": max(found) > 100}
        answers.append((options, fields))
    write_expected(name, answers)
