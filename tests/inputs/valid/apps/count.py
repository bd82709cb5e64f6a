"""Says what a reader has to find in each export of this folder, with Python's own modules; shares no code with it.

The rules are those of docs/formats.md, "Exports of other apps". Run after make.py: python3 count.py
"""

import collections
import csv
import datetime
import hashlib
import html
import io
import json
import pathlib
import re
import unicodedata
import zipfile
import zoneinfo
from decimal import ROUND_HALF_UP, Decimal

HERE = pathlib.Path(__file__).parent
ZONE = zoneinfo.ZoneInfo("Europe/Amsterdam")
MOVES = set("cycling exercise gym run running sport sports swimming walk walking workout yoga".split())
KINDS = {word: "movement" for word in MOVES} | dict.fromkeys(["meditate", "meditation", "mindfulness"], "mindfulness")


def answers(path):
    return dict(line.lower().rsplit("=", 1) for line in path.with_suffix(".answers.txt").read_text().splitlines())


def tidy(pieces):
    """The note of some pieces: blank ones left out, control characters as spaces."""
    text = "\n".join(piece for piece in pieces if piece.strip()).replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(" " if unicodedata.category(c) == "Cc" and c != "\n" else c for c in text)
    return unicodedata.normalize("NFC", text.strip())


def logical(local):
    """The day of a wall-clock time when days end at four."""
    return (local.date() - datetime.timedelta(days=1)) if local.time() < datetime.time(4) else local.date()


def shown(local):
    """The wall-clock time that a zone takes a local time for, and what had to be chosen."""
    there = local.replace(tzinfo=ZONE, fold=0)
    back = there.astimezone(datetime.timezone.utc).astimezone(ZONE).replace(tzinfo=None)
    if back != local:
        return back, "after_the_jump"
    twice = local.replace(tzinfo=ZONE, fold=1).utcoffset() != there.utcoffset()
    return local, "earlier_of_two" if twice else None


class Count:
    def __init__(self, measures):
        # Names of measures the diary has, which take values of the file.
        self.measures = measures
        self.check_ins = self.rated = self.notes = self.note_characters = self.empty = self.left_out = 0
        self.practices, self.chips, self.choices = (collections.Counter() for _ in range(3))
        self.values = collections.defaultdict(list)
        self.frames = collections.defaultdict(collections.Counter)
        self.names = collections.Counter()
        self.days = set()
        self.rejected = 0

    def entry(self, day, rated=False, values=(), note="", chips=(), practice=None):
        self.days.add(day.isoformat())
        if values or note or chips:
            self.check_ins += 1
            self.rated += rated
            self.notes += bool(note)
            self.note_characters += len(note)
            self.chips.update(chips)
            for measure, number, moment in values:
                self.values[measure].append(Decimal(str(number)))
                self.frames[measure][moment] += 1
        if practice:
            self.practices[practice] += 1

    def answer(self, app):
        frames = {}
        for measure, seen in self.frames.items():
            if "night" in seen:
                frames[measure] = {"last_night": seen["night"]}
            elif measure == "stress":
                # The diary's own: about the day.
                frames[measure] = {"day_overall": sum(seen.values())}
            else:
                frames[measure] = {
                    frame: n for frame, n in (("right_now", seen[True]), ("day_overall", seen[False])) if n
                }
        return {
            "app": app,
            "check_ins": self.check_ins,
            "rated": self.rated,
            "notes": self.notes,
            "note_characters": self.note_characters,
            "practices": dict(self.practices),
            "chips": dict(self.chips),
            "values": {measure: len(numbers) for measure, numbers in self.values.items()},
            "sums_milli": {measure: int(sum(numbers) * 1000) for measure, numbers in self.values.items()},
            "frames": frames,
            "scales": {m: self.measures.get(m) or scale(numbers) for m, numbers in self.values.items() if m != "stress"},
            "logical_days": len(self.days),
            "first_day": min(self.days),
            "last_day": max(self.days),
            "empty_rows": self.empty,
            "left_out_rows": self.left_out,
            "rejected_rows": self.rejected,
            "choices": dict(self.choices),
            "names": {name: n for name, n in self.names.items()},
        }


