package org.tidemark.logic.today

import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.logic.Feature
import org.tidemark.logic.Moment

/** The Today screen over a diary. */
public fun todayFeature(diary: OpenDiaryInterface, now: () -> Moment): Feature<TodayState, TodayEvent, TodayEffect> =
    Feature(TodayState(), TodayEvent.Shown, ::reduce) { perform(it, diary, now) }
