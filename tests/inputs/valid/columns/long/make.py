"""Makes diary.csv: 1,500 rows of an invented person over two years. Seeded; run again, it gives the same bytes.

Gaps of days, up to three rows a day, date and time in two columns, decimal commas, semicolons, a typographic minus,
several missing marks, notes with quotes, line breaks, semicolons, emoji and what a spreadsheet takes for a formula,
rows that say nothing, rows that are there twice, and times in both clock changes of Amsterdam.
"""

import datetime
import pathlib
import random

rng = random.Random(20261124)
NOTES = [
    "slept badly",
    'she said "rest"; I did',
    "two lines\r\nof a note",
    "=1+1 is no formula here",
    "'s avonds beter",
    "caf\u00e9, 20 min walk",
    "\U0001f327\ufe0f then \U0001f31e",
    "+31 is how the number began",
    "- a list\r\n- of two",
    "tea; toast; bed",
]
MISSING = ["", "NA", "-"]


def quoted(text):
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ';"\r\n') else text


def number(value, minus="-"):
    text = f"{value:g}".replace(".", ",")
    return text.replace("-", minus)


def perhaps(text, share):
    return rng.choice(MISSING) if rng.random() < share else text


rows = []
day = datetime.date(2024, 11, 1)
level = 0.0
while len(rows) < 1487:
    if rng.random() < 0.04:
        day += datetime.timedelta(days=rng.randint(2, 12))
    level = 0.8 * level + rng.gauss(0, 1)
    for hour in sorted(rng.sample([7, 8, 12, 13, 17, 21, 22, 23, 1], rng.choice([1, 2, 2, 3, 3]))):
        low = min(7, max(1, round(4 - level + rng.gauss(0, 1))))
        tone = min(3, max(-3, round(level + rng.gauss(0, 1))))
        half = min(20, max(0, round(10 + 2 * level + rng.gauss(0, 2)))) / 2
        rows.append([
            day.strftime("%d/%m/%Y"),
            f"{hour:02}:{rng.randint(0, 59):02}",
            perhaps(number(low), 0.12),
            perhaps(number(tone, rng.choice(["-", "\u2212"])), 0.15),
            perhaps(number(half) if rng.random() < 0.9 else f"{half:.1f}".replace(".", ","), 0.1),
            rng.choice(NOTES) if rng.random() < 0.15 else "",
        ])
    day += datetime.timedelta(days=1)
rows = rows[:1487]
rows += [
    ["30/03/2025", "02:30", "3", "1", "4,5", "the clock jumped"],
    ["26/10/2025", "02:15", "4", "0", "5", "the hour that came twice"],
    ["29/03/2026", "02:00", "5", "-1", "5,5", ""],
]
rows += [["", "", "", "", "", ""] for _ in range(4)]
rows += [["01/11/2026", "09:00", "NA", "-", "", ""] for _ in range(3)]
rows += [rows[10], rows[10], rows[500]]
assert len(rows) == 1500

header = ["Day", "Time", "Feeling down (1-7)", "Tone", "Energy", "Notes"]
text = "".join(";".join(quoted(cell) for cell in row) + "\r\n" for row in [header, *rows])
pathlib.Path(__file__).with_name("diary.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
