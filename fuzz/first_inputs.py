"""Writes the first inputs of every target to fuzz/corpus/, from the project's own test files. Run: python3 fuzz/first_inputs.py

The first byte of an input says what the rest is; fuzz/README.md has the list.
"""

import csv
import hashlib
import io
import json
import pathlib
import zipfile
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
INPUTS = ROOT / "tests/inputs"
KEY = "0123456789abcdef" * 4
SECRET = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"  # of age's own test vectors
INSIDE = f"format=tidemark-recovery\nversion=1\nmin_reader=1\ndata_key={KEY}\nbackup_identity={SECRET}\n"
SCRYPT = (
    "age-encryption.org/v1\n-> scrypt bBjlhJVYZeE4aqUdmtRHfw {}\nZV/AhotwSGqaPCU43cepl4WYUouAa17a3xpu4G2yi5k\n"
    "--- fgMiVLJHMlg9fW7CVG/hPS5EAU4Zeg19LyCP7SoH5nA\n"
)
ROW = '{"i":-1,"r":"0.5","t":"a b","b":"00ff"}\n'
MANIFEST = (
    '{"format":"tidemark-backup","version":1,"min_reader":1,"program":"x","schema":1,"created":1764000000000,'
    '"created_utc":"2025-11-24T16:00:00.000Z","first_day":"2024-02-29","last_day":"2026-11-24","tables":['
    '{"name":"t","file":"t.jsonl","rows":1,"bytes":%d,"sha256":"%s","columns":[{"name":"i","type":"INTEGER"},'
    '{"name":"r","type":"REAL"},{"name":"t","type":"TEXT"},{"name":"b","type":"BLOB"}]}]}'
) % (len(ROW), hashlib.sha256(ROW.encode()).hexdigest())


def put(target, first, data):
    folder = ROOT / "fuzz/corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    data = (b"" if first is None else bytes([first])) + data
    (folder / hashlib.sha1(data).hexdigest()[:16]).write_bytes(data)


def tar(*parts):
    out = b""
    for name, data in parts:
        fields = [(name, 100), ("0000600\0", 8), ("0000000\0", 8), ("0000000\0", 8), ("%011o\0" % len(data), 12)]
        fields += [("00000000000\0", 12), ("        ", 8), ("0", 1)]
        header = b"".join(text.encode().ljust(width, b"\0") for text, width in fields).ljust(257, b"\0")
        header = (header + b"ustar\x0000").ljust(512, b"\0")
        header = header[:148] + b"%06o\0 " % sum(header) + header[156:]
        out += header + data + b"\0" * (-len(data) % 512)
    return out + b"\0" * 1024


for file in sorted(INPUTS.glob("*/columns/*.csv")):
    which = 1 if file.name.startswith("session") else 2 if "twelve" in file.name else 0
    put("csv_columns", which, file.read_bytes()[:6000])
put("csv_columns", 3, (INPUTS / "valid/columns/long/diary.csv").read_bytes()[:3000])
APPS = {"daylio": "daylio", "bearable": "bearable", "track-and-graph": "track_and_graph", "loop": "loop_habits"}
for file in sorted(INPUTS.glob("*/apps/*.csv")):
    said = next((target for name, target in APPS.items() if file.name.startswith(name)), None)
    # A file that names no app goes to each that reads tables.
    for target in [said] if said else ["daylio", "bearable", "track_and_graph"]:
        for first in (0, 3) if said else (2,):
            put(target, first, file.read_bytes()[:6000])
for file in sorted(INPUTS.glob("*/apps/*.zip")):
    put("loop_habits", 0, file.read_bytes())
    try:
        with zipfile.ZipFile(file) as archive:
            for name in archive.namelist():
                data = archive.read(name)[:3000]
                if name == "Habits.csv":
                    put("loop_habits", 3, data)
                elif name.endswith("/Checkmarks.csv"):
                    put("loop_habits", 5 if b"YES" in data else 7, data)
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, zlib.error):
        pass  # It is among the invalid ones for that.
for file in sorted(INPUTS.rglob("*.toml")):
    put("column_map", None, file.read_bytes())
for place, file in enumerate(sorted((INPUTS / "valid/csv-folder").iterdir())):
    put("csv_folder", place, file.read_bytes())
for place, file in enumerate(sorted((INPUTS / "valid/json-folder").iterdir())):
    put("json_folder", place, file.read_bytes())
# The table of ratings: observations with three facts of their measure beside them; as exported, with few columns, and cut.
FOLDER = INPUTS / "valid/csv-folder"
rows = lambda name: list(csv.DictReader((FOLDER / name).read_text(encoding="utf-8-sig").splitlines(keepends=True)))
facts = {(m["measure_id"], m["measure_version"]): m for m in rows("measures.csv")}
NEEDED = (
    "entry_id phase measure_id measure_version measure_label measure_frame anchor_low anchor_high frame value status unit "
    "scale_min scale_max scale_step direction logical_date rated_at recorded_at rollover recorded_by source"
).split()
table = []
for row in rows("observations.csv"):
    fact = facts[row["measure_id"], row["measure_version"]]
    table.append(row | {"measure_frame": fact["frame"], "anchor_low": fact["anchor_low"], "anchor_high": fact["anchor_high"]})


