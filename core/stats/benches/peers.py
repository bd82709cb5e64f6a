"""Times every method beside the programs that people use for it, in one run, and prints one Markdown table.

    python core/stats/benches/peers.py [WORD in the method's or the peer's name]…

Needs numpy, scipy, statsmodels, pymannkendall, ruptures (tests/oracles/requirements.txt) and cargo. The diary of each size is
made by `peers/`, from a seed, as files; both sides read them. Each row times the peer and, right after it, ours: the
median of the processor's seconds over several calls, on one thread. A call that would take over a minute, by the growth up to
the size before, is not made, and the row says so.
"""
import os

# One thread each, and numpy's own choice of kernels: where these two name an older one, they slow it down.
for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
    os.environ.pop(name, None)
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import json, math, pathlib, platform, statistics, subprocess, sys, tempfile, time, warnings
from dataclasses import dataclass
from importlib.metadata import version
from typing import Callable

import numpy as np
import pymannkendall
import ruptures
import statsmodels.api as sm
from scipy import stats
from statsmodels.nonparametric.smoothers_lowess import lowess
from statsmodels.tsa.stattools import acf

HERE = pathlib.Path(__file__).resolve().parent
SIZES = (365, 3_650, 36_500)
# A size that nobody asked for, timed so that there is a growth to foretell the next one by.
PILOT = 91
LONGEST, BUDGET = 60.0, 2.0
MEMORY = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2


class Diary:
    """The numbers of one size, as the peers take them."""

    def __init__(self, folder, n):
        self.n, self.folder = n, folder
        self.day, self.value, self.session = np.loadtxt(folder / f"{n}.series.csv", delimiter=",", skiprows=1, unpack=True)
        self.before, self.after = np.loadtxt(folder / f"{n}.pairs.csv", delimiter=",", skiprows=1, unpack=True)
        # As `methods/diary.rs` makes them.
        self.p = np.modf(np.arange(1, n + 1) * 0.618033988749895)[0] ** 2
        self.difference = self.after - self.before
        self.line = sm.add_constant(self.day)


@dataclass
class Peer:
    """A method of ours, a function of somebody else's that answers the same question, and the ratio asked for."""

    method: str
    name: str
    # Seconds of theirs over seconds of ours that the engine is held to: 10 for interpreted peers, 1 for compiled ones.
    bar: int
    call: Callable | str
    remark: str = ""
    sizes: tuple = SIZES
    # Bytes that a call allocates, where it is what forbids one.
    memory: Callable = lambda n: 0


INTERPRETED, COMPILED = 10, 1


class R(str):
    """A peer in R: an expression over the data frame `o` with `day` and `value`."""

    def seconds(self, folder, n):
        script = (f"suppressMessages(library(nlme)); o <- read.csv('{folder}/{n}.series.csv'); f <- function() {self};"
                  "once <- function() sum(system.time(f())[c('user.self', 'sys.self')]);"
                  "first <- once(); cat(if (first > 5) first else median(replicate(3, once())))")
        try:
            done = subprocess.run(["Rscript", "--vanilla", "-e", script], capture_output=True, text=True)
        except FileNotFoundError:
            return None
        # A clock of milliseconds: a call too short for it counts as one.
        return max(float(done.stdout), 1e-3) if done.returncode == 0 else None


def hac(diary):
    lags = int(4 * (diary.n / 100) ** (2 / 9))
    return sm.OLS(diary.value, diary.line).fit(cov_type="HAC", cov_kwds={"maxlags": lags}).conf_int()


def lags(diary):
    return int(10 * math.log10(diary.n))


def penalty(diary):
    """The usual one of `change-points`, so that both sides have the same work."""
    steps = np.diff(diary.value)
    phi = np.clip(1 + 2 * np.corrcoef(steps[1:], steps[:-1])[0, 1], 0, 0.9)
    return np.mean(steps**2) / (1 - phi) * math.log(diary.n) * (1 + phi) / (1 - phi)


