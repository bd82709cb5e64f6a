package org.tidemark.logic.session

import org.tidemark.bindings.Kind
import org.tidemark.bindings.Modality
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.SessionStatus
import org.tidemark.bindings.Span
import org.tidemark.bindings.momentFromText
import org.tidemark.logic.Moment

/** The style a record takes when the person named none. */
internal val Modality?.orOther: Modality get() = this ?: Modality.OTHER

/** What the last session was like; before the first one, what the plan says. */
internal fun OpenDiaryInterface.lastChoices(now: Moment): SessionChoices {
    val last = records(Kind.SESSION, Span()).map { record -> record.fields.associate { it.name to it.text } }
        .filter { it["status"] in setOf(SessionStatus.HELD.code, SessionStatus.STOPPED_EARLY.code) }
        .maxByOrNull { momentFromText(it["started_at"].orEmpty()).epochMs }
    // A dose belongs to one session.
    if (last != null) return choices(last::get).copy(doses = emptyList())
    val plan = planInForce(today(now).day)?.fields?.associate { it.name to it.text } ?: return SessionChoices()
    return choices { name -> plan[planned(name)] }
}

/** What a plan calls a field of a session. */
private fun planned(name: String): String = when (name) {
    "pressure_asked" -> "pressure"
    "planned_min" -> "minutes"
    else -> name
}
