"""Counts diary.csv with Python's own csv module and decimal arithmetic, and writes expected.json.

It shares nothing with the program under test but the file. Sums are in thousandths, so they are whole numbers.
"""

import csv
import datetime
import decimal
import json
import pathlib
import zoneinfo

here = pathlib.Path(__file__).parent
zone = zoneinfo.ZoneInfo("Europe/Amsterdam")
columns = {"low_mood": "Feeling down (1-7)", "tone": "Tone", "vigour": "Energy"}
counts = {name: 0 for name in columns}
sums = {name: 0 for name in columns}
notes = note_characters = check_ins = empty = 0
days, earlier, jumped = set(), 0, 0

with open(here / "diary.csv", encoding="utf-8-sig", newline="") as file:
    for row in csv.DictReader(file, delimiter=";"):
        values = {}
        for name, column in columns.items():
            cell = row[column].strip()
            if cell not in ("", "NA", "-"):
                values[name] = decimal.Decimal(cell.replace("\u2212", "-").replace(",", "."))
        note = row["Notes"].strip().replace("\r\n", "\n")
        if note in ("", "NA", "-"):
            note = ""
        if not values and not note:
            empty += 1
            continue
        check_ins += 1
        for name, value in values.items():
            counts[name] += 1
            sums[name] += int(value * 1000)
        notes += bool(note)
        note_characters += len(note)
        local = datetime.datetime.strptime(f"{row['Day']} {row['Time']}", "%d/%m/%Y %H:%M")
        first, second = (local.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
        if first > second:
            earlier += 1
        elif first < second:
            jumped += 1
        there = local.replace(tzinfo=zone).astimezone(datetime.timezone.utc).astimezone(zone).replace(tzinfo=None)
        days.add((there.date() if there.hour >= 4 else there.date() - datetime.timedelta(days=1)).isoformat())

expected = {
    "check_ins": check_ins,
    "empty_rows": empty,
    "values": counts,
    "sums_milli": sums,
    "notes": notes,
    "note_characters": note_characters,
    "logical_days": len(days),
    "first_day": min(days),
    "last_day": max(days),
    "earlier_of_two": earlier,
    "after_the_jump": jumped,
}
(here / "expected.json").write_text(json.dumps(expected, indent=2) + "\n")
