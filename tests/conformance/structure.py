#!/usr/bin/env python3
"""What veraPDF cannot see in the tag tree: tests/conformance/structure.py [--sheets] <pdf>...

With poppler's `pdfinfo` and `pdftotext`, which this project did not write: one title first, a heading at the start of each
part, header cells in the first row and the first column of every table, and headings in the same order for a screen reader
as for the eye. With --sheets the pages beside the report: no tables needed, and headings of page 1 from one on. One line per file, then `N passed, N failed`; exit code 1 if any failed.
"""
import html
import re
import subprocess
import sys


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    return done.stdout if done.returncode == 0 else ""


def tree(path):
    """(depth, role, text) of every line of the tag tree; attributes and titles are left out."""
    nodes = []
    for line in run("pdfinfo", "-struct-text", path).split("\n"):
        # A title beyond Latin stands there as the bytes of the file, whatever they are; the text under it is decoded.
        found = re.match(r'^( *)(?:"(.*)"|([A-Za-z0-9]+):?(?: ".*| \((?:block|inline)\):?)?)\s*$', line, re.S)
        if found and not line.strip().startswith("/"):
            nodes.append((len(found.group(1)) // 2, found.group(3) or "text", found.group(2) or ""))
    return nodes


def said(nodes, at):
    """All text under a node."""
    texts = []
    for depth, role, text in nodes[at + 1 :]:
        if depth <= nodes[at][0]:
            break
        if role == "text":
            texts.append(text)
    return " ".join(texts)


def letters(text):
    """Without spaces and marks of direction: poppler puts some in that are not in the file."""
    return re.sub(r"[\s\u200e\u200f\u2066-\u2069]+", "", text)


def children(nodes, at):
    depth = nodes[at][0]
    for i in range(at + 1, len(nodes)):
        if nodes[i][0] <= depth:
            return
        if nodes[i][0] == depth + 1:
            yield i


def lines(path):
    """Where each line of page 1 stands, from the top and then from the left, in points."""
    page = run("pdftotext", "-l", "1", "-bbox-layout", path, "-")
    seen = {}
    for x, y, inner in re.findall(r'<line xMin="([0-9.]+)" yMin="([0-9.]+)"[^>]*>(.*?)</line>', page, re.S):
        text = html.unescape(" ".join(re.findall(r"<word[^>]*>(.*?)</word>", inner, re.S)))
        seen.setdefault(letters(text), (round(float(y)), float(x)))
    return seen


def faults(path, least):
    nodes = tree(path)
    roles = [role for _, role, _ in nodes]
    if "Document" not in roles:
        return ["no tag tree"]
    found = []
    headings = [(role, said(nodes, at)) for at, role in enumerate(roles) if re.fullmatch(r"H[1-6]", role)]
    if not headings or headings[0][0] != "H1" or sum(role == "H1" for role, _ in headings) != 1:
        found.append("not one title, first")
    if any(role not in ("H1", "H2") for role, _ in headings):
        found.append("a heading of another level")
    for at, (_, role, _) in enumerate(nodes):
        if role == "Sect" and roles[next(children(nodes, at), at)] != "H2":
            found.append("a part without a heading")
        if role == "Table":
            parts = list(children(nodes, at))
            if [roles[part] for part in parts] != ["THead", "TBody"]:
                found.append("a table without a head and a body")
                continue
            rows = [[list(children(nodes, row)) for row in children(nodes, part)] for part in parts]
            if any(roles[cell] != "TH" for row in rows[0] for cell in row):
                found.append("a head cell that is no header")
            if any(not row or roles[row[0]] != "TH" or any(roles[c] != "TD" for c in row[1:]) for row in rows[1]):
                found.append("a row that does not begin with a header")
    # Reading order: the headings of page 1 are heard from top to bottom and, side by side, from left to right.
    seen = lines(path)
    places = [(seen[letters(text)], text) for role, text in headings if role == "H2" and letters(text) in seen]
    if len(places) < least:
        found.append(f"fewer than {least} headings of page 1 found in its text")
    for (one, a), (other, b) in zip(places, places[1:]):
        if one > other:
            found.append(f"{a!r} is read before {b!r} but stands after it")
    return found


def main(paths):
    failed = 0
    least = 6
    if paths[:1] == ["--sheets"]:
        least = 2
        paths = paths[1:]
    for path in paths:
        wrong = faults(path, least)
        failed += bool(wrong)
        print(f"{'FAIL' if wrong else 'ok'} structure {path}" + "".join(f"\n  {fault}" for fault in wrong))
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
