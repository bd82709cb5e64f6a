"""Whole-number counts of sign assignments: every one of them up to 14 differences, a polynomial of exact integers beyond;
R coin::wilcoxsign_test and exactRankTests::wilcox.exact must agree where they run. Above 300: scipy, coin."""
import sys
sys.path.insert(0, "..")
from cases import *
from fractions import Fraction
from itertools import product
from scipy.stats import norm, rankdata


def ranks(d, zeros):
    d = d if zeros == "pratt" else [x for x in d if x]
    return [(int(2 * r), x > 0) for r, x in zip(rankdata([abs(x) for x in d]) if d else [], d) if x]


def exact(ranked):
    total, plus = sum(r for r, _ in ranked), sum(r for r, up in ranked if up)
    counts = np.zeros(total + 1, dtype=object)
    counts[0], reached = 1, 0
    for r, _ in ranked:
        following = counts.copy()
        following[r:reached + r + 1] += counts[:reached + 1]
        counts, reached = following, reached + r
    far = abs(2 * plus - total)
    p = Fraction(sum(int(c) for w, c in enumerate(counts) if abs(2 * w - total) >= far), 2 ** len(ranked))
    if len(ranked) <= 14:
        sums = (sum(r for take, (r, _) in zip(chosen, ranked) if take) for chosen in product((0, 1), repeat=len(ranked)))
        assert p == Fraction(sum(abs(2 * w - total) >= far for w in sums), 2 ** len(ranked))
    return p


def from_coin(d, zeros, distribution):
    method = "Pratt" if zeros == "pratt" else "Wilcoxon"
    return r(f'suppressMessages(library(coin));x<-{vector(d)};y<-rep(0,length(x));'
             f'w<-wilcoxsign_test(x~y,distribution="{distribution}",zero.method="{method}");cat(jsonlite::toJSON(as.numeric(pvalue(w)),digits=I(17)))')[0]


def from_exact_rank_tests(d):
    return r(f'suppressMessages(library(exactRankTests));w<-wilcox.exact({vector(d)},exact=TRUE);cat(jsonlite::toJSON(w$p.value,digits=I(17)))')[0]


cases = pair_cases()
cases |= {
    "half_zero": [(5.0, 5.0 + v) for v in (0, 0, 0, 1, -2, 3, 1, 0, 2, 0, 4, 0, 2, 0)], "evenly": [(5.0, 5.0 + v) for v in (1, -1, 2, -2, 0, 3, -3)],
    "one_sided": [(9.0, float(3 + i % 4)) for i in range(20)], "hundred": before_after(6, 100, change=-0.6), "three_hundred": before_after(7, 330, change=-0.2)[:300],
    "above_three_hundred": before_after(8, 420, change=-0.2), "few_nonzero": [(5.0, 5.0 + (i % 97 == 0) * (1 if i % 2 else 2)) for i in range(1000)],
    "empty": [],
}
for name, pairs in cases.items():
    write_pairs(name, pairs)
    full = complete(pairs)
    d = [round(a - b, 9) for b, a in full]
    n, answers = len(d), []
    common = {"n": n, "n_missing": len(pairs) - n}
    for zeros in ("pratt", "drop"):
        ranked = ranks(d, zeros)
        some = common | {"w_plus": sum(r for r, up in ranked if up) / 2, "w_minus": sum(r for r, up in ranked if not up) / 2}
        if n == 0:
            some = common | {"w_plus": None, "w_minus": None, "p_value": None, "exact": None, "refused": {"reason": "too_few", "have": 0, "need": 1}}
        elif not ranked:
            some |= {"p_value": None, "exact": None, "refused": {"reason": "no_variation"}}
        elif len(ranked) <= 300:
            p = exact(ranked)
            if 1 < len(ranked) <= 100:
                other = from_coin(d, zeros, "exact")
                assert abs(other - float(p)) < 1e-9 + 1e-9 * other, (name, zeros, other, float(p))
                if zeros == "drop":
                    other = from_exact_rank_tests([x for x in d if x])
                    assert abs(other - float(p)) < 1e-9, (name, other, float(p))
            some |= {"p_value": float(p), "exact": True, "cautions": []}
        else:
            r2 = np.array([r for r, _ in ranked]) / 2
            p = 2 * norm.sf(abs(some["w_plus"] - some["w_minus"]) / 2 / np.sqrt(r2 @ r2 / 4))
            assert abs(from_coin(d, zeros, "asymptotic") - p) < 1e-12
            some |= {"p_value": float(p), "exact": False, "cautions": ["approximate"]}
        answers.append((["--zeros", zeros], some))
    write_expected(name, [([], answers[0][1]), *answers])
