"""Writes exports of other apps that a reader refuses, whole or by the row. The sentence beside each was written by hand."""

import io
import pathlib
import zipfile

HERE = pathlib.Path(__file__).parent


def write(name, content):
    (HERE / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def archive(name, *files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for file, text in files:
            made.writestr(zipfile.ZipInfo(file), text)
    write(name, packed.getvalue())
    return packed.getvalue()


DAYLIO = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"
BEARABLE = "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n"
TRACK = "FeatureName,Timestamp,Value,Label,Note\n"
HABITS = "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?\n"

# the whole file
write("zero-bytes.csv", b"")
write("header-only-daylio.csv", DAYLIO)
write("header-only-bearable.csv", BEARABLE.strip())
write("header-only-track.csv", "\ufeff" + TRACK)
write("other-header.csv", "Day,mood\n2026-01-01,6\n")
write("utf16-no-mark.csv", (DAYLIO + "2026-01-01,,,21:00,rad,,,,\n").encode("utf-16-le"))
write("cut-in-a-row.csv", DAYLIO + "2026-01-01,,,21:00,rad,,,,\n2026-01-02,,,21")
write("cut-in-a-quote.csv", DAYLIO + '2026-01-01,,,21:00,rad,,,,"slept b')
write("cut-in-a-character.csv", (TRACK + "Coffee,2026-01-01T10:00:00Z,1.0,,caf\u00e9").encode()[:-1])
write("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
write("column-twice.csv", DAYLIO.replace("scales", "mood") + "2026-01-01,,,21:00,rad,,rad,,\n")
whole = archive("no-habits.zip", ("holiday.txt", "sun"))
write("cut.zip", archive("days-missing.zip", ("Habits.csv", HABITS + "001,Walk,YES_NO,,,1,1,#000000,,,,false\n"))[:-20])
archive("empty.zip")
archive("no-habit-listed.zip", ("Habits.csv", HABITS))
archive("habits-cut.zip", ("Habits.csv", HABITS + "001,Walk,YES_NO,,,1,1,#0"))
archive("days-cut.zip", ("Habits.csv", HABITS + "001,Walk,YES_NO,,,1,1,#000000,,,,false\n"), ("001 Walk/Checkmarks.csv", 'Date,Value,Notes\n2026-01-01,NO,"si'))
# rows
write("no-such-day-daylio.csv", DAYLIO + "2026-02-28,,,21:00,rad,,,,\n2026-02-30,,,21:00,rad,,,,\n")
write("no-such-time-daylio.csv", DAYLIO + "2026-02-28,,,25:10,rad,,,,\n")
write("unknown-mood.csv", DAYLIO + "2026-02-28,,,21:00,rad,,,,\n2026-02-28,,,22:00,fluffy,,,,\n2026-03-01,,,22:00,fluffy,,,,\n")
write("long-note-daylio.csv", DAYLIO + "2026-02-28,,,21:00,rad,,,," + "x" * 4001 + "\n")
write("other-language-daylio.csv", "year,date,weekday,time,mood,activities,note\n2018,18 Mai,Freitag,21:00,rad,,\n")
write("no-such-day-bearable.csv", BEARABLE + "31st Feb 2026,,Monday,am,Mood,6,,\n")
write("no-category.csv", BEARABLE + "1st Feb 2026,2026-02-01,Monday,am,,6,,\n")
write("mood-eleven.csv", BEARABLE + "1st Feb 2026,2026-02-01,Monday,9:30,Mood,11,,\n")
write("sleep-number.csv", BEARABLE + "1st Feb 2026,2026-02-01,Monday,,Sleep,7.5,,\n")
write("no-offset.csv", TRACK + "Coffee,2026-02-01T10:00:00,1.0,,\n")
write("not-a-number.csv", TRACK + "Coffee,2026-02-01T10:00:00Z,1.0,,\nCoffee,2026-02-01T11:00:00Z,NaN,,\n")
write("mixed.csv", TRACK + "Run,2026-02-01T10:00:00Z,0:30:00,,\nRun,2026-02-02T10:00:00Z,30.0,,\n")
write("too-many-steps.csv", TRACK + "Steps,2026-02-01T10:00:00Z,12345.0,,\nSteps,2026-02-02T10:00:00Z,800.0,,\n")
write("capitals.csv", TRACK + "Tea,2026-02-01T10:00:00Z,1.0,,\ntea,2026-02-02T10:00:00Z,1.0,,\n")
write("no-feature.csv", TRACK + ",2026-02-01T10:00:00Z,1.0,,\n")
write("too-few-fields.csv", TRACK + "Tea,2026-02-01T10:00:00Z\nTea,2026-02-01T10:00:00Z,1.0,,\n")
archive("unknown-habit.zip", ("Habits.csv", HABITS + "001,Floss,YES_NO,,,1,1,#000000,,,,false\n"), ("001 Floss/Checkmarks.csv", "Date,Value,Notes\n2026-01-02,YES_MANUAL,\n2026-01-01,NO,\n"))
archive("unknown-mark.zip", ("Habits.csv", HABITS + "001,Walk,YES_NO,,,1,1,#000000,,,,false\n"), ("001 Walk/Checkmarks.csv", "Date,Value,Notes\n2026-01-02,MAYBE,\n"))
