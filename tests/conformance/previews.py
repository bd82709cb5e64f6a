#!/usr/bin/env python3
"""Previews of pages beside the pages of the file: tests/conformance/previews.py <pdf>...

Beside each `X.pdf` stands `X-N.png` for each of its pages. Poppler's `pdftoppm` draws the page as wide as the preview; a point of
one is explained when a small shift of the other would make it, as in picture.py. Two programs fill the edges of letters unlike,
so a place may hold some points that are not; a mark that one of them does not draw, or draws elsewhere, holds more. Of a long
report the first pages are looked at: every kind of mark is there.
`previews.py --faults <pdf>` plants such differences and fails unless each is noticed. Ends with `N passed, N failed`.
"""
import pathlib
import struct
import subprocess
import sys
import tempfile
import re
import zlib

import picture

# Of 255, where letters are filled by two programs.
picture.SLACK = 70
MOST = 12
FINER = 4
PAGES = 5


def decode(path):
    """Rows of a PNG of 8 bits of grey, whatever foretells its points."""
    data = path.read_bytes()
    width, height, depth, colour = struct.unpack(">IIBB", data[16:26])
    assert (depth, colour) == (8, 0), f"{path} is not 8 bits of grey"
    packed, at = b"", 8
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            packed += data[at + 8 : at + 8 + size]
        at += size + 12
    plain = zlib.decompress(packed)
    rows, above = [], bytes(width)
    for y in range(height):
        kind, line = plain[y * (width + 1)], bytearray(plain[y * (width + 1) + 1 : (y + 1) * (width + 1)])
        for x in range(width if kind else 0):
            left, up, corner = (line[x - 1] if x else 0), above[x], (above[x - 1] if x else 0)
            if kind == 1:
                foretold = left
            elif kind == 2:
                foretold = up
            elif kind == 3:
                foretold = (left + up) // 2
            else:
                guess = left + up - corner
                foretold = min((left, up, corner), key=lambda near: abs(guess - near))
            line[x] = (line[x] + foretold) & 255
        above = bytes(line)
        rows.append(above)
    return rows


def drawn(pdf, page, width, height):
    """A page by poppler, as large as the preview. It moves thin lines to whole points, so it draws finer and is averaged."""
    with tempfile.TemporaryDirectory() as folder:
        to = pathlib.Path(folder) / "page"
        size = ["-scale-to-x", str(width * FINER), "-scale-to-y", "-1"]
        subprocess.run(["pdftoppm", "-gray", *size, "-f", str(page), "-l", str(page), "-singlefile", pdf, to], check=True)
        data = to.with_suffix(".pgm").read_bytes()
    head = re.match(rb"P5\s(\d+)\s(\d+)\s255\s", data)
    wide, high, points = int(head.group(1)), int(head.group(2)), data[head.end() :]
    assert wide == width * FINER and abs(high - height * FINER) <= FINER, f"{pdf}: the page is {wide} × {high}"
    rows = []
    for top in range(height):
        lines = [points[y * wide : (y + 1) * wide] for y in range(top * FINER, min((top + 1) * FINER, high))]
        sums = [sum(column) for column in zip(*(line[i::FINER] for line in lines for i in range(FINER)))]
        rows.append(bytes(total // (len(lines) * FINER) for total in sums))
    return rows


def differences(preview, page):
    if (len(preview), len(preview[0])) != (len(page), len(page[0])):
        return [f"{len(preview[0])} × {len(preview)} points, the page {len(page[0])} × {len(page)}"]
    boxes = [box for box in picture.places(picture.unexplained(preview, page)) if box[4] > MOST]
    return [f"{right - left + 1} × {low - top + 1} points at {left}, {top}: {n} differ" for left, top, right, low, n in boxes[:8]]


def faults(pdf):
    found = []
    pdf = pathlib.Path(pdf)
    pictures = sorted(pdf.parent.glob(f"{pdf.stem}-[0-9]*.png"))
    pages = int(re.search(r"Pages:\s+(\d+)", subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout).group(1))
    if len(pictures) != pages:
        found.append(f"{len(pictures)} previews of {pages} pages")
    for path in pictures:
        number = int(path.stem.rsplit("-", 1)[1])
        if number > PAGES:
            continue
        rows = decode(path)
        found += [f"page {number}: {fault}" for fault in differences(rows, drawn(pdf, number, len(rows[0]), len(rows)))]
    return found


def plant(pdf):
    """What a painter may get wrong, drawn into the preview: each must be noticed, and the preview itself must not."""
    path = pathlib.Path(pdf).with_name(f"{pathlib.Path(pdf).stem}-1.png")
    good = decode(path)
    page = drawn(pdf, 1, len(good[0]), len(good))
    dark = [(x, y) for y, row in enumerate(good) for x, grey in enumerate(row) if grey < 60]

    def edited(change):
        rows = [bytearray(row) for row in good]
        change(rows)
        return [bytes(row) for row in rows]

    def without(rows, x0, y0, x1, y1):
        for row in rows[y0:y1]:
            row[x0:x1] = b"\xff" * (x1 - x0)

    middle = dark[len(dark) // 2]
    bold = [i for i, row in enumerate(good) if sum(grey < 200 for grey in row) > 0.8 * len(row) * 180 / 210]
    cases = {
        "a word is missing": lambda rows: without(rows, middle[0] - 15, middle[1] - 8, middle[0] + 25, middle[1] + 8),
        "a rule is missing": lambda rows: without(rows, 0, bold[0] - 2, len(rows[0]), bold[0] + 3),
        "all stands two points lower": lambda rows: rows.__setitem__(slice(None), rows[-2:] + rows[:-2]),
        "a mark too many": lambda rows: [row.__setitem__(slice(30, 36), b"\0" * 6) for row in rows[700:706]],
        "mirrored": lambda rows: [row.reverse() for row in rows],
    }
    wrong = ["the preview itself"] if differences(good, page) else []
    wrong += [name for name, change in cases.items() if not differences(edited(change), page)]
    for name in cases:
        print(f"{'NOT NOTICED' if name in wrong else 'noticed'}: {name}")
    print(f"{len(cases) + 1 - len(wrong)} passed, {len(wrong)} failed")
    return 1 if wrong else 0


def main(paths):
    if paths[:1] == ["--faults"]:
        return plant(paths[1])
    failed = 0
    for path in paths:
        wrong = faults(path)
        failed += bool(wrong)
        print(f"{'FAIL' if wrong else 'ok'} previews {path}" + "".join(f"\n  {fault}" for fault in wrong))
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
