package org.tidemark.logic.imports

import org.tidemark.bindings.AppliedImport
import org.tidemark.bindings.ImportChoices
import org.tidemark.bindings.ImportCounts
import org.tidemark.bindings.ImportName
import org.tidemark.bindings.ImportPreview
import org.tidemark.bindings.ImportUndone
import org.tidemark.logic.ChosenFile
import org.tidemark.logic.Problem
import org.tidemark.logic.Progress

/** The way from another app's file into the diary, and back. Until "done" nothing of the file is in the diary. */
public data class ImportsState(
    val step: Step = Step.FILE,
    /** The imports that were applied, the latest first; none until they were read. */
    val past: List<AppliedImport>? = null,
    val file: ChosenFile? = null,
    /** The columns of a table that no known app wrote. */
    val mapping: Mapping? = null,
    /** What was said about the file so far. */
    val said: Said = Said(),
    /** What was typed for names that take a range; it becomes an answer when it is one. */
    val ranges: Map<String, RangeTyped> = emptyMap(),
    /** What applying it would do. */
    val found: Found? = null,
    val choices: ImportChoices = ImportChoices(skipRejected = false, restoreDeleted = false),
    /** How far the applying is. */
    val progress: Progress? = null,
    /** Which applying it is, so that breaking one off breaks off no later one. */
    val run: Int = 0,
    /** "Break off" was tapped, and the answer is not there yet. */
    val breaking: Boolean = false,
    val done: ImportCounts? = null,
    val refused: Refused? = null,
    /** The import that is to be taken back, while it is asked about or on its way. */
    val undo: Undo? = null,
    /** What taking back did. */
    val undone: ImportUndone? = null,
    /** Why the list could not be read, or an import not be taken back. */
    val problem: Problem? = null,
) {
    /** Names of the file that still wait for an answer. */
    val waiting: List<ImportName> get() = found?.preview?.names.orEmpty().filter { it.becomes == null && it.name !in said.answers }

    /** Whether something was said since the counts were made: then they have to be made anew. */
    val stale: Boolean get() = found != null && (found.said != said || found.restoreDeleted != choices.restoreDeleted)

    /** Whether there is anything to add. */
    val adds: Boolean get() = found?.preview?.counts?.let { it.new + it.restored > 0u } == true

    /** Whether the file can be applied as it stands on the screen. */
    val canApply: Boolean
        get() = step == Step.LOOK && !stale && waiting.isEmpty() && adds && (found?.preview?.rejected == 0u || choices.skipRejected)

    /** Zones to choose from for what was typed. */
    val zones: List<String> get() = zonesLike(said.zone)
}

public enum class Step {
    /** A file is to be chosen; under it stand the imports of before. */
    FILE,

    /** It is being read. */
    READING,

    /** Which column is what. */
    COLUMNS,

    /** What is in it and what would become of it. */
    LOOK,

    /** It is on its way into the diary. */
    APPLYING,

    /** It is in the diary. */
    DONE,
}

/** What the person said about a file. */
public data class Said(
    /** What names of the file stand for, as the core takes it: a number, a range, a practice or `skip`. */
    val answers: Map<String, String> = emptyMap(),
    /** The zone of times that name none; that of the phone when none is given. */
    val zone: String = "",
    /** The column map. */
    val map: String? = null,
)

/** A preview, and what was said and ticked when it was made. */
public data class Found(
    val preview: ImportPreview,
    val said: Said,
    val restoreDeleted: Boolean,
    /** The practices a name may stand for, by their codes. */
    val practices: List<String> = emptyList(),
)

/** A range as it is typed for one name. */
public data class RangeTyped(val lowest: String = "", val highest: String = "", val step: String = "1") {
    /** `0..10/0.5`; none while it is no range. */
    val answer: String?
        get() {
            val (from, to, by) = Triple(lowest.milli(), highest.milli(), step.milli())
            return if (from == null || to == null || by == null || from >= to || by <= 0) null else "${plain(from)}..${plain(to)}/${plain(by)}"
        }
}

/** Taking an import back. */
public data class Undo(
    val batch: AppliedImport,
    /** Entries that were edited since, and those that belong to them: the person is asked about them. */
    val edited: Edited? = null,
    val working: Boolean = false,
)

public data class Edited(val edited: UInt, val withThem: UInt)

/** Why it did not go on; nothing was changed. */
public sealed interface Refused {
    public data object NotRead : Refused

    /** Nothing tells what the file is, and it is no table either. */
    public data object NoFormat : Refused

    /** What is wrong with the file, in the core's words. */
    public data class OfFile(val reason: String) : Refused

    public data object NoSuchZone : Refused

    /** The person broke it off. */
    public data object BrokenOff : Refused

    public data class Other(val problem: Problem) : Refused
}