def scale(numbers):
    """From nothing, or as far below, to the first of 10, 20, 50, 100, … that holds what was seen; 10,000 steps at most."""
    step = max(d for d in map(Decimal, ["1", "0.1", "0.01", "0.001"]) if all(n % d == 0 for n in numbers))
    reach = max(abs(n) for n in numbers)
    sides = 2 if min(numbers) < 0 else 1
    tops = [Decimal(digit) * 10**power for power in range(1, 6) for digit in (1, 2, 5)]
    top = next(top for top in tops if top >= reach)
    return f"{-top if sides == 2 else 0} {top} {step}" if sides * top / step <= 10000 else None


def plain(text):
    for tag, instead in ((r"<br ?/?>", "\n"), (r"</?b>", "")):
        text = re.sub(tag, instead, text, flags=re.I)
    return html.unescape(text)


def daylio(path, said):
    text = path.read_bytes().decode("utf-8-sig")
    count = Count({"daylio_mood": "1 5 1"})
    moods = {"rad": 5, "good": 4, "meh": 3, "bad": 2, "awful": 1}
    numbers = {**moods, **{word: int(number) for word, number in said.items() if number.isdigit()}}
    for row in csv.DictReader(io.StringIO(text, newline="")):
        row = {name: (cell or "").strip() for name, cell in row.items()}
        if not any(row.values()):
            count.empty += 1
            continue
        word = row["mood"]
        if said.get(word.lower()) == "skip":
            count.left_out += 1
            count.names[word.lower()] += 1
            continue
        if "full_date" in row:
            date = datetime.date.fromisoformat(row["full_date"])
        else:
            date = datetime.datetime.strptime(f"{row['date']} {row['year']}", "%d %B %Y").date()
        clock = row["time"].replace("\u202f", " ")
        form = "%I:%M %p" if clock.lower().endswith("m") else "%H:%M"
        local = datetime.datetime.combine(date, datetime.datetime.strptime(clock, form).time())
        local, choice = shown(local)
        if choice:
            count.choices[choice] += 1
        values = [("daylio_mood", numbers[word.lower()], True)]
        count.names[word.lower()] += 1
        count.names["mood"] += 1
        pieces = [plain(row.get("note_title", "")), plain(row["note"])]
        if word.lower() not in moods:
            pieces.append(f"Mood: {word}")
        for item in filter(None, row.get("scales", "").split(" | ")):
            name, _, number = item.partition(":\u00a0")
            if re.fullmatch(r"[\d.]+", number):
                values.append((f"daylio_{name.lower()}", number, True))
                count.names[name.lower()] += 1
            else:
                count.choices["scale_as_words"] += 1
                pieces.append(item)
        activities = [item.strip() for item in row["activities"].split(" | ") if item.strip()]
        chips = []
        for activity in activities:
            kind = "other" if activity == "reading" else KINDS.get(activity.lower())
            if kind:
                count.names[activity.lower()] += 1
                if kind not in chips:
                    chips.append(kind)
        if activities:
            pieces.append("Activities: " + " | ".join(activities))
        count.entry(logical(local), True, values, tidy(pieces), chips)
    return count.answer("daylio")


def bearable(path, said):
    count = Count(
        {
            "bearable_mood": "1 10 1",
            "bearable_energy": "1 5 1",
            "bearable_sleep": "0 24 0.01",
            "bearable_sleep_quality": "1 4 1",
            "bearable_productivity": "1 5 1",
            **{named("bearable", name): "0 4 1" for name in ("Headache", "Back (lower) pain", "Müdigkeit")},
            named("bearable", "Weight (kg)"): "40 140 0.1",
        }
    )
    for row in csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")):
        if "date formatted" in row:
            date = datetime.date.fromisoformat(row["date formatted"])
        else:
            date = datetime.datetime.strptime(re.sub(r"^(\d+)..", r"\1", row["date"]), "%d %b %Y").date()
        time, category, rating, detail = (row[c] for c in ("time of day", "category", "rating/amount", "detail"))
        part, rated, day = "", False, date
        if ":" in time:
            hour, minute = map(int, time.split(":"))
            local, choice = shown(datetime.datetime(date.year, date.month, date.day, hour, minute))
            if choice:
                count.choices[choice] += 1
            rated, day = True, logical(local)
        elif time not in ("", "all day"):
            part = time
        moment = rated or bool(part)
        name, number, pieces = None, rating, [part]
        match category:
            case "Mood":
                name = category
                pieces.append(detail)
            case "Energy" | "Productivity":
                name = category
            case "Sleep quality":
                name, moment = category, "night"
            case "Sleep":
                hours, minutes = map(int, rating.split(":"))
                number = (Decimal(hours * 60 + minutes) / 60).quantize(Decimal("0.01"), ROUND_HALF_UP)
                name, moment = category, "night"
                pieces.append(detail)
            case "Symptom":
                name = re.sub(r" \(\w+\)$", "", detail)
            case "Health measurements" if "/" not in rating:
                name = detail
        if name:
            count.names[name.lower()] += 1
            values = [(named("bearable", name), number, moment)]
            count.entry(day, rated, values, tidy([*pieces, row["notes"]]))
            continue
        count.names[category.lower()] += 1
        if said.get(category.lower()) == "skip":
            count.left_out += 1
            continue
        chips = []
        for item in detail.split(" | "):
            kind = said.get(item.lower()) or KINDS.get(item.lower())
            if kind:
                count.names[item.lower()] += 1
                chips.append(kind)
        words = f"{category}: {detail} {rating}".strip()
        count.entry(day, rated, [], tidy([part, words, row["notes"]]), chips)
    return count.answer("bearable")


