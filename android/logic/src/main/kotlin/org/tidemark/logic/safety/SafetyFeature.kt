package org.tidemark.logic.safety

import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenContact
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Setting
import org.tidemark.bindings.Span
import org.tidemark.bindings.readOpenFacts
import org.tidemark.bindings.splitItems
import org.tidemark.logic.Doorway
import org.tidemark.logic.Feature
import org.tidemark.logic.Moment
import org.tidemark.logic.Next
import org.tidemark.logic.Phone
import org.tidemark.logic.Problem
import org.tidemark.logic.event
import org.tidemark.logic.reply

public sealed interface SafetyEvent {
    public data object Shown : SafetyEvent

    public data class CallAsked(val number: String) : SafetyEvent

    public data class TextAsked(val number: String) : SafetyEvent

    /** "Change" beside the region. */
    public data object RegionAsked : SafetyEvent

    public data class RegionChosen(val region: String) : SafetyEvent

    public data class Read(val found: SafetyState) : SafetyEvent

    public data class ServicesRead(val services: List<CrisisEntry>) : SafetyEvent

    /** The device opened no dialler and no text. */
    public data class NotReached(val number: String) : SafetyEvent

    public data class NotKept(val problem: Problem) : SafetyEvent
}

public sealed interface SafetyEffect {
    public data object Read : SafetyEffect

    public data class Call(val number: String) : SafetyEffect

    public data class Text(val number: String) : SafetyEffect

    public data class KeepRegion(val region: String) : SafetyEffect

    public data class ReadServices(val region: String) : SafetyEffect
}

/** The rules of the Safety screen. */
public fun reduce(state: SafetyState, event: SafetyEvent): Next<SafetyState, SafetyEffect> = when (event) {
    SafetyEvent.Shown -> Next(state, SafetyEffect.Read)
    is SafetyEvent.CallAsked -> Next(state.copy(byHand = null), SafetyEffect.Call(event.number))
    is SafetyEvent.TextAsked -> Next(state.copy(byHand = null), SafetyEffect.Text(event.number))
    SafetyEvent.RegionAsked -> Next(state.copy(choosing = !state.choosing))
    is SafetyEvent.RegionChosen -> {
        // The numbers come first; that the choice is kept is second, and impossible while locked.
        val keep = if (state.locked) emptyList() else listOf(SafetyEffect.KeepRegion(event.region))
        Next(state.copy(region = event.region, choosing = false), listOf(SafetyEffect.ReadServices(event.region)) + keep)
    }
    is SafetyEvent.Read -> state.read(event.found)
    is SafetyEvent.ServicesRead -> Next(state.copy(services = event.services))
    is SafetyEvent.NotReached -> Next(state.copy(byHand = event.number))
    is SafetyEvent.NotKept -> Next(state.copy(problem = event.problem))
}

/** A region chosen while locked is nowhere on disk; it holds while the screen stands. */
private fun SafetyState.read(found: SafetyState): Next<SafetyState, SafetyEffect> {
    val kept = found.copy(choosing = choosing, byHand = byHand)
    val chosen = region?.takeIf { found.region == null } ?: return Next(kept)
    return Next(kept.copy(region = chosen), SafetyEffect.ReadServices(chosen))
}

/** The Safety screen: over an open [diary], or over the door without one. Needs no key. */
public fun safetyFeature(
    diary: OpenDiaryInterface?,
    doorway: Doorway,
    phone: Phone,
    now: () -> Moment,
): Feature<SafetyState, SafetyEvent, SafetyEffect> = Feature(SafetyState(), SafetyEvent.Shown, ::reduce) { perform(it, diary, doorway, phone, now) }

internal fun perform(
    effect: SafetyEffect,
    diary: OpenDiaryInterface?,
    doorway: Doorway,
    phone: Phone,
    now: () -> Moment,
): SafetyEvent? = when (effect) {
    SafetyEffect.Read -> SafetyEvent.Read(read(diary, doorway, now()))
    is SafetyEffect.Call -> if (phone.dial(effect.number)) null else SafetyEvent.NotReached(effect.number)
    is SafetyEffect.Text -> if (phone.writeText(effect.number)) null else SafetyEvent.NotReached(effect.number)
    is SafetyEffect.ReadServices -> SafetyEvent.ServicesRead(doorway.crisis.entries(effect.region, now()))
    is SafetyEffect.KeepRegion ->
        reply { diary?.setSetting(Setting.RegionOf(effect.region)) }.event({ null }) { SafetyEvent.NotKept(it) }
}

/** Reads all it can: what one part refuses leaves the others standing. */
private fun read(diary: OpenDiaryInterface?, doorway: Doorway, now: Moment): SafetyState {
    fun fallback() = reply { locked(doorway.path) }.event({ it }) { SafetyState(read = true, problem = it) }
    val found = if (diary == null) {
        fallback()
    } else {
        reply { diary.everything() }.event({ it }) { fallback().copy(locked = false, problem = it) }
    }
    return found.copy(regions = doorway.crisis.regions(), services = doorway.crisis.entries(found.region, now))
}

private fun locked(path: String): SafetyState {
    val facts = readOpenFacts(path)
    val plan = if (facts.planLines.isEmpty()) emptyList() else listOf(PlanPart(null, facts.planLines))
    return SafetyState(read = true, locked = true, own = facts.contacts, plan = plan)
}

private fun OpenDiaryInterface.everything(): SafetyState = SafetyState(
    read = true,
    locked = false,
    own = records(Kind.CRISIS_CONTACT, Span()).map { it.contact() },
    plan = records(Kind.SAFETY_PLAN, Span()).flatMap { plan -> sections.map { PlanPart(it, plan.lines(it)) } }.filter { it.lines.isNotEmpty() },
    region = settings().region,
)

/** Sections of a plan in the order they are read in a hard hour: what helps, and who, before the rest. */
private val sections = listOf("what_helps", "people", "professionals", "places", "signs", "reasons")

private fun DiaryRecord.text(name: String): String? = fields.firstOrNull { it.name == name }?.text

private fun DiaryRecord.lines(name: String): List<String> = text(name)?.let { splitItems(it) }.orEmpty()

private fun DiaryRecord.contact(): OpenContact =
    OpenContact(text("service").orEmpty(), text("number").orEmpty(), text("text"), text("hours").orEmpty())
