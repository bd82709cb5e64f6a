"""statsmodels UnobservedComponents("local level"), likelihood re-maximised over the ratio of the variances."""
import sys, warnings
sys.path.insert(0, "..")
from cases import *
from scipy.optimize import minimize_scalar
from statsmodels.tsa.statespace.structural import UnobservedComponents
warnings.simplefilter("ignore")

NILE = [1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759,
        781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
        744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740]
cases = {"nile": (list(range(100)), [float(v) for v in NILE]), "plain_40": diary(71, 40, 0.8), "gaps_50": diary(72, 50, 0.8, keep=0.6),
         "weekly_15": ([7 * i for i in range(15)], diary(73, 15, 0.7)[1]), "noise_40": diary(74, 40, -0.4), "wander_60": diary(75, 60, 0.97, grid=0.1),
         "four": ([0, 1, 2, 5], [3.0, 4.0, 3.0, 6.0]), "two": ([0, 3], [3.0, 4.0]), "flat": ([0, 1, 2, 3], [5.0] * 4)}
for name, (days, values) in cases.items():
    write_series(name, days, values)
    common = {"n": len(values), "n_missing": 0}
    if name in ("two", "flat"):
        reason = {"reason": "too_few", "have": 2, "need": 3} if name == "two" else {"reason": "no_variation"}
        write_expected(name, [([], common | {"variance_observation": None, "variance_level": None, "log_likelihood": None, "refused": reason})])
        continue
    grid = np.full(days[-1] + 1, np.nan)
    grid[days] = values
    model = UnobservedComponents(grid, "local level", use_exact_diffuse=True)
    # Exact diffuse start counts -0.5*ln(2*pi) for the first entry; the definition leaves that entry out.
    ll = lambda irregular, level: model.loglike([irregular, level], transformed=True) + .5 * np.log(2 * np.pi)
    top = lambda share: minimize_scalar(lambda s: -ll(np.exp(s) * (1 - share), np.exp(s) * share), bracket=(-1, 1), tol=1e-12)
    logistic = lambda x: 1 / (1 + np.exp(-x))
    value = lambda x: top(logistic(x)).fun
    coarse = min(np.arange(-16, 16.5, 1.0), key=value)
    fine = minimize_scalar(value, bounds=(coarse - 1, coarse + 1), method="bounded", options={"xatol": 1e-9})
    share = logistic(fine.x)
    for bound in (0.0, 1.0):
        if top(bound).fun <= fine.fun + 1e-8:
            share = bound
    best = top(share)
    observation, level = np.exp(best.x) * (1 - share), np.exp(best.x) * share
    smooth = model.smooth([observation, level], transformed=True)
    rows = [{"date": (FIRST + datetime.timedelta(i)).isoformat(), "level": float(smooth.smoothed_state[0, i]),
             "se": float(np.sqrt(max(0.0, smooth.smoothed_state_cov[0, 0, i])))} for i in range(len(grid))]
    expected = common | {"variance_observation": float(observation), "variance_level": float(level), "log_likelihood": float(-best.fun), "smoothed": rows}
    if share in (0.0, 1.0):
        expected["cautions"] = ["variance_at_bound"]
    write_expected(name, [([], expected)])
