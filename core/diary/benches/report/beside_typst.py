#!/usr/bin/env python3
"""The report beside Typst, in one run, as one Markdown table: core/diary/benches/report/beside_typst.py

Both make the same report: the same words, tables, points and fonts, archival and tagged (PDF/A-2a and PDF/UA-1); `typst.rs`
writes it as Typst source. Each run changes every word and value, so that nothing is remembered, and times Typst right after
ours; medians. Needs cargo and Python 3.11 with venv; the package goes into a folder outside the tree, once.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

TYPST = "0.15.2"
HERE = pathlib.Path(__file__).resolve().parent
FONTS = HERE.parents[2] / "report/fonts"
STANDARDS = ["a-2a", "ua-1"]


def inside_its_folder():
    """Starts again with the Python of a folder that has Typst."""
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache"))
    venv = cache / f"tidemark/typst-{TYPST}"
    if pathlib.Path(sys.prefix) == venv:
        return
    if not (venv / "done").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", venv], check=True)
        pip = [venv / "bin/pip", "install", "--quiet", "--disable-pip-version-check", f"typst=={TYPST}"]
        subprocess.run(pip, check=True)
        (venv / "done").touch()
    os.execv(venv / "bin/python", [venv / "bin/python", __file__, *sys.argv[1:]])


def harness():
    """Builds our side and returns where it is."""
    build = ["cargo", "bench", "--locked", "-p", "tidemark", "--bench", "report", "--no-run", "--message-format=json"]
    done = subprocess.run(build, cwd=HERE, check=True, stdout=subprocess.PIPE, text=True)
    said = [json.loads(line) for line in done.stdout.splitlines()]
    return [one["executable"] for one in said if one.get("target", {}).get("name") == "report" and one.get("executable")][0]


def compiler(folder):
    import typst

    return typst.Compiler(root=folder, font_paths=[FONTS], ignore_system_fonts=True)


def timed(maker, source):
    """Seconds of processor and of the clock that Typst takes for a file, and the bytes it made."""
    worked, begun = time.process_time(), time.perf_counter()
    made = maker.compile(input=source, format="pdf", pdf_standards=STANDARDS)
    return time.process_time() - worked, time.perf_counter() - begun, made


def pages(made, folder):
    file = folder / "typst.pdf"
    file.write_bytes(made)
    said = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    return int(next(line for line in said.splitlines() if line.startswith("Pages")).split()[1])


def first(source):
    """What a new process prints of its first compilation; the import of the library is not counted."""
    maker = compiler(str(pathlib.Path(source).parent))
    before = time.process_time(), time.perf_counter()
    timed(maker, source)
    took = time.process_time() - before[0], time.perf_counter() - before[1]
    peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
    print(*took, int(peak.split()[1]))


def row(name, ours, theirs, extra=""):
    def ms(runs, at):
        return statistics.median(run[at] for run in runs) * 1e3

    worked, clock = [f"{ms(theirs, at):.3g} / {ms(ours, at):.3g} = {ms(theirs, at) / ms(ours, at):.1f}" for at in (0, 1)]
    print(f"| {name} | {worked} | {clock} | {extra} |", flush=True)


def main():
    bench = harness()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        maker = compiler(str(folder))
        ours = subprocess.Popen([bench, "beside", folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        print("| Typst / ours = times as long | processor, ms | clock, ms | pages, peak MiB |")
        print("|---|---:|---:|---|")
        for what, name, runs in [("pages", "four pages, warm", 21), ("decades", "20 years, warm", 5)]:
            took = {"ours": [], "theirs": []}
            for run in range(-3, runs):
                # The first three warm both up.
                print(what, run + 4, file=ours.stdin, flush=True)
                *seconds, sheets = ours.stdout.readline().split()
                *compiled, made = timed(maker, str(folder / f"{what}-{run + 4}.typ"))
                if run >= 0:
                    took["ours"].append([float(second) for second in seconds])
                    took["theirs"].append(compiled)
            row(name, took["ours"], took["theirs"], f"{pages(made, folder)} / {sheets} pages")
        ours.stdin.close()
        ours.wait()

        took = {"ours": [], "theirs": []}
        for _ in range(11):
            said = subprocess.run([bench, "first", "pages", folder], capture_output=True, text=True, check=True).stdout
            clock, worked, peak = said.split()
            took["ours"].append([int(worked) / 1e9, int(clock) / 1e9, int(peak)])
            again = [sys.executable, HERE / "beside_typst.py", "first", folder / "pages-1.typ"]
            said = subprocess.run(again, capture_output=True, text=True, check=True).stdout
            took["theirs"].append([float(word) for word in said.split()])
        peaks = [statistics.median(run[2] for run in took[side]) / 1024 for side in ("theirs", "ours")]
        row("four pages, first in its process", took["ours"], took["theirs"], f"{peaks[0]:.0f} / {peaks[1]:.0f} MiB")
    print("Python's own 10 MiB are in Typst's peak.")


if __name__ == "__main__":
    inside_its_folder()
    first(sys.argv[2]) if sys.argv[1:2] == ["first"] else main()
