package org.tidemark.logic.report

import org.tidemark.bindings.EntryId
import org.tidemark.bindings.Included
import org.tidemark.bindings.Moment
import org.tidemark.bindings.Paper
import org.tidemark.bindings.Period
import org.tidemark.bindings.ReportOptions
import java.time.LocalDate

/** For whom a report is; what is ticked for each comes from the core. */
public enum class Recipient { USUAL, PRESCRIBER, TALKING_THERAPIST, MASSAGE_THERAPIST, OWN_CHOICE }

/** Which days a report covers. */
public sealed interface Days {
    /** Since the last visit, or what the core takes instead. */
    public data object Usual : Days

    /** Chosen days, as typed: `YYYY-MM-DD`. */
    public data class Chosen(val from: String, val to: String) : Days {
        /** The period; none when either is no day, or the last one is before the first. */
        public val period: Period?
            get() {
                val (first, last) = listOf(from, to).map { runCatching { LocalDate.parse(it.trim()) }.getOrNull() }
                return if (first == null || last == null || last < first) null else Period(first.toString(), last.toString())
            }
    }
}

/** What the person chose for a report. Kept in memory until the diary is locked. */
public data class ReportChoices(
    val included: Included,
    val paper: Paper,
    val recipient: Recipient = Recipient.USUAL,
    val days: Days = Days.Usual,
    /** Whether the name is printed; off unless ticked. */
    val named: Boolean = false,
    val name: String = "",
) {
    /** The days it covers; none while those that were typed cannot be taken. */
    public fun period(usual: Period): Period? = when (days) {
        Days.Usual -> usual
        is Days.Chosen -> days.period
    }

    /** Whether a note goes along: ticked by itself, or with all of them. */
    public fun hasNote(entry: EntryId): Boolean = included.notes || entry in included.chosenNotes

    val nameTooLong: Boolean get() = named && name.trim().let { it.codePointCount(0, it.length) } > LONGEST_NAME

    /** What the library is asked for; none while the days or the name cannot be taken. */
    public fun options(madeAt: Moment, usual: Period): ReportOptions? {
        val period = period(usual) ?: return null
        if (nameTooLong) return null
        return ReportOptions(madeAt, paper, period, name.trim().takeIf { named && it.isNotEmpty() }, included)
    }
}

private const val LONGEST_NAME = 80

/** A tick of the report, with the code that its name in the catalogue ends in. */
public enum class Tick(public val code: String, public val get: (Included) -> Boolean, public val set: Included.(Boolean) -> Included) {
    TRENDS("trends", { it.trends }, { copy(trends = it) }),
    SESSIONS("sessions", { it.sessions }, { copy(sessions = it) }),
    QUESTIONNAIRES("questionnaires", { it.questionnaires }, { copy(questionnaires = it) }),
    MEDICINES("medicines", { it.medicines }, { copy(medicines = it) }),
    QUESTIONS("questions", { it.questions }, { copy(questions = it) }),
    GOALS("goals", { it.goals }, { copy(goals = it) }),
    EVENTS("events", { it.events }, { copy(events = it) }),
    UNWANTED("unwanted_effects", { it.unwanted }, { copy(unwanted = it) }),
    PLAN("plan", { it.plan }, { copy(plan = it) }),
    PRACTICES("practices", { it.practices }, { copy(practices = it) }),

    /** All notes, with the other words that go only with all of them; the core refuses some beside all. */
    NOTES("notes", { it.notes }, { copy(notes = it, chosenNotes = emptyList()) }),
    DISTRESS("distress", { it.distress }, { copy(distress = it) }),
    ITEMS("item_scores", { it.items }, { copy(items = it) }),
    DAILY("daily_table", { it.daily }, { copy(daily = it) }),
    ;

    public companion object {
        /** Ticked by default, or by a recipient. */
        public val usual: List<Tick> = listOf(TRENDS, SESSIONS, QUESTIONNAIRES, MEDICINES, QUESTIONS, GOALS, EVENTS, UNWANTED, PLAN, PRACTICES)

        /** Left out unless the person ticks them. */
        public val asked: List<Tick> = entries - usual.toSet()
    }
}
