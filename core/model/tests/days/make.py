"""Writes the tables beside it: which day moments belong to, by Python's zoneinfo. Shares no code with the library.

Run: python3 make.py, with the package tzdata of origin.toml; the machine's own database is not looked at, because
distributions change it (Debian's EET and WET differ before 1997).
"""

import csv
import datetime as dt
import pathlib
import sys
import zoneinfo

HERE = pathlib.Path(__file__).parent
UTC = dt.timezone.utc
zoneinfo.reset_tzpath(to=[])

# name, zone, wall clock, fold (1: the second time the clock shows it), rollover
MOMENTS = [
    ("an evening", "Europe/Dublin", "2026-11-24T21:04:00", 0, "04:00"),
    ("a second before the end of the day", "Europe/Dublin", "2026-11-25T03:59:59", 0, "04:00"),
    ("the end of the day", "Europe/Dublin", "2026-11-25T04:00:00", 0, "04:00"),
    ("a day that ends at midnight, last second", "Europe/Dublin", "2026-11-24T23:59:59", 0, "00:00"),
    ("a day that ends at midnight, midnight", "Europe/Dublin", "2026-11-25T00:00:00", 0, "00:00"),
    ("a day that ends at half past midnight", "Europe/Dublin", "2026-11-25T00:29:59", 0, "00:30"),
    ("a day that began at half past midnight", "Europe/Dublin", "2026-11-25T00:30:00", 0, "00:30"),
    ("a day that ends at noon, last second", "Europe/Dublin", "2026-11-25T11:59:59", 0, "12:00"),
    ("a day that ends at noon, noon", "Europe/Dublin", "2026-11-25T12:00:00", 0, "12:00"),
    ("new year's night", "America/New_York", "2027-01-01T02:00:00", 0, "04:00"),
    ("leap day", "Europe/Paris", "2024-02-29T12:00:00", 0, "04:00"),
    ("the night after leap day", "Europe/Paris", "2024-03-01T01:00:00", 0, "04:00"),
    ("the night into leap day", "Europe/Paris", "2024-02-29T01:00:00", 0, "04:00"),
    ("the night into March without a leap day", "Europe/Paris", "2025-03-01T01:00:00", 0, "04:00"),
    ("leap day of a century that has one", "Asia/Tokyo", "2000-03-01T00:10:00", 0, "04:00"),
    ("a century without leap day", "Asia/Tokyo", "2100-03-01T00:10:00", 0, "04:00"),
    ("forward, last second before", "Europe/Dublin", "2026-03-29T00:59:59", 0, "01:30"),
    ("forward over the end of the day", "Europe/Dublin", "2026-03-29T02:00:00", 0, "01:30"),
    ("forward, still the day before", "Europe/Dublin", "2026-03-29T02:00:00", 0, "04:00"),
    ("forward, three hours of night left out of four", "Europe/Dublin", "2026-03-29T04:00:00", 0, "04:00"),
    ("back, first time", "Europe/Dublin", "2026-10-25T01:30:00", 0, "04:00"),
    ("back, second time", "Europe/Dublin", "2026-10-25T01:30:00", 1, "04:00"),
    ("back, the end of the day five hours after midnight", "Europe/Dublin", "2026-10-25T03:59:59", 0, "04:00"),
    ("back, the new day", "Europe/Dublin", "2026-10-25T04:00:00", 0, "04:00"),
    ("back within the end of the day, first time before", "America/New_York", "2026-11-01T01:15:00", 0, "01:30"),
    ("back within the end of the day, first time after", "America/New_York", "2026-11-01T01:45:00", 0, "01:30"),
    ("back within the end of the day, second time before", "America/New_York", "2026-11-01T01:15:00", 1, "01:30"),
    ("back within the end of the day, second time after", "America/New_York", "2026-11-01T01:45:00", 1, "01:30"),
    ("forward at two, New York, before", "America/New_York", "2026-03-08T01:59:59", 0, "02:30"),
    ("forward at two, New York, after", "America/New_York", "2026-03-08T03:00:00", 0, "02:30"),
    ("a day without midnight", "America/Sao_Paulo", "2018-11-04T01:00:00", 0, "00:00"),
    ("a day without midnight, by a night owl", "America/Sao_Paulo", "2018-11-04T01:00:00", 0, "04:00"),
    ("a clock that goes back into yesterday, first", "America/Sao_Paulo", "2018-02-17T23:30:00", 0, "00:00"),
    ("a clock that goes back into yesterday, second", "America/Sao_Paulo", "2018-02-17T23:30:00", 1, "00:00"),
    ("a day without midnight in Cairo", "Africa/Cairo", "2024-04-26T01:00:00", 0, "00:30"),
    ("a day without midnight in Beirut", "Asia/Beirut", "2022-03-27T01:00:00", 0, "01:00"),
    ("a day without midnight in Havana", "America/Havana", "2024-03-10T01:00:00", 0, "01:00"),
    ("a day without midnight in Santiago", "America/Santiago", "2024-09-08T01:00:00", 0, "01:00"),
    ("half an hour back, first", "Australia/Lord_Howe", "2026-04-05T01:45:00", 0, "02:00"),
    ("half an hour back, second", "Australia/Lord_Howe", "2026-04-05T01:45:00", 1, "02:00"),
    ("half an hour back, two o'clock", "Australia/Lord_Howe", "2026-04-05T02:00:00", 0, "02:00"),
    ("half an hour forward, over the end of the day", "Australia/Lord_Howe", "2026-10-04T02:30:00", 0, "02:00"),
    ("a quarter of an hour", "Asia/Kathmandu", "2026-11-25T03:59:59", 0, "04:00"),
    ("a quarter of an hour, the new day", "Asia/Kathmandu", "2026-11-25T04:00:00", 0, "04:00"),
    ("the night Nepal moved by a quarter of an hour", "Asia/Kathmandu", "1986-01-01T00:15:00", 0, "00:00"),
    ("Chatham in summer", "Pacific/Chatham", "2026-12-31T03:45:00", 0, "04:00"),
    ("Eucla", "Australia/Eucla", "2026-07-01T00:01:00", 0, "04:00"),
    ("Marquesas", "Pacific/Marquesas", "2026-07-01T04:00:00", 0, "04:00"),
    ("Caracas moves by half an hour", "America/Caracas", "2016-05-01T03:00:00", 0, "03:00"),
    ("Pyongyang goes back by half an hour", "Asia/Pyongyang", "2015-08-14T23:45:00", 1, "00:00"),
    ("Samoa, the last second before the skipped day", "Pacific/Apia", "2011-12-29T23:59:59", 0, "04:00"),
    ("Samoa, the night after the skipped day", "Pacific/Apia", "2011-12-31T01:00:00", 0, "04:00"),
    ("Samoa, the day after the skipped day", "Pacific/Apia", "2011-12-31T04:00:00", 0, "04:00"),
    ("Kiritimati, before its skipped day", "Pacific/Kiritimati", "1994-12-30T23:59:00", 0, "04:00"),
    ("Kiritimati, after its skipped day", "Pacific/Kiritimati", "1995-01-01T04:00:00", 0, "04:00"),
    ("Kwajalein, after its skipped day", "Pacific/Kwajalein", "1993-08-22T00:30:00", 0, "00:00"),
    ("the first zone of a day", "Etc/GMT-14", "2026-11-25T00:00:00", 0, "00:00"),
    ("the last zone of a day", "Etc/GMT+12", "2026-11-24T23:59:59", 0, "00:00"),
    ("Dublin's winter is a negative summer time", "Europe/Dublin", "1971-10-31T02:30:00", 1, "03:00"),
    ("Troll moves by two hours, before", "Antarctica/Troll", "2026-03-29T00:59:59", 0, "02:00"),
    ("Troll moves by two hours, after", "Antarctica/Troll", "2026-03-29T03:00:00", 0, "02:00"),
    ("Troll goes back by two hours, first", "Antarctica/Troll", "2026-10-25T01:30:00", 0, "02:00"),
    ("Troll goes back by two hours, second", "Antarctica/Troll", "2026-10-25T01:30:00", 1, "02:00"),
    ("Casablanca ends Ramadan", "Africa/Casablanca", "2026-03-22T03:00:00", 0, "03:00"),
    ("Nuuk goes back into yesterday", "America/Nuuk", "2024-10-26T23:30:00", 1, "00:00"),
    ("Casey moves by three hours in the night", "Antarctica/Casey", "2020-10-04T03:30:00", 0, "04:00"),
    ("an offset with seconds", "Africa/Monrovia", "1971-06-01T03:50:00", 0, "04:00"),
    ("an offset with seconds, the new day", "Africa/Monrovia", "1971-06-01T04:10:00", 0, "04:00"),
    ("the night Monrovia's seconds ended", "Africa/Monrovia", "1972-01-07T01:00:00", 0, "04:00"),
    ("UTC itself", "UTC", "1970-01-01T04:00:00", 0, "04:00"),
]

