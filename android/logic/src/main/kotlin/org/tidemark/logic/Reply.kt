package org.tidemark.logic

import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.InternalException

/** What came of a call: a value, or the next step for the person. */
public sealed interface Reply<out T> {
    public data class Done<out T>(val value: T) : Reply<T>

    public data class Refused(val problem: Problem) : Reply<Nothing>
}

/** Calls the library; its errors become [Problem]s. Nothing else is caught. */
public inline fun <T> reply(call: () -> T): Reply<T> =
    try {
        Reply.Done(call())
    } catch (refused: DiaryException) {
        Reply.Refused(refused.problem())
    } catch (_: InternalException) {
        // A panic in the library: the transaction was rolled back and the diary stays usable. Its text is for developers.
        Reply.Refused(Problem.Other("an internal error"))
    }

/** The event that comes of a reply. */
public inline fun <T, Event> Reply<T>.event(done: (T) -> Event, refused: (Problem) -> Event): Event = when (this) {
    is Reply.Done -> done(value)
    is Reply.Refused -> refused(problem)
}

// No `else`: a new error of the core does not compile until somebody says what a person can do about it.
@PublishedApi
internal fun DiaryException.problem(): Problem = when (this) {
    is DiaryException.StorageFull -> Problem.StorageFull
    is DiaryException.KeyUnavailable, is DiaryException.WrongPassphrase -> Problem.Locked
    is DiaryException.StoreDamaged -> Problem.Damaged
    is DiaryException.StoreNewer -> Problem.MadeByNewerVersion
    is DiaryException.Busy -> Problem.Busy
    is DiaryException.Shut -> Problem.Shut
    is DiaryException.OutOfRange -> Problem.NotTaken("$measureId is outside its scale")
    is DiaryException.Invalid -> Problem.NotTaken(reason)
    is DiaryException.UnknownMeasure -> Problem.NotTaken("there is no measure $measureId")
    is DiaryException.RatedBefore -> Problem.NotTaken("$measureId is already rated in this phase")
    is DiaryException.UnknownRecord -> Problem.NotTaken("this entry is not in the diary any more")
    is DiaryException.Overlap -> Problem.NotTaken("this session overlaps another one")
    is DiaryException.NotFound -> Problem.Other("there is no diary at this place")
    is DiaryException.AlreadyExists -> Problem.Other("something is at this place already")
    is DiaryException.OutputNotWritten -> Problem.Other("the file could not be written")
    is DiaryException.OpenNotWritten -> Problem.Other("saved, but what shows while locked is as it was before")
    is DiaryException.InputNotRead -> Problem.Other("the file could not be read")
    is DiaryException.NotNoted -> Problem.Other("written, but not noted in the diary")
    is DiaryException.InputDamaged, is DiaryException.NoSnapshot -> Problem.Damaged
    is DiaryException.ReadOnly -> Problem.Other("a snapshot can only be read")
    is DiaryException.TotalOutOfRange -> Problem.NotTaken("total $total is above $most")
    is DiaryException.SumMismatch -> Problem.NotTaken("items add up to $sum, total says $total")
    is DiaryException.AmbiguousRecord, is DiaryException.ChangedMeanwhile -> Problem.Busy
    is DiaryException.NotOfThisSession -> Problem.NotTaken("$measureId is not rated in this session")
    is DiaryException.SessionRuns -> Problem.NotTaken("another session is still running")
    is DiaryException.SessionOver, is DiaryException.NotRunning -> Problem.NotTaken("this session is not running")
    is DiaryException.MeasureExists -> Problem.NotTaken("there is already a measure $measureId")
    is DiaryException.TooManyMeasures -> Problem.NotTaken("at most $most measures are active at one time")
    is DiaryException.Refused -> Problem.NotTaken(reason)
    is DiaryException.ImportFile -> Problem.NotTaken(reason)
    is DiaryException.ImportFormat -> Problem.NotTaken("nothing in the file tells what it is")
    is DiaryException.ImportRows -> Problem.NotTaken("$total rows cannot be taken")
    is DiaryException.ImportEdited -> Problem.NotTaken("$edited entries of this import were edited since")
    is DiaryException.BackupWrongPassphrase -> Problem.NotTaken("this passphrase does not open this file")
    is DiaryException.BackupDamaged -> Problem.NotTaken("this file is incomplete ($have of $parts parts)")
    is DiaryException.BackupNewer -> Problem.MadeByNewerVersion
    is DiaryException.NewerEntries -> Problem.NotTaken("$entries entries here are not in the backup")
    is DiaryException.NotCompared -> Problem.NotTaken("the diary that is here cannot be compared with the backup")
    is DiaryException.Cancelled, is DiaryException.WatcherFailed -> Problem.Other("broken off; nothing was changed")
    is DiaryException.Other -> Problem.Other(reason)
}