def named(app, name):
    """A readable id, or letters and a hash."""
    small = name.lower().replace(" ", "_") if name.isascii() else "".join(c.lower() if c.isascii() else c for c in name).replace(" ", "_")
    if re.fullmatch("[a-z0-9_]+", small):
        return f"{app}_{small}"
    return f"{app}_{re.sub('[^a-z0-9_]', '', small)}_{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def track_and_graph(path, said):
    count = Count({"tg_run": "0 100 0.01"})
    rounded = 0
    for row in csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")):
        feature, value = row["FeatureName"], row["Value"]
        count.names[feature.lower()] += 1
        if said.get(feature.lower()) == "skip":
            count.left_out += 1
            continue
        label = row.get("Label", "")
        if feature == "Run":
            hours, minutes, seconds = map(int, value.split(":")[:3])
            seconds += hours * 3600 + minutes * 60
            number = (Decimal(seconds) / 3600).quantize(Decimal("0.01"), ROUND_HALF_UP)
            rounded += seconds % 60 != 0 and seconds % 36 != 0
        else:
            number, _, behind = value.partition(":")
            label = label or behind
        local = datetime.datetime.fromisoformat(row["Timestamp"]).replace(tzinfo=None)
        measure = said.get(feature.lower()) or named("tg", feature)
        count.entry(logical(local), True, [(measure, number, True)], tidy([label, row["Note"]]))
    count.choices["nearest_hundredth"] = rounded
    return count.answer("track_and_graph")


def loop(path, said):
    count = Count({})
    with zipfile.ZipFile(path) as archive:
        prefix = next(name for name in archive.namelist() if name.endswith("Habits.csv"))[: -len("Habits.csv")]
        habits = list(csv.DictReader(io.StringIO(archive.read(prefix + "Habits.csv").decode())))
        for habit in habits:
            name, numeric = habit["Name"], habit.get("Type") == "NUMERICAL"
            file = next(f for f in archive.namelist() if f.startswith(f"{prefix}{habit['Position']} ") and f.endswith("Checkmarks.csv"))
            rows = [row for row in csv.reader(io.StringIO(archive.read(file).decode())) if row[0] != "Date"]
            if numeric and rows:
                count.choices["thousandths"] += 1
            for date, value, *note in rows:
                date, note = datetime.date.fromisoformat(date), (note or [""])[0]
                note = tidy([f"{name}: {note}"]) if note else ""
                if numeric:
                    if value in ("SKIP", "UNKNOWN"):
                        values = []
                    else:
                        values = [(named("loop", name), Decimal(0 if value == "NO" else value) / 1000, False)]
                        count.names[name.lower()] += 1
                    practice = None
                else:
                    values, practice = [], None
                    if value in ("YES_MANUAL", "2"):
                        count.names[name.lower()] += 1
                        kind = said.get(name.lower()) or KINDS.get(name.lower())
                        if kind == "skip":
                            count.left_out += 1
                            continue
                        practice = kind
                if values or note or practice:
                    count.entry(date, False, values, note, (), practice)
                else:
                    count.empty += 1
    return count.answer("loop_habits")


READERS = {"daylio": daylio, "bearable": bearable, "track": track_and_graph, "loop": loop}
for path in sorted([*HERE.glob("*.csv"), *HERE.glob("*.zip")]):
    found = READERS[path.name.split("-")[0]](path, answers(path))
    path.with_suffix(".expected.json").write_text(json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False) + "\n")
