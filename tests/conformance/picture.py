#!/usr/bin/env python3
"""Page 1 beside the picture kept of it: tests/conformance/picture.py <golden.png> <pdf>...

Poppler's `pdftoppm` draws the page in grey at 100 dpi. A point of one picture is explained when a shift of the other by at most
SHIFT points in any direction, give or take SLACK, would make it. What another version of the renderer does to an edge is
explained so, but for a few points here and there; a mark that moved, a line that went and letters of another size leave many
in one place. One line per file with what differs and where, then `N passed, N failed`; exit code 1 if any failed.
`picture.py --renew <golden.png> <pdf>` keeps today's page.
"""
import html
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import zlib

DPI = 100
# Of 255. The palest ink is 64 away from paper; a line of the grid in it, between two rows of points, is 25 away.
SLACK = 18
# At 1, the dashes of a line would explain its gaps.
SHIFT = 0.8
# Points that are this near belong to one place, and how many of them may be unexplained there. Poppler of 2021 with the font
# renderer of its day leaves 6 in the worst place; the smallest mark has 9.
NEAR, MOST = 4, 7


def draw(pdf, dpi=DPI):
    """Page 1 as rows of grey, 0 black to 255 white."""
    with tempfile.TemporaryDirectory() as folder:
        to = pathlib.Path(folder) / "page"
        subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "-f", "1", "-singlefile", pdf, to], check=True)
        data = to.with_suffix(".pgm").read_bytes()
    # "P5", width, height, 255, then the points.
    head = re.match(rb"P5\s(\d+)\s(\d+)\s255\s", data)
    width, points = int(head.group(1)), data[head.end() :]
    return [points[at : at + width] for at in range(0, len(points), width)]


def read(path):
    """The rows of a picture that `write` wrote: grey, nothing foretold."""
    data = path.read_bytes()
    width, height, depth, colour = struct.unpack(">IIBB", data[16:26])
    packed, at = b"", 8
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            packed += data[at + 8 : at + 8 + size]
        at += size + 12
    plain = zlib.decompress(packed)
    rows = [plain[at : at + width + 1] for at in range(0, len(plain), width + 1)]
    if (depth, colour, len(rows)) != (8, 0, height) or any(row[0] for row in rows):
        raise SystemExit(f"{path} is not as this program writes pictures: tests/run picture makes it anew")
    return [row[1:] for row in rows]


def write(path, rows, channels):
    """A PNG of rows of grey, or of red, green and blue."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", len(rows[0]) // channels, len(rows), 8, channels - 1, 0, 0, 0)
    packed = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b""))


def around(rows, y, of):
    """The darkest or lightest of each point of a row and its eight neighbours."""
    near = [rows[max(0, y - 1)], rows[y], rows[min(len(rows) - 1, y + 1)]]
    row = bytes(map(of, *near))
    return bytes(map(of, row, row[1:] + row[-1:], row[:1] + row[:-1]))


def unexplained(golden, today):
    """Points of either picture that the other does not explain."""
    found = set()
    for y in range(len(golden)):
        if golden[y] == today[y]:
            continue
        for these, those in [(golden, today), (today, golden)]:
            near = zip(these[y], those[y], around(those, y, min), around(those, y, max))
            for x, (grey, there, low, high) in enumerate(near):
                if not SHIFT * (low - there) - SLACK <= grey - there <= SHIFT * (high - there) + SLACK:
                    found.add((x, y))
    return found


def places(points):
    """Boxes around points that are near each other: left, top, right, bottom, in points of the picture."""
    cells = {}
    for x, y in points:
        cells.setdefault((x // NEAR, y // NEAR), []).append((x, y))
    boxes = []
    while cells:
        group, todo = [], [next(iter(cells))]
        while todo:
            cell = todo.pop()
            group += cells.pop(cell, [])
            todo += [near for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (near := (cell[0] + dx, cell[1] + dy)) in cells]
        if group:
            xs, ys = zip(*group)
            boxes.append((min(xs), min(ys), max(xs), max(ys), len(group)))
    return sorted(boxes, key=lambda box: -box[4])


def words(pdf):
    """Words of page 1 and their boxes, in points of the picture."""
    command = ["pdftotext", "-l", "1", "-bbox", pdf, "-"]
    text = subprocess.run(command, capture_output=True, text=True, errors="replace").stdout
    pattern = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    return [([float(n) * DPI / 72 for n in box], html.unescape(word)) for *box, word in re.findall(pattern, text)]


def said(box, known):
    """A place on the sheet, in words: where, how large, and beside which words."""
    left, top, right, bottom, size = box
    mm = [round(n * 25.4 / DPI) for n in (left, top, right + 1, bottom + 1)]

    def away(where):
        return max(where[0] - right, left - where[2], 0) + max(where[1] - bottom, top - where[3], 0)

    near = sorted(known, key=lambda word: away(word[0]))[:6]
    near = " ".join(word for _, word in sorted(near, key=lambda word: (round(word[0][1]), word[0][0])))
    return f"{mm[0]}–{mm[2]} mm from the left, {mm[1]}–{mm[3]} mm from the top, {size} points, near “{near}”"


def shown(golden, today):
    """Both pictures in one: what went is red, what came is blue, the rest grey."""
    rows = []
    for before, after in zip(golden, today):
        row = bytearray(3 * len(before))
        row[0::3], row[1::3], row[2::3] = after, bytes(map(min, before, after)), before
        rows.append(bytes(row))
    return rows


def faults(kept, pdf):
    golden, today = read(kept), draw(pdf)
    size = [(len(rows[0]), len(rows)) for rows in (golden, today)]
    if size[0] != size[1]:
        return [f"the page has {size[1][0]} × {size[1][1]} points, the picture kept {size[0][0]} × {size[0][1]}"]
    boxes = [box for box in places(unexplained(golden, today)) if box[4] > MOST]
    if not boxes:
        return []
    picture = pathlib.Path(tempfile.mkdtemp(prefix="tidemark-page-")) / f"{pathlib.Path(pdf).stem}.png"
    write(picture, shown(golden, today), channels=3)
    known = words(pdf)
    return [f"differs from {kept} in {len(boxes)} places"] + [said(box, known) for box in boxes[:8]] + [
        f"both in one, what went red, what came blue: {picture}",
        "if the page is meant to look like this, and you have looked: tests/run picture keeps it",
    ]


def main(kept, *pdfs):
    if kept == "--renew":
        kept, pdf = pdfs
        write(pathlib.Path(kept), draw(pdf), channels=1)
        return 0
    failed = 0
    for pdf in pdfs:
        wrong = faults(pathlib.Path(kept), pdf)
        failed += bool(wrong)
        print(f"{'FAIL' if wrong else 'ok'} picture {pdf}" + "".join(f"\n  {fault}" for fault in wrong))
    print(f"{len(pdfs) - failed} passed, {failed} failed")
    return 1 if failed or not pdfs else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
