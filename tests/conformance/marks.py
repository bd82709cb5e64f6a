#!/usr/bin/env python3
"""Whether the marks of page 1 stay apart without colour: tests/conformance/marks.py <folder>

The folder comes from the report's example `marks`: one folder a place (the chart, the row under its axis or the strip of so many
days) and in it, for each mark, a page with it and the same page without. What the first adds, drawn by poppler in grey at 200 dpi, the resolution of
a fax, is the mark alone. Two marks of one place are apart when, laid over each other as well as can be, at least APART of
the larger one's ink is not in both. `blank` has no ink and every other mark has some. One line per place, then
`N passed, N failed`; exit code 1 if any failed.
"""
import itertools
import pathlib
import sys

from picture import draw

DPI = 200
# What share of the ink two marks may not have in common. A disc and a square of equal width: 0.21.
APART = 0.25
# The ink, of 255, that one point of the picture has to have for a mark to be there.
SEEN = 40


def mark(place, name):
    """Ink that the one page has and the other has not: {(x, y): 1 to 255}, from its corner."""
    ink = {}
    pages = [draw(place / f"{name}.{kind}.pdf", DPI) for kind in ("with", "without")]
    for y, (there, gone) in enumerate(zip(*pages)):
        if there != gone:
            ink |= {(x, y): b - a for x, (a, b) in enumerate(zip(there, gone)) if b > a}
    left, top = (min(at[i] for at in ink) for i in (0, 1)) if ink else (0, 0)
    return {(x - left, y - top): grey for (x, y), grey in ink.items()}


def apart(one, other):
    """The share of the larger mark's ink that is not in both, where they fit best."""
    larger = max(sum(one.values()), sum(other.values()))
    middle = [round(sum(at[i] * grey for at, grey in one.items()) / sum(one.values())
                    - sum(at[i] * grey for at, grey in other.items()) / sum(other.values())) for i in (0, 1)]
    shared = 0
    for dx, dy in itertools.product(range(middle[0] - 2, middle[0] + 3), range(middle[1] - 2, middle[1] + 3)):
        over = sum(min(grey, one.get((x + dx, y + dy), 0)) for (x, y), grey in other.items())
        shared = max(shared, over)
    return 1 - shared / larger


def main(folder):
    passed = failed = 0
    for place in sorted(path for path in pathlib.Path(folder).iterdir() if path.is_dir()):
        marks = {path.name.split(".")[0]: None for path in sorted(place.glob("*.with.pdf"))}
        marks = {name: mark(place, name) for name in marks}
        wrong = [f"{name} leaves no ink" for name, ink in marks.items() if name != "blank" and max(ink.values(), default=0) < SEEN]
        wrong += ["blank leaves ink"] if marks.pop("blank", None) else []
        shares = {pair: apart(marks[pair[0]], marks[pair[1]]) for pair in itertools.combinations(marks, 2)}
        wrong += [f"{a} and {b} differ in {share:.0%} of their ink, {APART:.0%} is the least"
                  for (a, b), share in shares.items() if share < APART]
        nearest = min(shares, key=shares.get, default=())
        nearest = f", the nearest {' and '.join(nearest)} by {shares[nearest]:.0%}" if nearest else ""
        print(f"{'FAIL' if wrong else 'ok'} marks {place.name}: {len(marks)}{nearest}" + "".join(f"\n  {fault}" for fault in wrong))
        passed, failed = passed + (not wrong), failed + bool(wrong)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
