package org.tidemark.logic.restore

import org.tidemark.bindings.BackupContents
import org.tidemark.logic.ChosenFile
import org.tidemark.logic.Feature
import org.tidemark.logic.Next
import org.tidemark.logic.Progress
import org.tidemark.logic.backup.RecoveryWords

public sealed interface RestoreEvent {
    /** "Choose a file" was tapped. */
    public data object FileAsked : RestoreEvent

    public data class WordsGiven(val words: RecoveryWords) : RestoreEvent

    public data class WayChosen(val way: Way) : RestoreEvent

    /** "Break off" was tapped while the backup is put in place. */
    public data object BreakOffAsked : RestoreEvent

    /** Back to choosing a file. */
    public data object AnotherAsked : RestoreEvent

    public data class FileChosen(val file: ChosenFile) : RestoreEvent

    /** The person turned back. */
    public data object NoFile : RestoreEvent

    public data class Opened(val contents: BackupContents) : RestoreEvent

    /** So much of work number [run] is done. */
    public data class Progressed(val run: Int, val progress: Progress) : RestoreEvent

    public data class Stopped(val refused: Refused, val shut: Boolean = false) : RestoreEvent

    public data class Restored(val done: Done) : RestoreEvent
}

public sealed interface RestoreEffect {
    public data object ChooseFile : RestoreEffect

    public data class Open(val file: ChosenFile, val words: RecoveryWords) : RestoreEffect

    public data class Apply(val run: Int, val file: ChosenFile, val words: RecoveryWords, val way: Way) : RestoreEffect

    /** Breaks that work off; done while it runs. */
    public data class BreakOff(val run: Int) : RestoreEffect
}

/** The way back over [work]; [here] says whether a diary is in its place. */
public fun restoreFeature(work: RestoreWork, here: Boolean): Feature<RestoreState, RestoreEvent, RestoreEffect> =
    Feature(
        RestoreState(here = here),
        null,
        ::reduce,
        work::perform,
        work.meanwhile,
        // What runs is broken off while it runs, and not after it.
        atOnce = { it is RestoreEffect.BreakOff },
    )

/** The rules of the way back. */
public fun reduce(state: RestoreState, event: RestoreEvent): Next<RestoreState, RestoreEffect> = when (event) {
    RestoreEvent.FileAsked -> if (state.step == Step.WORKING) Next(state) else Next(state, RestoreEffect.ChooseFile)
    is RestoreEvent.FileChosen -> Next(state.copy(step = Step.WORDS, file = event.file, words = null, contents = null, refused = null))
    RestoreEvent.NoFile -> Next(state)
    is RestoreEvent.WordsGiven -> state.file?.takeIf { state.step == Step.WORDS }
        ?.let { Next(state.copy(step = Step.WORKING, words = event.words, refused = null), RestoreEffect.Open(it, event.words)) }
        ?: Next(state)
    is RestoreEvent.Opened -> Next(state.copy(step = Step.CONTENTS, contents = event.contents))
    is RestoreEvent.WayChosen -> state.chosen(event.way)
    RestoreEvent.BreakOffAsked ->
        if (state.canBreakOff && !state.breakingOff) Next(state.copy(breakingOff = true), RestoreEffect.BreakOff(state.run)) else Next(state)
    is RestoreEvent.Progressed -> Next(if (state.canBreakOff && state.run == event.run) state.copy(progress = event.progress) else state)
    RestoreEvent.AnotherAsked -> Next(RestoreState(here = state.here, shut = state.shut, run = state.run))
    is RestoreEvent.Stopped -> Next(state.stopped(event))
    is RestoreEvent.Restored -> Next(state.ended().copy(step = Step.DONE, done = event.done, words = null, refused = null, shut = true))
}

private fun RestoreState.chosen(way: Way): Next<RestoreState, RestoreEffect> {
    val file = file ?: return Next(this)
    val words = words ?: return Next(this)
    if (step != Step.CONTENTS) return Next(this)
    val begun = ended().copy(step = Step.WORKING, run = run + 1, refused = null)
    return Next(begun, RestoreEffect.Apply(begun.run, file, words, way))
}

private fun RestoreState.ended(): RestoreState = copy(progress = null, breakingOff = false)

/** Back to the step where something else can be given: other words, another way, another file. */
private fun RestoreState.stopped(event: RestoreEvent.Stopped): RestoreState {
    val step = when {
        contents != null -> Step.CONTENTS
        event.refused == Refused.WrongWords -> Step.WORDS
        else -> Step.FILE
    }
    return ended().copy(step = step, refused = event.refused, shut = shut || event.shut)
}
