"""The three formulas in 50 digits, on numpy's differences; dz beside metafor's standardised mean change where it is defined
(escalc SMCC is dz times the exact small-sample correction)."""
import sys
sys.path.insert(0, "..")
from cases import *
from mpmath import mp, mpf, sqrt, gamma
mp.dps = 50


def exact(v):
    return mpf(repr(float(v)))


def sd(values):
    m = sum(values) / len(values)
    return sqrt(sum((v - m) ** 2 for v in values) / (len(values) - 1))


def beside_metafor(b, a, dz):
    df = len(b) - 1
    y = r(f'suppressMessages(library(metafor));b<-{vector(b)};a<-{vector(a)};'
          'cat(jsonlite::toJSON(escalc("SMCC",m1i=mean(a),m2i=mean(b),sd1i=sd(a),sd2i=sd(b),ri=cor(a,b),ni=length(a))$yi[1],'
          'digits=I(17)))')[0]
    correction = gamma(mpf(df) / 2) / (sqrt(mpf(df) / 2) * gamma(mpf(df - 1) / 2))
    assert abs(y / (dz * correction) - 1) < 1e-9, (y, dz * correction)


cases = pair_cases()
cases["flat_after"] = [(7, 3), (6, 3), (8, 3), (4, 3)]
cases["both_flat"] = [(7, 3), (7, 3), (7, 3)]
cases["hundredth"] = before_after(21, 60, change=0.02, grid=0.01)
cases["large"] = [(b * 1e90, a * 1e90) for b, a in before_after(22, 9)]
for name, pairs in cases.items():
    write_pairs(name, pairs)
    full = complete(pairs)
    n = len(full)
    fields = {"n": n, "n_missing": len(pairs) - n, "dz": None, "d_av": None, "hedges_g_av": None}
    if n < 2:
        write_expected(name, [([], fields | {"refused": {"reason": "too_few", "have": n, "need": 2}})])
        continue
    b, a = [exact(x) for x, _ in full], [exact(y) for _, y in full]
    d = [y - x for x, y in zip(b, a)]
    mean, sb, sa, sdd = sum(d) / n, sd(b), sd(a), sd(d)
    if sdd <= abs(mean) * mpf(10) ** -30:
        fields["refused"] = {"reason": "no_variation"}
    else:
        fields["dz"] = float(mean / sdd)
        if n < 100 and mean and sa and sb and n > 3 and name != "large":
            beside_metafor(b, a, mean / sdd)
    if sb or sa:
        d_av = mean / sqrt((sb**2 + sa**2) / 2)
        fields["d_av"], fields["hedges_g_av"] = float(d_av), float(d_av * (1 - mpf(3) / (4 * (n - 1) - 1)))
    else:
        fields["refused"] = {"reason": "no_variation"}
    write_expected(name, [([], fields)])
