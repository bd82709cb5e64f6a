"""The calls of the shared cases over the installed wheel, and their answers in the form of the cases."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import tidemark
from tidemark import FieldText, Kind, Modality, Phase, Rated, RecordedBy, SessionStatus

Call = dict[str, Any]
OWN = RecordedBy.OWN


class Phone:
    """One open diary in a folder, asked by name."""

    def __init__(self, folder: Path, top: Path) -> None:
        self.folder, self.top = folder, top
        self.diary: tidemark.OpenDiary

    def call(self, name: str, given: Call) -> tuple[Any, str]:
        """The answer, and the id that was made or nothing."""
        found: Any = getattr(self, "on_" + name)(given)
        return found if isinstance(found, tuple) else (found, "")

    def path(self, given: Call, name: str) -> str:
        return str(self.folder / given[name])

    def on_create(self, given: Call) -> None:
        ends = given.get("rollover_min")
        self.diary = tidemark.OpenDiary.create(self.path(given, "diary"), given["passphrase"], ends, now(given))

    def on_open(self, given: Call) -> None:
        self.diary = tidemark.OpenDiary.open_with_passphrase(self.path(given, "diary"), given["passphrase"])

    def on_open_with_key(self, given: Call) -> None:
        path = self.path(given, "diary")
        self.diary = tidemark.OpenDiary.open_with_key(path, tidemark.key_from_passphrase(path, given["passphrase"]))

    def on_shut(self, _: Call) -> None:
        self.diary.shut()

    def on_today(self, given: Call) -> Any:
        today = self.diary.today(now(given))
        return {
            "day": today.day,
            "rollover_min": today.rollover_min,
            "asked": [measure.id for measure in today.asked],
            "answers": [{"measure_id": a.measure_id, "value_milli": a.value_milli} for a in today.answers],
            "check_ins": today.check_ins,
            "running": today.running_session_id is not None,
            "planned": len(today.planned_session_ids),
            "morning_after": len(today.morning_after_session_ids),
            "away_since": today.away_since,
            "days_since_backup": today.days_since_backup,
        }

    def on_save_check_in(self, given: Call) -> Any:
        draft = tidemark.CheckInDraft(
            rated_at=moment(given, "rated_at") or now(given),
            ratings=ratings(given, "ratings"),
            day=given.get("day"),
            note=given.get("note"),
            recorded_by=OWN,
        )
        saved = self.diary.save_check_in(draft, now(given))
        delay = getattr(saved.entry_mode, "delay_min", 0)
        return {"day": saved.day, "entry_mode": mode(saved.entry_mode), "delay_min": delay}, saved.id

    def on_save_days(self, given: Call) -> None:
        for day, milli in given["days"]:
            at = tidemark.moment_from_text(f"{day}T21:00:00+00:00")
            rated = Rated(measure_id=given["measure_id"], value_milli=milli)
            self.diary.save_check_in(tidemark.CheckInDraft(rated_at=at, ratings=[rated], recorded_by=OWN), at)

    def on_change_rating(self, given: Call) -> None:
        self.diary.change_rating(given["id"], given["measure_id"], given["value_milli"], now(given))

    def on_remove_record(self, given: Call) -> None:
        self.diary.remove_record(kind(given), given["id"], OWN, now(given))

    def on_undo(self, given: Call) -> Any:
        return {"removed": self.diary.undo(OWN, now(given)).removed}

    def on_save_session(self, given: Call) -> Any:
        around = [
            tidemark.SessionRatingDraft(phase=phase, ratings=ratings(given, name))
            for phase, name in ((Phase.BEFORE, "before"), (Phase.AFTER, "after"))
            if given.get(name)
        ]
        minutes = given.get("minutes")
        draft = tidemark.SessionDraft(
            started_at=tidemark.moment_from_text(given["started_at"]),
            ending=tidemark.Ending.NOT_HELD() if minutes is None else tidemark.Ending.AFTER(minutes=minutes),
            status=SessionStatus[given.get("status", "held").upper()],
            modality=Modality[given["modality"].upper()],
            recorded_by=OWN,
            ratings=around,
        )
        saved = self.diary.save_session(draft, now(given))
        return {"day": saved.day}, saved.id

    def on_rate_session(self, given: Call) -> None:
        phase = Phase[given["phase"].upper()]
        draft = tidemark.SessionRatingDraft(
            phase=phase, ratings=ratings(given, "ratings"), rated_at=moment(given, "rated_at")
        )
        self.diary.rate_session(given["id"], draft, OWN, now(given))

    def on_start_session(self, given: Call) -> Any:
        draft = tidemark.SessionDraft(
            started_at=now(given),
            ending=tidemark.Ending.NOT_HELD(),
            status=SessionStatus.PLANNED,
            modality=Modality[given["modality"].upper()],
            recorded_by=OWN,
        )
        saved = self.diary.start_session(draft, now(given))
        return {"day": saved.day}, saved.id

    def on_finish_session(self, given: Call) -> Any:
        end = tidemark.SessionEnd(minutes=given.get("minutes"))
        return {"day": self.diary.finish_session(given["id"], end, OWN, now(given)).day}

    def on_month(self, given: Call) -> Any:
        month = self.diary.month(given["year"], given["month"])
        days = [
            [d.day, d.mark.name.lower(), d.check_ins, d.sessions, d.planned, d.others]
            for d in month.days
            if d.mark.name != "BLANK" or d.check_ins + d.sessions + d.planned + d.others
        ]
        return {"from": month.period._from, "to": month.period.to, "days": days}

    def on_entries(self, given: Call) -> Any:
        return [
            {
                "kind": entry.kind,
                "day": entry.day,
                "recorded_by": entry.recorded_by,
                "revision": entry.revision,
                "entry_mode": entry.entry_mode,
                "values": [[value.measure_id, decimal(value.value)] for value in entry.values],
            }
            for entry in self.diary.entries(span(given))
        ]

    def on_trends(self, given: Call) -> Any:
        return [trend(one) for one in self.diary.trends(given["measures"], span(given)).trends]

    def on_changes(self, given: Call) -> Any:
        return [change(one) for one in self.diary.changes(given["measures"], span(given)).changes]

    def on_cards(self, given: Call) -> Any:
        week = self.diary.cards(now(given))
        return {
            "as_of": week.as_of,
            "waiting": week.waiting,
            "next": week.next.text if week.next else None,
            "cards": [
                {"question": c.question, "shown": c.shown.name.lower(), "n": c.n, "text": c.sentence.text}
                for c in week.cards
            ],
        }

    def on_add_record(self, given: Call) -> Any:
        fields = [FieldText(name=name, text=text) for name, text in sorted(given["fields"].items())]
        return None, self.diary.add_record(kind(given), fields, OWN, now(given)).id

    def on_records(self, given: Call) -> Any:
        records = self.diary.records(kind(given), tidemark.Span())
        return [
            {"revision": record.revision} | {f.name: f.text for f in record.fields if f.name in given["fields"]}
            for record in records
        ]

    def on_import_preview(self, given: Call) -> Any:
        shown = self.diary.preview_import(self.pending(given), choices(given))
        return {
            "format": shown.format,
            "new": shown.counts.new,
            "same": shown.counts.same,
            "deleted": shown.counts.deleted,
            "rejected": shown.rejected,
            "empty_rows": shown.empty_rows,
            "left_out_rows": shown.left_out_rows,
            "new_measures": shown.new_measures,
            "from": shown.period._from if shown.period else None,
            "to": shown.period.to if shown.period else None,
        }

    def on_import_apply(self, given: Call) -> Any:
        counts = self.diary.apply_import(self.pending(given), choices(given), None, now(given)).counts
        return {"new": counts.new, "same": counts.same, "deleted": counts.deleted, "restored": counts.restored}

    def on_import_undo(self, given: Call) -> Any:
        undone = self.diary.undo_import("last", given.get("keep_edited", False), now(given))
        return {"removed": undone.removed, "edited": undone.edited, "with_them": undone.with_them}

    def on_backup(self, given: Call) -> Any:
        return {"verified": self.diary.backup(self.path(given, "path"), None, None, now(given)).verified}

    def on_backup_contents(self, given: Call) -> Any:
        found = tidemark.open_backup(self.path(given, "path"), given["passphrase"]).contents()
        return {
            "from": found.period._from if found.period else None,
            "to": found.period.to if found.period else None,
            "tables": {table.table: table.rows for table in found.tables},
        }

    def on_restore(self, given: Call) -> None:
        self.diary.shut()
        target = self.path(given, "diary")
        backup = tidemark.open_backup(self.path(given, "path"), given["passphrase"])
        backup.restore(target, None, given.get("replace", False), None, now(given))
        self.diary = tidemark.OpenDiary.open_with_passphrase(target, given["passphrase"])

    def on_settings(self, _: Call) -> Any:
        settings = self.diary.settings()
        return {
            "rollover_min": settings.rollover_min,
            "hide_before": settings.hide_before,
            "paper": settings.paper.name.lower(),
            "region": settings.region,
            "private_notifications": settings.private_notifications,
        }

    def on_set_setting(self, given: Call) -> None:
        self.diary.set_setting(tidemark.Setting.ROLLOVER(minutes=given["rollover_min"]))

    def on_choose_starter_set(self, given: Call) -> None:
        self.diary.choose_starter_set(given["id"], OWN, now(given))

    def on_report(self, given: Call) -> Any:
        period = tidemark.Period(_from=given["from"], to=given["to"])
        options = tidemark.ReportOptions(made_at=now(given), paper=tidemark.Paper.A4, period=period)
        written = self.diary.write_report(self.path(given, "path"), options)
        file = self.folder / given["path"]
        return {"pages": written.pages, "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}

    def pending(self, given: Call) -> tidemark.PendingImport:
        request = tidemark.ImportRequest(
            path=str(self.top / given["file"]),
            format=tidemark.ImportFormat[given["format"].upper()] if "format" in given else None,
            answers=given.get("answers", []),
            zone_id=given.get("zone_id"),
        )
        return self.diary.read_import(request, now(given))


def trend(from_: tidemark.Trend) -> Any:
    level: Any
    if isinstance(from_.level, tidemark.LevelFigure.DRAWN):
        days = from_.level.band.days
        last = [decimal(days[-1].level), decimal(days[-1].low), decimal(days[-1].high)] if days else None
        level = {"days": len(days), "last": last}
    elif isinstance(from_.level, tidemark.LevelFigure.SILENT):
        level = silent(from_.level.silence)
    drift: Any
    if isinstance(from_.drift, tidemark.DriftFigure.ESTIMATED):
        d = from_.drift.drift
        drift = {
            "slope": decimal(d.slope_per_30_days),
            "low": decimal(d.interval.low),
            "high": decimal(d.interval.high),
            "n": d.n,
        }
    elif isinstance(from_.drift, tidemark.DriftFigure.SILENT):
        drift = silent(from_.drift.silence)
    return {
        "measure_id": from_.measure_id,
        "n": from_.n,
        "n_missing": from_.n_missing,
        "min": decimal(from_.min),
        "max": decimal(from_.max),
        "median": decimal(from_.median),
        "points": [[point.day, decimal(point.value), mode(point.mode)] for point in from_.points],
        "gaps": [[gap._from, gap.to, gap.days] for gap in from_.gaps],
        "level": level,
        "drift": drift,
        "cautions": from_.cautions,
        "sentences": [sentence.text for sentence in from_.sentences],
    }


def change(from_: tidemark.SessionChange) -> Any:
    figure: Any
    if isinstance(from_.change, tidemark.ChangeFigure.ESTIMATED):
        c = from_.change.change
        figure = {
            "is_mean": c.is_mean,
            "estimate": decimal(c.estimate),
            "low": decimal(c.interval.low),
            "high": decimal(c.interval.high),
            "n": c.n,
        }
    elif isinstance(from_.change, tidemark.ChangeFigure.SILENT):
        figure = silent(from_.change.silence)
    return {
        "measure_id": from_.measure_id,
        "sessions": from_.sessions,
        "n": from_.n,
        "before_median": decimal(from_.before_median),
        "after_median": decimal(from_.after_median),
        "lower": from_.counts.lower,
        "same": from_.counts.same,
        "higher": from_.counts.higher,
        "change": figure,
        "cautions": from_.cautions,
        "sentences": [sentence.text for sentence in from_.sentences],
    }


def silent(silence: tidemark.Silence) -> Any:
    return {"silent": silence.code, "have": decimal(silence.have), "need": decimal(silence.need)}


def decimal(number: float | None) -> str | None:
    if number is None:
        return None
    text = f"{number:.6f}"
    return "0.000000" if text == "-0.000000" else text


def mode(entry_mode: tidemark.EntryMode) -> str:
    return type(entry_mode).__name__.rsplit(".", 1)[-1].lower()


def moment(given: Call, name: str) -> tidemark.Moment | None:
    return tidemark.moment_from_text(given[name]) if given.get(name) else None


def now(given: Call) -> tidemark.Moment:
    return tidemark.moment_from_text(given["now"])


def span(given: Call) -> tidemark.Span:
    return tidemark.Span(_from=given.get("from"), to=given.get("to"))


def kind(given: Call) -> Kind:
    return Kind[given["kind"].upper()]


def choices(given: Call) -> tidemark.ImportChoices:
    return tidemark.ImportChoices(skip_rejected=given.get("skip_rejected", False), restore_deleted=False)


def ratings(given: Call, name: str) -> list[Rated]:
    return [Rated(measure_id=measure, value_milli=milli) for measure, milli in sorted(given.get(name, {}).items())]
