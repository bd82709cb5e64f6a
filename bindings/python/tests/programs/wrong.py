"""What a user might get wrong: each marked line has the mistake that mypy has to find there; never run."""

import tidemark


def wrong(diary: tidemark.OpenDiary, now: tidemark.Moment) -> float:
    diary.save_checkin()  # wrong: attr-defined
    diary.today("now")  # wrong: arg-type
    tidemark.Rated(measure_id="stress", value_milli=6.5)  # wrong: arg-type
    tidemark.Rated(measure_id="stress")  # wrong: call-arg
    tidemark.Ending.AFTER(hours=1)  # wrong: call-arg
    [trend] = diary.trends([], tidemark.Span()).trends
    if trend.median > 5:  # wrong: operator
        pass
    try:
        diary.shut()
    except tidemark.DiaryError.Shut as shut:
        print(shut.path)  # wrong: attr-defined
    tidemark.Direction.UPWARD  # wrong: attr-defined
    print(trend.drift.drift)  # wrong: attr-defined
    return 0.0
