package org.tidemark.ui.words

import org.tidemark.logic.Problem

/** What went wrong, in one sentence with what is safe. */
public fun Words.problem(problem: Problem): String = when (problem) {
    Problem.StorageFull -> strings.problemStorageFull()
    Problem.Locked -> strings.problemLocked()
    Problem.Damaged -> strings.problemDamaged()
    Problem.MadeByNewerVersion -> strings.problemNewer()
    Problem.Busy -> strings.problemBusy()
    Problem.Shut -> strings.problemShut()
    is Problem.NotTaken -> strings.problemNotTaken(problem.reason)
    is Problem.Other -> strings.problemOther(problem.reason)
}
