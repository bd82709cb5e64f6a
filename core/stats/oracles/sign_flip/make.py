"""Whole-number counts of sign assignments: every one of them up to 16 differences, a polynomial of exact integers
beyond; R exactRankTests::perm.test must agree where it runs."""
import sys
sys.path.insert(0, "..")
from cases import *
from fractions import Fraction
from itertools import product


def exact(steps):
    sizes = [abs(s) for s in steps if s]
    far, counts = abs(sum(steps)), {0: 1}
    for size in sizes:
        following = {}
        for total, count in counts.items():
            for signed in (total + size, total - size):
                following[signed] = following.get(signed, 0) + count
        counts = following
    p = Fraction(sum(c for t, c in counts.items() if abs(t) >= far), 2 ** len(sizes))
    if len(sizes) <= 16:
        hits = sum(abs(sum(s * v for s, v in zip(signs, sizes))) >= far for signs in product((1, -1), repeat=len(sizes)))
        assert p == Fraction(hits, 2 ** len(sizes))
    return p


cases = pair_cases()
cases["twenty_one_sided"] = [(9.0, float(3 + i % 4)) for i in range(20)]
cases["off_grid"] = [(5.0, 5.0 + v) for v in [0.12345678, -1.4142136, 2.7182818, 0.5772157, 3.1415927, 1.6180340, -0.6931472]]
for name, pairs in cases.items():
    write_pairs(name, pairs)
    full = complete(pairs)
    steps = [round(round(a - b, 9) * 10**8) for b, a in full]
    nonzero = sum(s != 0 for s in steps)
    common = {"n": len(full), "n_missing": len(pairs) - len(full), "mean": float(np.mean([a - b for b, a in full])), "nonzero": nonzero}
    if nonzero == 0:
        write_expected(name, [([], common | {"p_value": None, "refused": {"reason": "no_variation"}})])
        continue
    common["mean"] = sum(steps) / 10**8 / len(steps)
    p = exact(steps)
    if name in ("ties", "ceiling", "missing", "six", "opposite"):
        x = r(f'suppressMessages(library(exactRankTests));o<-suppressWarnings(perm.test({vector([a for b, a in full])},{vector([b for b, a in full])},paired=TRUE,exact=TRUE));'
              'cat(jsonlite::toJSON(o$p.value,digits=I(17)))')[0]
        assert abs(x - float(p)) < 1e-10, (name, x, float(p))
    write_expected(name, [([], common | {"p_value": float(p), "exact": True})])