# name, day, rollover, zone of the clock at entry, wall clock at entry, fold
ENTRIES = [
    ("on its day", "2026-11-24", "04:00", "Europe/Dublin", "2026-11-24T21:04:00", 0),
    ("last second of its day", "2026-11-24", "04:00", "Europe/Dublin", "2026-11-25T03:59:59", 0),
    ("the day has ended", "2026-11-24", "04:00", "Europe/Dublin", "2026-11-25T04:00:00", 0),
    ("a minute is a whole minute", "2026-11-24", "04:00", "Europe/Dublin", "2026-11-25T04:00:59", 0),
    ("next morning", "2026-11-24", "04:00", "Europe/Dublin", "2026-11-25T08:30:00", 0),
    ("last minute of a day later", "2026-11-24", "04:00", "Europe/Dublin", "2026-11-26T04:00:59", 0),
    ("more than a day later", "2026-11-24", "04:00", "Europe/Dublin", "2026-11-26T04:01:00", 0),
    ("a week later", "2026-11-24", "04:00", "Europe/Dublin", "2026-12-01T04:00:00", 0),
    ("midnight ends the day", "2026-11-24", "00:00", "Europe/Dublin", "2026-11-25T00:00:00", 0),
    ("noon ends the day", "2026-11-24", "12:00", "Europe/Dublin", "2026-11-25T11:59:59", 0),
    ("after leap day", "2024-02-29", "04:00", "Europe/Paris", "2024-03-01T05:00:00", 0),
    ("before leap day", "2024-02-28", "04:00", "Europe/Paris", "2024-02-29T05:00:00", 0),
    ("over the hour that was skipped", "2026-03-28", "04:00", "Europe/Dublin", "2026-03-29T05:00:00", 0),
    ("in the hour that came twice, first", "2026-10-24", "01:00", "Europe/Dublin", "2026-10-25T01:30:00", 0),
    ("in the hour that came twice, second", "2026-10-24", "01:00", "Europe/Dublin", "2026-10-25T01:30:00", 1),
    ("a day later over a change", "2026-10-24", "04:00", "Europe/Dublin", "2026-10-26T04:00:00", 0),
    ("flown east, the wall clock is ahead", "2026-11-24", "04:00", "Asia/Tokyo", "2026-11-25T06:00:00", 0),
    ("flown west, the wall clock is behind", "2026-11-24", "04:00", "America/Los_Angeles", "2026-11-24T22:00:00", 0),
    ("over Samoa's skipped day", "2011-12-29", "04:00", "Pacific/Apia", "2011-12-31T04:00:00", 0),
    ("written down before its day", "2026-11-24", "04:00", "Europe/Dublin", "2026-11-20T12:00:00", 0),
]

