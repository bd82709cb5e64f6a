"""What a user might write; checked by mypy, never run."""

import tidemark
from tidemark import CheckInDraft, DiaryError, DriftFigure, Ending, Moment, OpenDiary, Rated, RecordedBy, Span


def low_end(diary: OpenDiary) -> float | None:
    for trend in diary.trends(["stress"], Span()).trends:
        if isinstance(trend.drift, DriftFigure.ESTIMATED):
            return trend.drift.drift.interval.low
        if trend.median is not None and trend.median > 5:
            return trend.points[0].value
    return None


def saved(diary: OpenDiary, now: Moment) -> str:
    draft = CheckInDraft(rated_at=now, ratings=[Rated(measure_id="stress", value_milli=None)], recorded_by=RecordedBy.OWN)
    try:
        return diary.save_check_in(draft, now).id
    except DiaryError.OutOfRange as refused:
        return f"{refused.measure_id}: {refused.min_milli + refused.max_milli}"
    except DiaryError as other:
        return str(other)


def whole_hour() -> Ending:
    return Ending.AFTER(minutes=60)


def codes(table: str) -> dict[str, list[str]]:
    return {summary.measure_id: summary.cautions for summary in tidemark.trends_of_ratings(table, Span())}
