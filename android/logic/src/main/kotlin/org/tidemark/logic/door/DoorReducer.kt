package org.tidemark.logic.door

import org.tidemark.logic.Next
import org.tidemark.logic.door.DoorState.Help
import org.tidemark.logic.door.DoorState.Locked
import org.tidemark.logic.door.DoorState.NoDiary
import org.tidemark.logic.door.DoorState.Open
import org.tidemark.logic.door.DoorState.Restoring

private typealias NextDoor = Next<DoorState, DoorEffect>

/** The rules of the door. An event that does not fit what is on the screen changes nothing: a late answer opens no other door. */
public fun reduce(state: DoorState, event: DoorEvent): Next<DoorState, DoorEffect> = when (event) {
    DoorEvent.Shown -> state.looked()
    DoorEvent.HelpAsked -> Next(if (state is Help) state else Help(state))
    DoorEvent.HelpLeft -> Next((state as? Help)?.back ?: state)
    DoorEvent.RestoreAsked -> state.restoring()
    DoorEvent.LockAsked -> state.locked()
    is DoorEvent.SetUpLeft -> Next(if (state is Open) state.copy(setUp = false, start = event.to) else state)
    else -> if (state is Help) state.behind(event) else state.answered(event)
}

/** What is under Help goes on while it is read. */
private fun Help.behind(event: DoorEvent): NextDoor = back.answered(event).let { Next(Help(it.state), it.effects) }

/** Whatever stands in front of it: an open diary is shut. */
private fun DoorState.locked(): NextDoor = when (this) {
    is Open -> Next(Locked(Why.Shut), DoorEffect.Shut(diary))
    is Help -> back.locked().let { Next(Help(it.state), it.effects) }
    else -> Next(this)
}

private fun DoorState.looked(): NextDoor = when (this) {
    is Open -> Next(DoorState.Starting, listOf(DoorEffect.Shut(diary), DoorEffect.Look))
    is Locked -> Next(copy(working = true, notice = null, wrongWords = false), DoorEffect.Look)
    is Help -> back.looked().let { Next(Help(it.state), it.effects) }
    else -> Next(DoorState.Starting, DoorEffect.Look)
}

private fun DoorState.restoring(): NextDoor = when (this) {
    is NoDiary -> Next(Restoring(here = false))
    is Locked -> Next(Restoring(here = true))
    else -> Next(this)
}

private fun DoorState.answered(event: DoorEvent): NextDoor = when (this) {
    DoorState.Starting -> Next(begun(event) ?: this)
    is NoDiary -> made(event)
    is Locked -> opened(event)
    // A diary that opens too late is on no screen; it is not left open behind one.
    else -> if (event is DoorEvent.Opened) Next(this, DoorEffect.Shut(event.diary)) else Next(this)
}

/** What is found there, as a state; none when the event is no finding. */
private fun begun(event: DoorEvent): DoorState? = when (event) {
    DoorEvent.NotMatched -> DoorState.Mismatched
    DoorEvent.NothingHere -> NoDiary()
    is DoorEvent.NotOpened -> Locked(event.why)
    is DoorEvent.Opened -> Open(event.diary, snapshotOf = event.snapshotOf)
    else -> null
}

private fun NoDiary.made(event: DoorEvent): NextDoor = when (event) {
    is DoorEvent.Begun ->
        if (making) Next(this) else Next(copy(making = true, setUp = event.setUp, problem = null), DoorEffect.MakeDiary(null))
    is DoorEvent.WordsFirst -> Next(copy(making = false, words = event.check))
    is DoorEvent.WordsChecked -> checked(event.typed)
    DoorEvent.WordsLeft -> Next(copy(words = null))
    is DoorEvent.NotMade -> Next(copy(making = false, problem = event.problem))
    is DoorEvent.Opened -> Next(Open(event.diary, setUp = setUp))
    is DoorEvent.NotOpened -> Next(Locked(event.why))
    else -> Next(this)
}

private fun NoDiary.checked(typed: List<String>): NextDoor {
    val check = words?.takeIf { !making } ?: return Next(this)
    val wrong = check.others(typed)
    if (wrong.isNotEmpty()) return Next(copy(words = check.copy(wrong = wrong)))
    return Next(copy(making = true, words = check.copy(wrong = emptyList()), problem = null), DoorEffect.MakeDiary(check.words))
}

private fun Locked.opened(event: DoorEvent): NextDoor = when (event) {
    DoorEvent.WordsAsked -> Next(copy(asks = WordsFor.DIARY, wrongWords = false, notice = null))
    DoorEvent.WordsLeft -> Next(copy(asks = null, wrongWords = false))
    is DoorEvent.WordsGiven -> given(event)
    DoorEvent.SnapshotAsked -> Next(copy(working = true, notice = null), DoorEffect.OpenSnapshot(null))
    DoorEvent.SnapshotNeedsWords -> Next(copy(working = false, asks = WordsFor.SNAPSHOT, wrongWords = false))
    DoorEvent.ExportAsked -> Next(copy(working = true, notice = null), DoorEffect.Export)
    DoorEvent.WordsWrong -> Next(copy(working = false, wrongWords = true))
    is DoorEvent.Noticed -> Next(copy(working = false, notice = event.notice))
    // The form stays open while the reason is shown, so that what was typed is not typed twice.
    is DoorEvent.NotOpened -> Next(Locked(event.why, asks = asks.takeIf { Offer.WORDS in event.why.offers }))
    DoorEvent.NothingHere -> Next(NoDiary())
    DoorEvent.NotMatched -> Next(DoorState.Mismatched)
    is DoorEvent.Opened -> Next(Open(event.diary, snapshotOf = event.snapshotOf))
    else -> Next(this)
}

private fun Locked.given(event: DoorEvent.WordsGiven): NextDoor {
    val effect = when (asks.takeIf { !working }) {
        null -> return Next(this)
        WordsFor.DIARY -> DoorEffect.OpenWithWords(event.words)
        WordsFor.SNAPSHOT -> DoorEffect.OpenSnapshot(event.words)
    }
    return Next(copy(working = true, wrongWords = false, notice = null), effect)
}
