package org.tidemark.logic.history

import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.logic.Feature
import org.tidemark.logic.Moment

/** The history screen over a diary. */
public fun historyFeature(diary: OpenDiaryInterface, now: () -> Moment): Feature<HistoryState, HistoryEvent, HistoryEffect> =
    Feature(HistoryState(), HistoryEvent.Shown, ::reduce) { perform(it, diary, now) }
