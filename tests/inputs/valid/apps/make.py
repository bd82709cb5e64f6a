"""Writes made-up exports of other apps, with the quirks that public copies of real ones show. Seeded; nobody's records.

Beside each lies <name>.answers.txt, one NAME=ANSWER a line; count.py says what a reader has to find.
"""

import csv
import datetime
import io
import pathlib
import random
import zipfile

HERE = pathlib.Path(__file__).parent
BOM = b"\xef\xbb\xbf"
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
START = datetime.date(2025, 10, 1)


def days(seed, n):
    """Days with gaps, latest first as the apps write them, up to three a day."""
    draw = random.Random(seed)
    found = [START + datetime.timedelta(days=draw.randrange(260)) for _ in range(n)]
    return draw, sorted(found, reverse=True)


def twelve(hour, minute, space=" ", marks=("am", "pm")):
    return f"{hour % 12 or 12}:{minute:02}{space}{marks[hour // 12]}"


def write(name, data, answers):
    (HERE / name).write_bytes(data)
    (HERE / name).with_suffix(".answers.txt").write_text("".join(f"{answer}\n" for answer in answers))


NOTES = ["", "", "", "slept badly", "one<br>two<br/>three", "tea &amp; cake, <b>twice</b>", 'she said "hm"', "I <3 it", "é 🙂\u0007"]
ACTIVITIES = ["friends", "work", "yoga", "Meditation", "movies / tv", "walk", "reading ", "therapy"]


def daylio(name, seed, header, clock, words, bom=b"", newline="\n", scales=False):
    draw, dates = days(seed, 150)
    out = io.StringIO()
    out.write(",".join(header) + newline)
    for date in dates:
        hour, minute = draw.randrange(24), draw.randrange(60)
        row = {
            "full_date": date.isoformat(),
            "year": str(date.year),
            "date": f"{date.day} {MONTHS[date.month - 1]}" if seed % 2 else f"{MONTHS[date.month - 1]} {date.day}",
            "weekday": DAYS[date.weekday()],
            "time": clock(hour, minute),
            "mood": draw.choice(words),
            "activities": '"' + " | ".join(draw.sample(ACTIVITIES, draw.randrange(4))) + '"',
            "scales": '"' + (" | ".join(scale(draw)) if scales else "") + '"',
            "note_title": '"' + draw.choice(["", "", "A title"]) + '"',
            "note": '"' + draw.choice(NOTES).replace('"', '""') + '"',
        }
        out.write(",".join(row[column] for column in header) + newline)
    # Both clock changes of Amsterdam, a row that is there twice, a row in which everything is empty.
    for date, time in [("2026-03-29", "02:30"), ("2025-10-26", "02:15"), ("2026-02-01", "12:00"), ("2026-02-01", "12:00")]:
        if "full_date" in header:
            row = dict.fromkeys(header, "") | {"full_date": date, "time": time, "mood": "meh"}
            out.write(",".join(row[column] for column in header) + newline)
    out.write("," * (len(header) - 1) + newline)
    write(name, bom + out.getvalue().encode(), ["super=5", "So-so=3", "lousy=1", "reading=other", "ugly=skip"])


def scale(draw):
    found = []
    if draw.random() < 0.5:
        found.append(f"Stress:\u00a0{draw.randrange(11)}")
    if draw.random() < 0.4:
        found.append(f"Weight:\u00a0{60 + draw.randrange(200) / 10}")
    if draw.random() < 0.1:
        found.append("Pain:\u00a0a lot")
    return found


USUAL = ["rad", "good", "meh", "bad", "awful"]
OWN = ["super", "good", "So-so", "bad ", "lousy", "ugly", "Meh"]
NOW = "full_date,date,weekday,time,mood,activities,scales,note_title,note".split(",")
daylio("daylio-now.csv", 1, NOW, lambda h, m: f"{h:02}:{m:02}", OWN, BOM, scales=True)
daylio("daylio-earlier.csv", 2, [c for c in NOW if c != "scales"], lambda h, m: twelve(h, m, "\u202f", ("AM", "PM")), USUAL, newline="\r\n")
daylio("daylio-oldest.csv", 3, "year,date,weekday,time,mood,activities,note".split(","), twelve, USUAL)


def ordinal(day):
    return f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def bearable(name, seed, iso, padded):
    draw, dates = days(seed, 220)
    header = ["date"] + (["date formatted"] if iso else []) + "weekday,time of day,category,rating/amount,detail,notes".split(",")
    out = io.StringIO()
    rows = csv.writer(out, quoting=csv.QUOTE_ALL if padded else csv.QUOTE_MINIMAL, lineterminator="\n")
    rows.writerow(header)
    severity = ["None", "Mild", "Moderate", "Severe", "Unbearable"]
    for date in dates:
        part = draw.choice(["am", "mid", "pm", "pre"])
        time = f"{draw.randrange(24)}:{draw.randrange(60):02}"
        n = draw.randrange(5)
        row = draw.choice(
            [
                (time, "Mood", draw.randrange(1, 11), " | ".join(draw.sample(["calm", "tired", "glad"], 2)), draw.choice(["", "long day"])),
                (time, "Energy", n + 1, ["v. low", "low", "ok", "high", "v. high"][n], ""),
                ("", "Sleep", f"{draw.randrange(3, 11)}:{draw.randrange(60):02}", "Asleep 23:10 - 7:00", "Notes: woke twice"),
                ("", "Sleep quality", draw.randrange(1, 5), "ok", ""),
                (part, "Symptom", n, f"{draw.choice(['Headache', 'Back (lower) pain', 'Müdigkeit'])} ({severity[n]})", ""),
                (part, "Factors", "", "Coffee | yoga | Busy day", ""),
                ("all day", "Factors", "", "Walk", ""),
                (time, "Meds/Supplements", "400", "Something (mg)", ""),
                ("", "Productivity", draw.randrange(1, 6), "", ""),
                ("", "Health measurements", 60 + draw.randrange(100) / 10, "Weight (kg)", ""),
                ("", "Health measurements", "120/80", "Blood pressure", ""),
                ("", "Gratitudes", "", "the sun", ""),
            ]
        )
        written = f"{ordinal(date.day)} {MONTHS[date.month - 1][:3]} {date.year}"
        rows.writerow([written] + ([date.isoformat()] if iso else []) + [DAYS[date.weekday()], *row])
    write(name, out.getvalue().encode(), ["Gratitudes=skip", "coffee=other", "Weight (kg)=40..140/0.1"])


