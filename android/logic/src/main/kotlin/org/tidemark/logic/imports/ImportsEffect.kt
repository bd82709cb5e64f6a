package org.tidemark.logic.imports

import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.ImportChoices
import org.tidemark.bindings.ImportRequest
import org.tidemark.bindings.InternalException
import org.tidemark.bindings.PendingImport
import org.tidemark.logic.ChosenFile
import org.tidemark.logic.Env
import org.tidemark.logic.Meanwhile
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.event
import org.tidemark.logic.practice.practiceKinds
import org.tidemark.logic.problem
import org.tidemark.logic.reply
import org.tidemark.logic.watcher

/** What is to be done in the world, one after another. */
public sealed interface ImportsEffect {
    public data object ReadPast : ImportsEffect

    public data object ChooseFile : ImportsEffect

    /** Reads the file with what was said about it, and counts what applying it would do. */
    public data class Read(val file: ChosenFile, val said: Said, val choices: ImportChoices) : ImportsEffect

    public data class Apply(val run: Int, val choices: ImportChoices) : ImportsEffect

    /** Breaks that applying off; done while it runs. */
    public data class BreakOff(val run: Int) : ImportsEffect

    public data object LetGo : ImportsEffect

    public data class Undo(val batchId: String, val keepEdited: Boolean) : ImportsEffect

    /** Remembers the file that is looked at, for the way back to it. */
    public data class Keep(val draft: ImportsState?) : ImportsEffect
}

/** Does the work of imports, and holds the file that was read until it is applied or left. */
internal class ImportsWork(private val env: Env, private val meanwhile: Meanwhile<ImportsEvent>) {
    private var pending: PendingImport? = null

    /** The latest applying that was broken off. */
    @Volatile
    private var brokenOff = 0

    /** Touches the disk and may wait for the person: call it off the main thread. [ImportsEffect.BreakOff] alone comes from there. */
    fun perform(effect: ImportsEffect): ImportsEvent? = when (effect) {
        ImportsEffect.ReadPast -> reply { env.diary.imports().asReversed() }.event({ ImportsEvent.PastRead(it) }) { ImportsEvent.PastNotRead(it) }
        // Any type: a phone seldom knows what such a file is.
        ImportsEffect.ChooseFile -> env.phone.chooseFile(listOf("*/*"))?.let { ImportsEvent.FileChosen(it) } ?: ImportsEvent.NoFile
        is ImportsEffect.Read -> stopping { read(effect) }
        is ImportsEffect.Apply -> stopping { apply(effect) }
        is ImportsEffect.BreakOff -> null.also { brokenOff = effect.run }
        ImportsEffect.LetGo -> null.also { hold(null) }
        is ImportsEffect.Undo -> undo(effect)
        is ImportsEffect.Keep -> null.also { env.drafts.keep(Place.Imports, effect.draft) }
    }

    private fun read(effect: ImportsEffect.Read): ImportsEvent = try {
        val request = ImportRequest(
            path = effect.file.path,
            columnMap = effect.said.map,
            answers = effect.said.answers.map { (name, answer) -> "$name=$answer" },
            zoneId = effect.said.zone.trim().ifEmpty { null },
        )
        val read = env.diary.readImport(request, env.now())
        hold(read)
        ImportsEvent.Looked(Found(env.diary.previewImport(read, effect.choices), effect.said, effect.choices.restoreDeleted, practiceKinds()))
    } catch (_: DiaryException.ImportFormat) {
        val columns = columnsOf(effect.file.path)
        if (columns == null) ImportsEvent.Stopped(Refused.NoFormat) else ImportsEvent.TableFound(Mapping(columns, env.measures()))
    } catch (wrong: DiaryException.Invalid) {
        // The one thing of a request that can break a rule by itself.
        ImportsEvent.Stopped(if (effect.said.zone.isBlank()) Refused.Other(wrong.problem()) else Refused.NoSuchZone)
    }

    private fun apply(effect: ImportsEffect.Apply): ImportsEvent {
        val read = pending ?: return ImportsEvent.Stopped(Refused.NotRead)
        val watcher = watcher({ meanwhile.tell(ImportsEvent.Progressed(it)) }) { brokenOff >= effect.run }
        val outcome = env.diary.applyImport(read, effect.choices, watcher, env.now())
        hold(null)
        return ImportsEvent.Applied(outcome.counts)
    }

    // What was edited is caught before `reply` makes a problem of it: it is a question.
    private fun undo(effect: ImportsEffect.Undo): ImportsEvent = reply<ImportsEvent> {
        try {
            ImportsEvent.Undone(env.diary.undoImport(effect.batchId, effect.keepEdited, env.now()))
        } catch (stopped: DiaryException.ImportEdited) {
            ImportsEvent.EditedFound(Edited(stopped.edited, stopped.withThem))
        }
    }.event({ it }) { ImportsEvent.NotUndone(it) }

    private fun hold(read: PendingImport?) {
        pending?.close()
        pending = read
    }

    private inline fun stopping(act: () -> ImportsEvent): ImportsEvent = try {
        act()
    } catch (refused: DiaryException) {
        ImportsEvent.Stopped(refused.refused())
    } catch (_: InternalException) {
        ImportsEvent.Stopped(Refused.Other(Problem.Other("an internal error")))
    }
}

private fun Env.measures(): List<KnownMeasure> = diary.measures().filter { it.active }.map { KnownMeasure(it.id, it.label) }

private fun DiaryException.refused(): Refused = when (this) {
    is DiaryException.InputNotRead -> Refused.NotRead
    is DiaryException.ImportFile -> Refused.OfFile(reason)
    is DiaryException.ImportFormat -> Refused.NoFormat
    is DiaryException.Cancelled -> Refused.BrokenOff
    else -> Refused.Other(problem())
}
