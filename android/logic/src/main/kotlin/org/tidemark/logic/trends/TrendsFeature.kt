package org.tidemark.logic.trends

import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.logic.Feature
import org.tidemark.logic.Moment

/** The trends screen over a diary. */
public fun trendsFeature(diary: OpenDiaryInterface, now: () -> Moment): Feature<TrendsState, TrendsEvent, TrendsEffect> =
    Feature(TrendsState(), TrendsEvent.Shown, ::reduce) { perform(it, diary, now) }
