package org.tidemark.logic.session.after

import org.tidemark.bindings.Phase
import org.tidemark.logic.Answer
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Problem
import org.tidemark.logic.Question
import org.tidemark.logic.session.PhaseRatings
import org.tidemark.logic.session.Session
import org.tidemark.logic.session.Told
import org.tidemark.logic.session.Written

/** A session right after it. */
public data class AfterState(
    val sessionId: String,
    /** None until it was read. */
    val session: Session? = null,
    val ratings: PhaseRatings = PhaseRatings(Phase.AFTER),
    val told: Told = Told(),
    val written: Written = Written.AsRead,
    /** The unwanted effect whose strength is asked. */
    val openEffect: String? = null,
    /** "Something was too much", while it is being told; none: not offered an answer. */
    val distress: Distress? = null,
    /** A distress entry of this screen is on disk. */
    val distressSaved: Boolean = false,
    val problem: Problem? = null,
) {
    /**
     * Before and after side by side; none while a rating after is still to be given or not on disk, so that no number before
     * steers one after. The core shows the ratings before from the first one after on; this screen waits for the last.
     */
    val sides: List<Side>?
        get() {
            val read = session ?: return null
            val before = read.before ?: return null
            if (read.hidesBefore && !read.beforeSeen && !ratings.complete) return null
            return ratings.questions.map { Side(it, before.answers[it.measure], ratings.given[it.measure]?.stored) }
        }

    /** Ratings before can be looked at: they are there, and no number after is given. */
    val canReveal: Boolean get() = session?.beforeHidden == true && ratings.given.isEmpty()
}

/** One measure before and after; none where nothing was given. */
public data class Side(val question: Question, val before: Answer?, val after: Answer?) {
    public val measure: MeasureId get() = question.measure
}

/** When it became too much, as it is being told. Everything but the kind may stay open. */
public data class Distress(
    val kind: String? = null,
    /** 0 to 10, none when not said. */
    val strength: Int? = null,
    val helped: String = "",
    val told: Set<String> = emptySet(),
    val wentOn: Boolean? = null,
    val saving: Boolean = false,
)

/** What it may have been like, in the catalogue's codes. */
public val distressKinds: List<String> = listOf("memory_overwhelming", "panic", "pain", "dizzy", "numb", "tearful", "other")

/** Who may have been told. */
public val toldCodes: List<String> = listOf("massage_therapist", "clinician", "trusted_person", "nobody_yet")

private const val NOBODY = "nobody_yet"

/** With [code] among those who know, or without; nobody yet stands alone. */
public fun Distress.toldTo(code: String): Distress = copy(
    told = when (code) {
        in told -> told - code
        NOBODY -> setOf(NOBODY)
        else -> told - NOBODY + code
    },
)