def effect(diary, lag):
    """Rating `lag` days after t, on the rating of the day before and whether t had a session."""
    n = diary.n
    rows = np.column_stack([np.ones(n - 1 - lag), diary.session[1:n - lag], diary.value[:n - 1 - lag]])
    return diary.value[1 + lag:], rows


def events(diary):
    """Rating on the number of sessions at each lag from -2 to 3."""
    session, n = diary.session, diary.n
    at = lambda lag: np.concatenate([np.zeros(max(0, lag)), session[max(0, -lag):n - max(0, lag)], np.zeros(max(0, -lag))])
    return diary.value, np.column_stack([np.ones(n)] + [at(lag) for lag in range(-2, 4)])


def arima(outcome, rows):
    return sm.tsa.SARIMAX(outcome, exog=rows, order=(1, 0, 0)).fit(disp=False).conf_int()


def flips(diary):
    mean = lambda x, axis: np.mean(x, axis=axis)
    return stats.permutation_test((diary.difference,), mean, permutation_type="samples", n_resamples=9_999,
                                  vectorized=True, batch=max(1, 2_000_000 // diary.n), random_state=1)


PEERS = [
    Peer("paired-mean", "scipy ttest_rel, interval", COMPILED,
         lambda d: stats.ttest_rel(d.after, d.before).confidence_interval()),
    Peer("paired-mean", "anofox t_test", COMPILED, "t_test"),
    Peer("sign-flip", "scipy permutation_test, 9,999 draws", INTERPRETED, flips,
         "ours exact up to 5,000 differences, Student's t above"),
    Peer("hodges-lehmann", "anofox wilcoxon_signed_rank, interval", COMPILED, "wilcoxon_signed_rank with interval",
         "theirs approximate, by root finding; ours the exact order statistics"),
    Peer("median", "numpy median", COMPILED, lambda d: np.median(d.value)),
    Peer("wilcoxon", "scipy wilcoxon, exact", INTERPRETED,
         lambda d: stats.wilcoxon(d.difference, zero_method="pratt", method="exact"),
         "ours exact, ties and all, up to 300 differences; approximate above"),
    Peer("wilcoxon", "scipy wilcoxon, asymptotic", COMPILED,
         lambda d: stats.wilcoxon(d.difference, zero_method="pratt", method="asymptotic", correction=True),
         sizes=SIZES[1:]),
    Peer("wilcoxon", "anofox wilcoxon_signed_rank", COMPILED, "wilcoxon_signed_rank", sizes=SIZES[1:]),
    Peer("tau-b", "scipy kendalltau", COMPILED, lambda d: stats.kendalltau(d.day, d.value)),
    Peer("tau-b", "anofox kendall", COMPILED, "kendall"),
    Peer("mann-kendall --variance independent", "pymannkendall original_test", INTERPRETED,
         lambda d: pymannkendall.original_test(d.value), memory=lambda n: 8 * n * n),
    Peer("mann-kendall --variance hamed-rao", "pymannkendall hamed_rao", INTERPRETED,
         lambda d: pymannkendall.hamed_rao_modification_test(d.value), memory=lambda n: 8 * n * n),
    Peer("theil-sen", "scipy theilslopes", INTERPRETED, lambda d: stats.theilslopes(d.value, d.day, 0.95),
         memory=lambda n: 24 * n * n),
    Peer("seasonal-kendall", "pymannkendall seasonal_test", INTERPRETED,
         lambda d: pymannkendall.seasonal_test(d.value, period=7)),
    Peer("nap", "scipy mannwhitneyu", COMPILED,
         lambda d: stats.mannwhitneyu(d.value[d.n // 2:], d.value[:d.n // 2], method="asymptotic"), "ours with an interval"),
    Peer("nap", "anofox mann_whitney_u", COMPILED, "mann_whitney_u", "ours with an interval"),
    Peer("gls-trend", "statsmodels OLS, HAC", COMPILED, hac, "theirs without autocorrelation in the model"),
    Peer("gls-trend", "statsmodels GLSAR", INTERPRETED,
         lambda d: sm.GLSAR(d.value, d.line, rho=1).iterative_fit().conf_int(), "theirs three iterations, not REML"),
    Peer("gls-trend", "statsmodels SARIMAX(1,0,0)", INTERPRETED,
         lambda d: arima(d.value, d.line)),
    Peer("gls-trend", "R nlme gls, corCAR1, REML", INTERPRETED,
         R('gls(value ~ day, o, correlation = corCAR1(0.5, form = ~ day), method = "REML")'), "the same answer"),
    Peer("session-effect", "statsmodels OLS", COMPILED, lambda d: sm.OLS(*effect(d, 0)).fit().conf_int()),
    Peer("session-effect --outcome-lag 1", "statsmodels SARIMAX(1,0,0)", INTERPRETED, lambda d: arima(*effect(d, 1))),
    Peer("event-study", "statsmodels SARIMAX(1,0,0)", INTERPRETED, lambda d: arima(*events(d))),
    Peer("autocorrelation", "statsmodels acf, qstat", COMPILED,
         lambda d: acf(d.value, nlags=lags(d), fft=True, qstat=True)),
    Peer("autocorrelation", "anofox acf, ljung_box", COMPILED, "acf, ljung_box"),
    Peer("change-points", "ruptures KernelCPD linear", COMPILED,
         lambda d: ruptures.KernelCPD(kernel="linear", min_size=7).fit(d.value).predict(pen=penalty(d))),
    Peer("change-points", "ruptures Pelt l2", INTERPRETED,
         lambda d: ruptures.Pelt(model="l2", min_size=7, jump=1).fit(d.value).predict(pen=penalty(d))),
    Peer("lowess", "statsmodels lowess", COMPILED,
         lambda d: lowess(d.value, d.day, frac=2 / 3, it=3, delta=0.01 * (d.n - 1))),
    Peer("benjamini-hochberg", "scipy false_discovery_control", COMPILED, lambda d: stats.false_discovery_control(d.p)),
    Peer("benjamini-hochberg", "anofox p_adjust", COMPILED, "p_adjust"),
    Peer("local-level", "statsmodels UnobservedComponents", INTERPRETED,
         lambda d: sm.tsa.UnobservedComponents(d.value, level="local level").fit(disp=False).smoothed_state),
]


def once(call):
    begun = time.process_time()
    call()
    return time.process_time() - begun


def seconds(call):
    """Median of the processor's seconds a call: 3 to 31 samples, a single one where it takes over five seconds."""
    first = once(call)
    if first > 5:
        return first
    one = max(once(call), 1e-6)
    repeats = max(1, math.ceil(2e-3 / one))
    samples = int(min(31, max(3, BUDGET / (one * repeats))))
    return statistics.median(once(lambda: [call() for _ in range(repeats)]) / repeats for _ in range(samples))


class Ours:
    """The compiled side: answers a line of JSON to a line."""

    def __init__(self, folder):
        target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", HERE.parents[2] / "target")) / "peers"
        subprocess.run(["cargo", "build", "--quiet", "--release", "--locked", "--manifest-path", HERE / "peers/Cargo.toml",
                        "--target-dir", target], check=True)
        self.program = subprocess.Popen([target / "release/tidemark-peers", folder], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)

    def ask(self, line):
        print(line, file=self.program.stdin, flush=True)
        answer = self.program.stdout.readline()
        if not answer:
            raise RuntimeError(f"the compiled side ended at: {line}")
        return json.loads(answer)

    def seconds(self, whose, what, n):
        return self.ask(f"time {whose} {what} {n}").get("seconds")


def foretold(taken, n):
    """Seconds at n by the growth between the two largest sizes so far; none so far: none."""
    if len(taken) < 2:
        return None
    (n1, t1), (n2, t2) = sorted(taken.items())[-2:]
    power = max(1.0, math.log(t2 / t1) / math.log(n2 / n1))
    return t2 * (n / n2) ** power


def shown(seconds):
    for unit, size in (("s", 1), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            break
    number = seconds / size
    return f"{number:.{0 if number >= 100 else 1 if number >= 10 else 2}f} {unit}"


def long(seconds):
    return f"{seconds / 3600:.1f} h" if seconds > 5_400 else f"{seconds / 60:.0f} min" if seconds > 120 else f"{seconds:.0f} s"


def rows(peer, diaries, ours, missed):
    """One row a size."""
    taken = {}
    for n in (PILOT, *peer.sizes):
        diary = diaries[n]
        guess = foretold(taken, n)
        theirs, why = None, None
        if peer.memory(n) > MEMORY:
            why = f"not run (would need {peer.memory(n) / 1e9:.0f} GB)"
        elif guess and guess > LONGEST:
            why = f"not run (would take about {long(guess)})"
            taken[n] = guess
        elif isinstance(peer.call, R):
            theirs = peer.call.seconds(diary.folder, n)
            why = "not run (Rscript or the package is missing)"
        elif isinstance(peer.call, str):
            theirs = ours.seconds("anofox", peer.call, n)
        else:
            theirs = seconds(lambda: peer.call(diary))
        if theirs:
            taken[n] = theirs
        if n == PILOT:
            continue
        mine = ours.seconds("tidemark", peer.method, n)
        ratio, verdict = "–", ""
        if mine and theirs:
            times = theirs / mine
            ratio = f"{times:,.0f}" if times >= 10 else f"{times:.1f}"
            if times < peer.bar:
                verdict = f"**under {peer.bar}**"
                missed.append(f"{peer.method}, {peer.name}, n = {n:,}: {times:.2f} times where {peer.bar} is asked")
        row = (f"`{peer.method}`", peer.name, f"{n:,}", shown(theirs) if theirs else why, shown(mine) if mine else "not there",
               ratio, " ".join(filter(None, (verdict, peer.remark))))
        print("| " + " | ".join(row) + " |", flush=True)


def main(words):
    warnings.simplefilter("ignore")
    chosen = [peer for peer in PEERS if not words or any(word in f"{peer.method} {peer.name}" for word in words)]
    packages = ", ".join(f"{name} {version(name)}" for name in ("numpy", "scipy", "statsmodels", "pymannkendall", "ruptures"))
    print(f"Python {platform.python_version()}, {packages}; anofox-statistics {anofox_version()}; {kernel()}\n")
    with tempfile.TemporaryDirectory() as folder:
        ours = Ours(folder)
        diaries = {}
        for n in {PILOT, *(n for peer in chosen for n in peer.sizes)}:
            ours.ask(f"data {n}")
            diaries[n] = Diary(pathlib.Path(folder), n)
        print("| method | peer | n | theirs | ours | theirs / ours | remark |\n|---|---|---:|---:|---:|---:|---|")
        missed = []
        for peer in chosen:
            rows(peer, diaries, ours, missed)
        print("\nBars missed (10 times interpreted peers, never slower than compiled ones):", *(missed or ["none"]), sep="\n- ")


def anofox_version():
    lock = (HERE / "peers/Cargo.lock").read_text()
    return lock.split('name = "anofox-statistics"\nversion = "')[1].split('"')[0]


def kernel():
    try:
        from threadpoolctl import threadpool_info
    except ImportError:
        return "BLAS kernel unknown (no threadpoolctl)"
    return "BLAS kernel " + "/".join(sorted({pool.get("architecture", "?") for pool in threadpool_info()}))


if __name__ == "__main__":
    main(sys.argv[1:])
