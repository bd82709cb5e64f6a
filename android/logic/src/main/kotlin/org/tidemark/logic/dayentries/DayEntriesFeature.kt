package org.tidemark.logic.dayentries

import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.logic.Feature
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Moment

/** The page of a day over a diary. */
public fun dayEntriesFeature(
    date: LogicalDate,
    diary: OpenDiaryInterface,
    now: () -> Moment,
): Feature<DayEntriesState, DayEntriesEvent, DayEntriesEffect> =
    Feature(DayEntriesState(date), DayEntriesEvent.Shown, ::reduce) { perform(it, diary, now) }
