"""The diary from Python: what is saved is there again, what is refused says what to do, and nothing is guessed."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
import tidemark
from conftest import DAY, EVENING, PASSPHRASE, at, rated


def test_what_was_saved_is_there_after_opening_again(diary: tidemark.OpenDiary, place: str) -> None:
    saved = diary.save_check_in(rated("stress", 6000), at())
    assert (saved.day, saved.entry_mode) == ("2026-11-24", tidemark.EntryMode.LIVE())
    diary.shut()
    again = tidemark.OpenDiary.open_with_passphrase(place, PASSPHRASE)
    today = again.today(at())
    assert [(a.measure_id, a.value_milli, a.check_in_id) for a in today.answers] == [("stress", 6000, saved.id)]
    again.shut()


def test_the_key_opens_what_the_passphrase_opens_and_another_opens_nothing(
    diary: tidemark.OpenDiary, place: str
) -> None:
    diary.shut()
    key = tidemark.key_from_passphrase(place, PASSPHRASE)
    assert len(key) == 32
    tidemark.OpenDiary.open_with_key(place, key).shut()
    other = bytes([key[0] ^ 1]) + key[1:]
    with pytest.raises(tidemark.DiaryError.KeyUnavailable):
        tidemark.OpenDiary.open_with_key(place, other)
    with pytest.raises(tidemark.DiaryError.WrongPassphrase) as wrong:
        tidemark.OpenDiary.open_with_passphrase(place, "another")
    assert Path(wrong.value.path).parent == Path(place)


def test_where_no_diary_is_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(tidemark.DiaryError.NotFound):
        tidemark.OpenDiary.open_with_passphrase(str(tmp_path / "none"), PASSPHRASE)
    assert list(tmp_path.iterdir()) == []


def test_a_skip_is_none_and_not_zero(diary: tidemark.OpenDiary) -> None:
    diary.save_check_in(rated("stress", None), at())
    diary.save_check_in(rated("mood", 0), at())
    assert {a.measure_id: a.value_milli for a in diary.today(at()).answers} == {"stress": None, "mood": 0}


def test_out_of_range_names_the_scale_and_saves_nothing(diary: tidemark.OpenDiary) -> None:
    with pytest.raises(tidemark.DiaryError.OutOfRange) as refused:
        diary.save_check_in(rated("stress", 11_000), at())
    assert (refused.value.measure_id, refused.value.min_milli, refused.value.max_milli) == ("stress", 0, 10_000)
    assert isinstance(refused.value, tidemark.DiaryError)
    assert diary.today(at()).check_ins == 0


def test_a_shut_diary_says_so(diary: tidemark.OpenDiary) -> None:
    diary.shut()
    diary.shut()
    with pytest.raises(tidemark.DiaryError.Shut):
        diary.today(at())


def test_a_trend_has_its_points_and_missing_days_are_missing(diary: tidemark.OpenDiary) -> None:
    # 40 days, every fifth left out: 0, 1, 2, ... repeating every 4 rated days.
    values = {day: 1000 * (day % 4) for day in range(40) if day % 5 != 4}
    for day, value in values.items():
        moment = EVENING + day * DAY
        diary.save_check_in(rated("stress", value, moment), at(moment))
    trends = diary.trends(["stress"], tidemark.Span())
    [trend] = trends.trends
    assert [point.value * 1000 for point in trend.points] == list(values.values())
    assert (trend.n, trend.n_missing, trend.min, trend.max) == (32, 7, 0.0, 3.0)
    assert trends.period == tidemark.Period(_from="2026-11-24", to="2027-01-01")
    assert trend.direction == tidemark.Direction.HIGHER_WORSE


def test_three_values_have_no_drift_and_the_reason_says_how_many_it_takes(diary: tidemark.OpenDiary) -> None:
    for day in range(3):
        moment = EVENING + day * DAY
        diary.save_check_in(rated("stress", 1000 * day, moment), at(moment))
    [trend] = diary.trends([], tidemark.Span()).trends
    assert isinstance(trend.drift, tidemark.DriftFigure.SILENT)
    silence = trend.drift.silence
    assert (silence.code, silence.have, silence.need) == ("too_few", 3, 30)


def test_the_report_is_a_pdf_on_disk_and_the_same_bytes_twice(diary: tidemark.OpenDiary, tmp_path: Path) -> None:
    diary.save_check_in(rated("stress", 6000), at())
    options = tidemark.ReportOptions(made_at=at(), paper=tidemark.Paper.A4)
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    written = diary.write_report(str(first), options)
    diary.write_report(str(second), options)
    assert first.read_bytes().startswith(b"%PDF-")
    assert first.stat().st_size == written.bytes
    assert written.pages >= 1
    assert first.read_bytes() == second.read_bytes()
    with pytest.raises(tidemark.DiaryError.OutputNotWritten):
        diary.write_report(str(tmp_path / "no folder" / "report.pdf"), options)


def test_a_number_that_is_no_whole_number_is_refused_before_it_crosses(diary: tidemark.OpenDiary) -> None:
    for value in (6.5, math.nan, "6"):
        with pytest.raises((TypeError, ValueError)):
            diary.save_check_in(rated("stress", value), at())  # type: ignore[arg-type]
    assert diary.today(at()).check_ins == 0
