package org.tidemark.logic.session.before

import org.tidemark.logic.Moment
import org.tidemark.logic.Next
import org.tidemark.logic.session.RatingEvent
import org.tidemark.logic.session.RatingSaving
import org.tidemark.logic.session.SessionChoices
import org.tidemark.logic.session.after
import org.tidemark.logic.session.lastDose
import org.tidemark.logic.session.moved
import org.tidemark.logic.session.next
import org.tidemark.logic.session.read

private typealias NextBefore = Next<BeforeState, BeforeEffect>

/** The rules of the screen before a session. */
public fun reduce(state: BeforeState, event: BeforeEvent): Next<BeforeState, BeforeEffect> = when (event) {
    BeforeEvent.Shown -> if (state.left == null) Next(state, BeforeEffect.Read(state.sessionId)) else Next(state)
    is BeforeEvent.Read -> Next(state.read(event.read))
    is BeforeEvent.OfRating -> state.rating(event.event)
    is BeforeEvent.Opened -> state.copy(open = event.choice.takeIf { it != state.open }).goingOn()
    is BeforeEvent.Chosen -> state.copy(choices = event.choices, problem = null).goingOn()
    is BeforeEvent.DoseAdded, is BeforeEvent.DoseMoved, is BeforeEvent.DoseRemoved -> state.dosed(event)
    is BeforeEvent.CardShown -> state.copy(card = event.on, open = null).goingOn()
    is BeforeEvent.Begun -> Next(state.copy(begunMin = event.minutesAgo, fromMemory = state.fromMemory && event.minutesAgo != null))
    is BeforeEvent.FromMemory -> Next(state.copy(fromMemory = event.yes))
    BeforeEvent.StartAsked -> if (state.canStart) state.asks(Asked.START) else Next(state)
    BeforeEvent.KeepAsked -> if (state.asked == null) state.asks(Asked.KEEP) else Next(state)
    BeforeEvent.OverAlready -> Next(state.copy(left = Left.Over(state.sessionId)))
    BeforeEvent.RemoveAsked -> state.removing()
    is BeforeEvent.Planned -> state.planned(event)
    is BeforeEvent.NotPlanned -> Next(state.copy(working = false, asked = null, ratings = state.ratings.after(event.rating)))
    is BeforeEvent.ChoicesStored -> state.copy(stored = event.choices, working = false).goingOn().withApart()
    is BeforeEvent.ApartRead -> Next(state.copy(apart = event.apart))
    // A sentence about a length or a dose of before is not left standing.
    is BeforeEvent.ApartNotRead -> Next(state.copy(apart = emptyList(), problem = event.problem))
    is BeforeEvent.Done -> Next(state.copy(left = event.left, working = false, asked = null))
    is BeforeEvent.Refused -> Next(state.copy(problem = event.problem, working = false, asked = null))
}

private fun BeforeState.read(read: BeforeRead): BeforeState = copy(
    sessionId = read.sessionId,
    // What was chosen on this screen stays when it comes to the front again.
    choices = if (choices != null && choices != stored) choices else read.choices,
    stored = read.stored,
    ratings = ratings.read(read.questions, read.found),
    allergies = read.allergies,
    apart = read.apart,
    medicines = read.medicines,
    // Wherever the way here came from, a session that runs is on its timer.
    left = left ?: read.sessionId?.takeIf { read.running }?.let { Left.Started(it) },
    problem = null,
)

/** Doses are choices too, and go to disk as these do. */
private fun BeforeState.dosed(event: BeforeEvent): NextBefore {
    val agreed = choices ?: return Next(this)
    val doses = when (event) {
        is BeforeEvent.DoseAdded -> agreed.doses + listOfNotNull(medicines.firstOrNull { it.id == event.medicationId }?.lastDose(event.at))
            .filter { dose -> agreed.doses.none { it.medicationId == dose.medicationId } }
        is BeforeEvent.DoseMoved -> agreed.doses.moved(event.medicationId, event.minutes, event.at) ?: agreed.doses
        is BeforeEvent.DoseRemoved -> agreed.doses.filter { it.medicationId != event.medicationId }
        else -> agreed.doses
    }
    return if (doses == agreed.doses) Next(this) else copy(choices = agreed.copy(doses = doses), problem = null).goingOn()
}

private fun BeforeState.rating(event: RatingEvent): NextBefore {
    val about = (event as? RatingEvent.Rated)?.let { if (fromMemory) it.at.minus(begunMin ?: 0) else it.at }
    val acted = copy(ratings = ratings.after(event, recalled = fromMemory, about = about))
    // What was asked for does not go on over a number that is not on disk.
    return if (event is RatingEvent.Refused) Next(acted.copy(asked = null)) else acted.goingOn()
}

private fun BeforeState.asks(what: Asked): NextBefore = copy(asked = what, open = null, problem = null).goingOn()

/** Sends what is not on disk yet, one thing at a time: ratings, then choices, then what was asked for. */
private fun BeforeState.goingOn(): NextBefore {
    // While something is on its way, whatever else is given waits: a session that is being made has no id yet.
    if (working || ratings.given.values.any { it.saving == RatingSaving.InFlight }) return Next(this)
    val agreed = choices ?: return Next(this)
    val (sent, rating) = ratings.next()
    val id = sessionId
    return when {
        rating != null && id == null -> copy(ratings = sent).works(BeforeEffect.Plan(agreed, ratings.questions, rating))
        rating != null && id != null -> Next(copy(ratings = sent), BeforeEffect.Rate(id, rating))
        // Texts go to disk when their editor is closed, not letter by letter.
        id != null && agreed != stored && !typing && problem == null -> works(BeforeEffect.StoreChoices(id, agreed, stored ?: SessionChoices()))
        else -> leaving(agreed)
    }
}

private fun BeforeState.leaving(agreed: SessionChoices): NextBefore {
    val id = sessionId
    return when (asked) {
        null -> Next(this)
        Asked.KEEP -> if (id == null) works(BeforeEffect.Plan(agreed, ratings.questions, null)) else Next(copy(left = Left.Kept))
        // A session that has begun is put on disk first, and its timer is then set to the start.
        Asked.START -> when {
            id != null -> works(BeforeEffect.Start(id, begunMin ?: 0))
            begunMin != null -> works(BeforeEffect.Plan(agreed, ratings.questions, null))
            else -> works(BeforeEffect.StartNew(agreed))
        }
    }
}

private fun BeforeState.planned(event: BeforeEvent.Planned): NextBefore {
    val known = copy(sessionId = event.sessionId, stored = event.choices, working = false)
    return known.copy(ratings = event.rating?.let { known.ratings.after(it) } ?: known.ratings).goingOn().withApart()
}

/** The session on disk is another than it was; once it is left, nobody asks. */
private fun NextBefore.withApart(): NextBefore {
    val id = state.sessionId?.takeIf { state.asked == null && state.left == null } ?: return this
    return Next(state, effects + BeforeEffect.ReadApart(id))
}

private fun BeforeState.removing(): NextBefore {
    val id = sessionId
    return when {
        working -> Next(this)
        id == null -> Next(copy(left = Left.Removed))
        else -> works(BeforeEffect.Remove(id))
    }
}

private val BeforeState.typing: Boolean get() = open == Choice.NEEDS || open == Choice.OILS

private fun BeforeState.works(effect: BeforeEffect): NextBefore = Next(copy(working = true), effect)

internal fun Moment.minus(minutes: Int): Moment = copy(epochMs = epochMs - minutes * 60_000L)