FIRST, LAST = dt.datetime(1970, 1, 2, tzinfo=UTC), dt.datetime(2037, 12, 31, tzinfo=UTC)
DAY, SECOND = dt.timedelta(days=1), dt.timedelta(seconds=1)


def minutes(text):
    hours, mins = text.split(":")
    return dt.timedelta(hours=int(hours), minutes=int(mins))


def instant(zone, wall, fold):
    """The UTC time of a wall clock; refuses a time the clock never showed."""
    at = dt.datetime.fromisoformat(wall).replace(tzinfo=zoneinfo.ZoneInfo(zone), fold=fold)
    utc = at.astimezone(UTC)
    assert utc.astimezone(at.tzinfo).replace(tzinfo=None) == at.replace(tzinfo=None), (zone, wall)
    if fold:
        assert at.replace(fold=0).astimezone(UTC) != utc, (zone, wall, "comes once")
    return utc


def offset_min(zone, utc):
    """Whole minutes, rounded down: a diary holds no seconds of an offset."""
    return int(utc.astimezone(zoneinfo.ZoneInfo(zone)).utcoffset().total_seconds() // 60)


def day_of(wall, rollover):
    midnight = dt.datetime.combine(wall.date(), dt.time())
    return wall.date() if wall - midnight >= rollover else wall.date() - DAY


def moments(out):
    out.writerow(["name", "zone", "utc", "rollover", "wall", "offset_min", "day"])
    for name, zone, wall, fold, rollover in MOMENTS:
        utc = instant(zone, wall, fold)
        day = day_of(dt.datetime.fromisoformat(wall), minutes(rollover))
        out.writerow([name, zone, utc.strftime("%Y-%m-%dT%H:%M:%SZ"), rollover, wall, offset_min(zone, utc), day])


def entries(out):
    out.writerow(["name", "day", "rollover", "zone", "utc", "mode", "delay_min"])
    for name, day, rollover, zone, wall, fold in ENTRIES:
        end = dt.datetime.fromisoformat(day) + DAY + minutes(rollover)
        delay = int((dt.datetime.fromisoformat(wall) - end).total_seconds() // 60)
        mode = "live" if delay < 0 else "late" if delay <= 1440 else "backfill"
        utc = instant(zone, wall, fold).strftime("%Y-%m-%dT%H:%M:%SZ")
        out.writerow([name, day, rollover, zone, utc, mode, max(delay, 0)])


def changes(zone):
    """Seconds of UTC at which the offset is another than one second before; one a day at most is found."""
    offset = lambda at: at.astimezone(zone).utcoffset()
    at, before = FIRST, offset(FIRST)
    while at < LAST:
        after = offset(at + DAY)
        if after != before:
            low, high = at, at + DAY
            while high - low > SECOND:
                middle = low + (high - low) // 2 // SECOND * SECOND
                low, high = (middle, high) if offset(middle) == before else (low, middle)
            yield high
        at, before = at + DAY, after


def zones(out, names):
    """One line a zone: how often its clock changed in 1970-2037, and sums of days and offsets around the changes."""
    out.writerow(["zone", "changes", "offset_min_sum", "day_sum_00_00", "day_sum_04_00", "day_sum_12_00"])
    epoch = dt.date(1970, 1, 1)
    for name in names:
        zone, count, offsets, sums = zoneinfo.ZoneInfo(name), 0, 0, [0, 0, 0]
        for change in changes(zone):
            count += 1
            for at in (change - SECOND, change, change + dt.timedelta(hours=3)):
                minute = offset_min(name, at)
                offsets += minute
                wall = (at + dt.timedelta(minutes=minute)).replace(tzinfo=None)
                for place, rollover in enumerate(("00:00", "04:00", "12:00")):
                    sums[place] += (day_of(wall, minutes(rollover)) - epoch).days
        out.writerow([name, count, offsets, *sums])


def write(name, fill, *arguments):
    with open(HERE / name, "w", newline="", encoding="utf-8") as file:
        fill(csv.writer(file, lineterminator="\n"), *arguments)


if __name__ == "__main__":
    write("moments.csv", moments)
    write("entries.csv", entries)
    known = sorted(zoneinfo.available_timezones() - {"localtime", "Factory"})
    write("zones.csv", zones, known)
    print(len(MOMENTS), len(ENTRIES), len(known), file=sys.stderr)
