#!/usr/bin/env python3
"""The inks on the pages, read from the bytes of the file: tests/conformance/inks.py <pdf>...

`qpdf` unpacks what each page draws; every drawing operator is followed to the grey it is drawn in. Allowed are black, 60 %
grey, 25 % grey and paper, and for text the first two; no colour, no picture, no shading, no transparency. One line per file,
then `N passed, N failed`; exit code 1 if any failed.
"""
import re
import subprocess
import sys

# 0 is black, 1 is paper.
INKS = {"black": 0.0, "60 % grey": 0.4, "25 % grey": 0.75, "paper": 1.0}
# 25 % of 255 is no whole number.
NEAR = 0.003
TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|<<.*?>>|<[^>]*>|\[[^\]]*\]|[^\s\[\]()<>]+", re.S)
FILLS, STROKES, TEXT = {"f", "F", "f*"}, {"S", "s"}, {"Tj", "TJ", "'", '"'}
BOTH = {"B", "B*", "b", "b*"}
NOT_GREY = {"rg", "RG", "k", "K", "sh", "Do", "BI"}


def unpacked(path):
    """The file with nothing packed, as bytes."""
    done = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, "-"], capture_output=True)
    if done.returncode not in (0, 3):
        raise ValueError("not a PDF that qpdf can read")
    return done.stdout


def pages(file):
    """What each page draws, in order."""
    return re.findall(rb"%% Contents for page \d+\n(?:%%[^\n]*\n)*\d+ 0 obj\n.*?\nstream\n(.*?)\nendstream", file, re.S)


def grey(operands):
    return float(operands[0]) if len(operands) == 1 and re.fullmatch(rb"[\d.]+", operands[0]) else None


def ink(value):
    return next((name for name, of in INKS.items() if value is not None and abs(of - value) <= NEAR), None)


def drawn(content):
    """(operator, ink or a sentence) for everything that is drawn."""
    fill = stroke = 0.0
    kept, operands = [], []
    for token in TOKEN.findall(content):
        name = token.decode("latin-1")
        if re.match(r"[-+.\d/\[(<]", name):
            operands.append(token)
            continue
        if name == "q":
            kept.append((fill, stroke))
        elif name == "Q":
            fill, stroke = kept.pop()
        elif name in ("g", "sc", "scn"):
            fill = grey(operands)
        elif name in ("G", "SC", "SCN"):
            stroke = grey(operands)
        elif name in TEXT:
            yield "text", fill
        elif name in NOT_GREY:
            yield name, None
        if name in FILLS | BOTH:
            yield "fill", fill
        if name in STROKES | BOTH:
            yield "line", stroke
        operands = []


def faults(path):
    try:
        file = unpacked(path)
    except ValueError as error:
        return [str(error)]
    found, count = set(), 0
    if re.search(rb"/(ca|CA) 0?\.\d", file):
        found.add("something is drawn half transparent")
    for number, content in enumerate(pages(file), 1):
        for what, value in drawn(content):
            count += 1
            name = ink(value)
            if name is None:
                found.add(f"page {number}: {what} in {'no grey' if value is None else f'grey {value}'}, which is no ink")
            elif what == "text" and name not in ("black", "60 % grey"):
                found.add(f"page {number}: text in {name}")
    if count < 20:
        found.add("hardly anything is drawn")
    return sorted(found)


def main(paths):
    failed = 0
    for path in paths:
        wrong = faults(path)
        failed += bool(wrong)
        print(f"{'FAIL' if wrong else 'ok'} inks {path}" + "".join(f"\n  {fault}" for fault in wrong))
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