bearable("bearable-now.csv", 4, True, True)
bearable("bearable-2020.csv", 5, False, False)


def track(name, seed, legacy):
    draw, dates = days(seed, 200)
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(["FeatureName", "Timestamp", "Value"] + ([] if legacy else ["Label"]) + ["Note"])
    for date in dates:
        feature = draw.choice(["Coffee", "Calm", "Run", "Weight", "Größe", "Chess"])
        clock = f"{draw.randrange(24):02}:{draw.randrange(60):02}:{draw.randrange(60):02}.{draw.randrange(1000):03}"
        offset = draw.choice(["Z", "+01:00", "-03:30"])
        value = {
            "Coffee": f"{draw.randrange(1, 5)}.0",
            "Calm": f"{draw.randrange(0, 11)}.0",
            "Run": f"{draw.randrange(3)}:{draw.randrange(60):02}:{draw.choice([0, 0, 17, 36, 59]):02}",
            "Weight": f"{70 + draw.randrange(500) / 100}",
            "Größe": f"{-draw.randrange(100) / 10}",
            "Chess": "1.0",
        }[feature]
        label = "espresso" if feature == "Coffee" and draw.random() < 0.5 else ""
        note = draw.choice(["", "", "So:me n:ot:e", "two\nlines"])
        if legacy:
            rows.writerow([feature, f"{date}T{clock}{offset}", value + (f":{label}" if label else ""), note])
        else:
            rows.writerow([feature, f"{date}T{clock}{offset}", value, label, note])
    write(name, out.getvalue().encode(), ["Calm=stress", "Chess=skip"])


track("track-and-graph.csv", 6, False)
track("track-and-graph-legacy.csv", 7, True)


def loop(name, seed, now):
    draw, _ = days(seed, 1)
    habits = [
        ("Meditate", "YES_NO", "", "false"),
        ("Floss, twice", "YES_NO", "", "true"),
        ("Water", "NUMERICAL", "glasses", "false"),
        ("Knitting", "YES_NO", "", "false"),
        ("Nothing yet", "YES_NO", "", "false"),
    ]
    files = {}
    listed = io.StringIO()
    rows = csv.writer(listed, lineterminator="\n")
    if now:
        rows.writerow("Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?".split(","))
    else:
        rows.writerow("Position,Name,Question,Description,NumRepetitions,Interval,Color".split(","))
        habits = [habit for habit in habits if habit[1] == "YES_NO"]
    for position, (habit, kind, unit, archived) in enumerate(habits, 1):
        number = kind == "NUMERICAL"
        if now:
            target = ["AT_LEAST", "8.0"] if number else ["", ""]
            rows.writerow([f"{position:03}", habit, kind, "Did you?", "", 1, 1, "#FF8F00", unit, *target, archived])
        else:
            rows.writerow([f"{position:03}", habit, "Did you?", "", 1, 1, "#FF8F00"])
        marks = io.StringIO()
        days_of = csv.writer(marks, lineterminator="\n")
        if now:
            days_of.writerow(["Date", "Value", "Notes"])
        if habit != "Nothing yet":
            for back in range(60):
                date = START + datetime.timedelta(days=60 - back)
                if number:
                    value = draw.choice(["NO", "SKIP", "UNKNOWN", "500", "7000", "8250", "12000"])
                else:
                    marks_of = ["YES_MANUAL", "YES_MANUAL", "YES_AUTO", "NO", "SKIP", "UNKNOWN"]
                    value = draw.choice(marks_of)
                    value = value if now else {"YES_MANUAL": "2", "YES_AUTO": "1", "NO": "0", "SKIP": "3", "UNKNOWN": "-1"}[value]
                note = draw.choice(["", "", "", "", 'Sick, "really"']) if now else None
                days_of.writerow([date, value] + ([note] if now else []))
        folder = f"{position:03} {''.join(c for c in habit if c.isalnum() or c in ' ._-')}"
        files[f"{folder}/Scores.csv"] = "Date,Score\n2025-10-02,0.5000\n"
        files[f"{folder}/Checkmarks.csv"] = marks.getvalue()
    files["Scores.csv"] = "Date,Meditate,\n"
    files["Checkmarks.csv"] = "Date,Meditate,\n2025-10-02,YES_MANUAL,\n"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, text in {"Habits.csv": listed.getvalue(), **files}.items():
            # Older Android versions packed the folder itself.
            prefix = "" if now else "Loop Habits CSV 2019-01-01/"
            archive.writestr(zipfile.ZipInfo(prefix + file), text)
    write(name, packed.getvalue(), ["Floss, twice=other", "knitting=skip"])


loop("loop-now.zip", 8, True)
loop("loop-oldest.zip", 9, False)
