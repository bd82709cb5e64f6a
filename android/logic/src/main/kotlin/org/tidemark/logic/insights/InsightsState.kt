package org.tidemark.logic.insights

import org.tidemark.bindings.CardWeek
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Problem

/** The cards of the week. */
public data class InsightsState(
    /** What the core shows; none until it was read. */
    val week: CardWeek? = null,
    /** The words every screen of a made-up diary shows. */
    val sampleLabel: String? = null,
    /** Cards whose way of working out is open, by their question. */
    val opened: Set<String> = emptySet(),
    /** Cards whose question stands on the list of a visit, by their question. */
    val asked: Map<String, Asked> = emptyMap(),
    /** A card that is being hidden or asked. */
    val busy: String? = null,
    /** What could not be done with a card, by its question. */
    val refused: Map<String, NotDone> = emptyMap(),
    /** Why the cards could not be read. */
    val problem: Problem? = null,
)

/** The visit whose list a question stands on; its day when that can be read. */
public data class Asked(val visitOn: LogicalDate?)

/** Why a card was neither hidden nor asked. Nothing was changed. */
public sealed interface NotDone {
    /** No coming visit has room for another question; one can be written down. */
    public data object NoComingVisit : NotDone

    public data class Refused(val act: CardAct, val problem: Problem) : NotDone
}

public enum class CardAct { HIDE, ASK }
