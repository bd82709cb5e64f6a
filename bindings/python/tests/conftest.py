"""What the tests have in common: a moment, a passphrase, and diaries that go away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import tidemark

PASSPHRASE = "four plain words here"
# `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
EVENING = 1_795_550_640_000
DAY = 86_400_000


def at(epoch_ms: int = EVENING) -> tidemark.Moment:
    return tidemark.Moment(epoch_ms=epoch_ms, offset_s=3600, zone_id="Europe/Berlin")


def rated(measure: str, value_milli: int | None, epoch_ms: int = EVENING) -> tidemark.CheckInDraft:
    return tidemark.CheckInDraft(
        rated_at=at(epoch_ms),
        ratings=[tidemark.Rated(measure_id=measure, value_milli=value_milli)],
        recorded_by=tidemark.RecordedBy.OWN,
    )


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "my.diary")


@pytest.fixture
def diary(place: str) -> Iterator[tidemark.OpenDiary]:
    opened = tidemark.OpenDiary.create(place, PASSPHRASE, None, at())
    yield opened
    opened.shut()
