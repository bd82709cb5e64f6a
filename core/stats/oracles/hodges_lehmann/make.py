"""All Walsh averages, sorted; k by R psignrank, beyond its reach by adding one rank at a time to the distribution."""
import sys
sys.path.insert(0, "..")
from cases import *


def last_within(n, bound):
    """Largest w with P(W <= w) <= bound, and that probability."""
    if n <= 1000:
        w, p = r(f'a<-{bound!r}*(1+1e-12);w<-qsignrank(a,{n});while(psignrank(w,{n})>a)w<-w-1;while(psignrank(w+1,{n})<=a)w<-w+1;'
                 f'cat(jsonlite::toJSON(c(w,psignrank(w,{n})),digits=I(17)))')
        return int(w), p
    # R counts up to 2^n: infinite from n = 1,024 on, where psignrank is NaN and qsignrank never returns.
    share = np.zeros(n * (n + 1) // 2 + 1)
    share[0] = 1.0
    for rank in range(1, n + 1):
        reached = rank * (rank + 1) // 2 + 1
        share[rank:reached] += share[:reached - rank].copy()
        share[:reached] *= 0.5
    total = np.cumsum(share)
    w = int(np.searchsorted(total, bound * (1 + 1e-12), side="right")) - 1
    return w, float(total[w])


for name, pairs in pair_cases().items():
    write_pairs(name, pairs)
    full = complete(pairs)
    d = np.array([round(a - b, 9) for b, a in full])
    n = len(d)
    i, j = np.triu_indices(n)
    walsh = np.sort((d[i] + d[j]) / 2)
    common = {"n": n, "n_missing": len(pairs) - n, "estimate": float(np.median(walsh))}
    answers = []
    for options, level, need in [([], .95, 6), (["--level", "0.99"], .99, 8), (["--level", "0.8"], .8, 6)]:
        if n < need:
            answers.append((options, common | {"ci_low": None, "ci_high": None, "achieved_level": None,
                                               "refused": {"reason": "too_few", "have": n, "need": need}}))
            continue
        w, p = last_within(n, (1 - level) / 2)
        k = w + 1
        answers.append((options, common | {"ci_low": float(walsh[k - 1]), "ci_high": float(walsh[-k]), "achieved_level": 1 - 2 * p}))
    write_expected(name, answers)
