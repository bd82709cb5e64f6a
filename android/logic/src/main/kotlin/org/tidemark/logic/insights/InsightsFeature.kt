package org.tidemark.logic.insights

import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.logic.Feature
import org.tidemark.logic.Moment

/** The insights screen over a diary. */
public fun insightsFeature(diary: OpenDiaryInterface, now: () -> Moment): Feature<InsightsState, InsightsEvent, InsightsEffect> =
    Feature(InsightsState(), InsightsEvent.Shown, ::reduce) { perform(it, diary, now) }