def ratings(columns, rows, **form):
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n", **form)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


for columns in (list(table[0]), NEEDED):
    for some in (table, table[:3], table[-3:]):
        put("ratings", None, ratings(columns, some))
        put("ratings", None, ratings(columns, some)[:-30])
put("ratings", None, ratings(NEEDED, table[:6], delimiter=";").replace(b".", b","))
put("ratings", None, ratings(NEEDED, []))
for column, other in (("value", "99"), ("measure_version", "2"), ("anchor_low", "other"), ("logical_date", "2026-11-19"), ("status", "skipped")):
    put("ratings", None, ratings(NEEDED, [table[0], table[0] | {column: other}]))
# Fields of records in the order of the model, which is that of the columns; kinds in the order of `Kind::ALL`.
for kind, (table, fields) in {
    4: ("moments", "session_id minute kind note"),
    5: ("distress", "at logical_date session_id kind intensity what_helped told resumed"),
    6: ("medications", "name strength dose times purpose prescriber start stop touch_notes touch_words"),
    7: ("medication_changes", "medication_id at kind from to by_whom reason"),
    8: ("goals", "text measure_id why started_on review_on discussed_with status"),
    9: ("visits", "at logical_date with kind questions outcome"),
    10: ("events", "start end kind label"),
    11: ("practices", "logical_date kind minutes"),
    12: ("reminders", "kind wall_clock days elapsed_min quiet_from quiet_to snooze_min last_fired_at next_fire_at wording active"),
    13: ("safety_plans", "signs what_helps places people professionals reasons open_sections"),
    14: ("crisis_contacts", "region service number text hours language verified_on origin open"),
    15: ("instruments", "instrument version taken_at logical_date total items filled_by place"),
}.items():
    for line in (INPUTS / f"valid/json-folder/{table}.jsonl").read_text().splitlines():
        row = json.loads(line)
        text = {None: "", True: "true", False: "false"}
        cells = [row[field] for field in fields.split()]
        cells = [" | ".join(c) if isinstance(c, list) else text[c] if c is None or c is True or c is False else str(c) for c in cells]
        put("field_texts", kind, "\0".join(cells).encode())
KINDS = [(b"date,before", 3), (b"before", 0), (b"phase", 2), (b"session", 4), (b"group", 6), (b"p_value", 7), (b"", 1)]
kind = lambda head: next(number for word, number in KINDS if word in head)
for file in sorted((ROOT / "core/stats/oracles").rglob("*.csv")):
    data = file.read_bytes()[:2000]
    head = data.splitlines()[0]
    put("stats_input", kind(head), data)
for text in (f"{KEY}\n", KEY.upper(), f"+{KEY[1:]}\r\n", f"{KEY[:63]}\n", "é" + KEY[2:]):
    put("key_file", None, f"tidemark-key-1 {text}".encode())
put("recovery", 0, (ROOT / "tests/golden/diary-0001/recovery.age").read_bytes())
for text in (INSIDE, INSIDE.replace("min_reader=1", "min_reader=2"), INSIDE.replace("1GF", "1QF"), INSIDE[:100]):
    put("recovery", 1, text.encode())
for work in ("1", "2", "18", "19", "63", "64", "255", "016", "-1", ""):
    put("recovery", 0, SCRYPT.format(work).encode() + b"\x01" * 60)
payload = tar(("manifest.json", MANIFEST.encode()), ("t.jsonl", ROW.encode()))
for data in (payload, payload[:-1], payload[:1500], payload + b"\0"):
    put("backup", 1, data)
    put("backup", 4, data)
put("backup", 0, tar(("recovery.age", b"words"), ("payload.tar.age", b"age-encryption.org/v1\n-> X25519 a\nb\n--- c\n")))
put("backup", 0, tar(("recovery.age", b"words"))[:-1024])
put("backup", 2, MANIFEST.encode())
put("backup", 2, MANIFEST.replace('"min_reader":1', '"min_reader":9').encode())
put("backup", 3, ROW.encode() * 3)
put("backup", 3, b'{"i":null,"r":"1e309","t":"\\u0000\\ud83d\\ude42","b":"0"}\n{"i":9223372036854775808}\n')
OPEN = (
    '{"format":"tidemark-open","version":1,"min_reader":1,"contacts":[{"service":"A line","number":"116 123","text":"12",'
    '"hours":"always"}],"plan_lines":["breathe"],"reminder_times":[{"kind":"check_in","wall_clock":1260,"days":[1,7]}]}'
)
for text in (OPEN, OPEN[:-1], OPEN.replace('"min_reader":1', '"min_reader":2'), OPEN.replace("1260", "1440")):
    put("open_json", None, text.encode())
put("open_json", None, b'{"format":"tidemark-open","version":1,"min_reader":1,"contacts":[],"plan_lines":[],"reminder_times":[]}')
