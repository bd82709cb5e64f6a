package org.tidemark.logic.session.tomorrow

import org.tidemark.bindings.Phase
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.session.PhaseRatings
import org.tidemark.logic.session.RatingEvent
import org.tidemark.logic.session.Session
import org.tidemark.logic.session.ToStore
import org.tidemark.logic.session.Told
import org.tidemark.logic.session.Written

/** The time after a session: what helps, and how the night and the body felt. */
public data class TomorrowState(
    val sessionId: String,
    /** None until it was read. */
    val session: Session? = null,
    val ratings: PhaseRatings = PhaseRatings(Phase.FOLLOW_UP),
    /** Whether the ratings can be given now; the core says so. */
    val asks: Boolean = false,
    val told: Told = Told(),
    val written: Written = Written.AsRead,
    /** The unwanted effect whose strength is asked. */
    val openEffect: String? = null,
    /** When the phone reminds of the rating, `hh:mm`; none while it does not. */
    val reminder: String? = null,
    val problem: Problem? = null,
) {
    /** The pads stand here while the rating can be given, and when it was. */
    val showsPads: Boolean get() = asks || ratings.given.isNotEmpty()
}

public sealed interface TomorrowEvent {
    public data object Shown : TomorrowEvent

    public data class OfRating(val event: RatingEvent) : TomorrowEvent

    /** Something that helps was ticked, or unticked, at [at]. */
    public data class CareTapped(val item: String, val at: Moment) : TomorrowEvent

    public data class EffectTapped(val kind: String, val at: Moment) : TomorrowEvent

    public data class EffectStrength(val kind: String, val strength: Int?) : TomorrowEvent

    /** "Try again" was tapped. */
    public data object ToldAgain : TomorrowEvent

    /** "Remind me" was tapped. */
    public data object ReminderAsked : TomorrowEvent

    public data class Read(val session: Session, val asks: Boolean, val reminder: String?) : TomorrowEvent

    public data class ToldWritten(val at: Moment) : TomorrowEvent

    public data class ToldRefused(val problem: Problem) : TomorrowEvent

    public data class ReminderSet(val clock: String) : TomorrowEvent

    public data class Refused(val problem: Problem) : TomorrowEvent
}

public sealed interface TomorrowEffect {
    public data class Read(val sessionId: String) : TomorrowEffect

    public data class Rate(val sessionId: String, val rating: ToStore) : TomorrowEffect

    public data class Write(val sessionId: String, val told: Told) : TomorrowEffect

    /** Has the phone remind of the morning after at [REMINDED_AT]. */
    public data object SetReminder : TomorrowEffect
}

/** When the phone reminds, unless the person sets it otherwise. */
public const val REMINDED_AT: String = "08:30"
