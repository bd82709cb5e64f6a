"""All Walsh averages, sorted; k by R psignrank."""
import sys
sys.path.insert(0, "..")
from cases import *

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
        k, p = r(f'a<-{(1 - level) / 2!r}*(1+1e-12);w<-qsignrank(a,{n});while(psignrank(w,{n})>a)w<-w-1;while(psignrank(w+1,{n})<=a)w<-w+1;'
                 f'cat(jsonlite::toJSON(c(w,psignrank(w,{n})),digits=I(17)))')
        k = int(k) + 1
        answers.append((options, common | {"ci_low": float(walsh[k - 1]), "ci_high": float(walsh[-k]), "achieved_level": 1 - 2 * p}))
    write_expected(name, answers)
