package org.tidemark.logic.insights

import org.tidemark.bindings.CardWeek
import org.tidemark.logic.Problem

/** What happened on the insights screen. A card is named by its question. */
public sealed interface InsightsEvent {
    /** The screen came to the front, or "Try again" was tapped. */
    public data object Shown : InsightsEvent

    /** "How this was worked out". */
    public data class HowShown(val card: String, val on: Boolean) : InsightsEvent

    /** "Not useful". */
    public data class HideTapped(val card: String) : InsightsEvent

    /** "Add to my questions". */
    public data class AskTapped(val card: String) : InsightsEvent

    public data class WeekRead(val week: CardWeek, val sampleLabel: String? = null) : InsightsEvent

    public data class WeekNotRead(val problem: Problem) : InsightsEvent

    public data class Hidden(val card: String) : InsightsEvent

    public data class OnList(val card: String, val asked: Asked) : InsightsEvent

    public data class ActRefused(val card: String, val why: NotDone) : InsightsEvent
}
