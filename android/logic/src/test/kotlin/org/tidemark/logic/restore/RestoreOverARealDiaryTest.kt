package org.tidemark.logic.restore

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.CheckInDraft
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Span
import org.tidemark.bindings.examine
import org.tidemark.bindings.keyFromPassphrase
import org.tidemark.bindings.openBackup
import org.tidemark.logic.ChosenFile
import org.tidemark.logic.Doorway
import org.tidemark.logic.FakeVault
import org.tidemark.logic.Phone
import org.tidemark.logic.Progress
import org.tidemark.logic.Store
import org.tidemark.logic.backup.RecoveryWords
import org.tidemark.logic.door.DoorEvent
import org.tidemark.logic.door.DoorScreen
import org.tidemark.logic.door.DoorState
import org.tidemark.logic.door.PASSPHRASE
import org.tidemark.logic.door.evening
import java.io.File
import java.util.concurrent.Executor
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** The way back over the real library: a lost phone, an open diary, one that does not open, and a file cut short. */
class RestoreOverARealDiaryTest {
    @TempDir
    lateinit var place: File

    private val file get() = File(place, "my.backup")
    private val path get() = File(place, "my.diary").path
    private val vault = FakeVault()
    private val direct = Executor { it.run() }
    private val words = RecoveryWords(PASSPHRASE)

    private fun OpenDiary.rate(number: Long) =
        saveCheckIn(CheckInDraft(evening, listOf(Rated("stress", number * 1000)), recordedBy = RecordedBy.OWN), evening)

    /** A backup of one check-in, made by another phone. */
    private fun backup() {
        OpenDiary.create(File(place, "other.diary").path, PASSPHRASE, null, evening).use { other ->
            other.rate(6)
            other.backup(file.path, null, null, evening)
            other.shut()
        }
        File(place, "other.diary").deleteRecursively()
    }

    private fun screen(diary: OpenDiary?, here: Boolean): Store<RestoreState, RestoreEvent, RestoreEffect> {
        val phone = Phone(place.path, chooseFile = { ChosenFile(file.path, file.name) })
        val work = RestoreWork(diary, Doorway(path, vault.vault), phone) { evening }
        return Store(restoreFeature(work, here), direct, direct)
    }

    private fun Store<RestoreState, RestoreEvent, RestoreEffect>.looked() = apply {
        send(RestoreEvent.FileAsked)
        send(RestoreEvent.WordsGiven(words))
        assertEquals(Step.CONTENTS, state.step)
    }

    private fun entries(): Int = OpenDiary.openWithKey(path, vault.key!!).use { it.entries(Span()).size.also { _ -> it.shut() } }

    @Test
    fun `a lost phone gets everything back and the new one has its key`() {
        backup()
        val screen = screen(null, here = false).looked()
        screen.send(RestoreEvent.WayChosen(Way.REPLACE))
        assertEquals(Done.Replaced(kept = false), screen.state.done)
        assertNull(screen.state.words)
        assertEquals(1, entries())
        // The door finds a diary now, and opens it without words.
        val door = DoorScreen(place, vault).send(DoorEvent.Shown)
        assertIs<DoorState.Open>(door.state).diary.shut()
    }

    @Test
    fun `what replaces an open diary keeps its last state as a snapshot`() {
        OpenDiary.create(path, PASSPHRASE, null, evening).use { diary ->
            diary.rate(3)
            diary.backup(file.path, null, null, evening)
            diary.rate(9)
            vault.key = keyFromPassphrase(path, PASSPHRASE)
            val screen = screen(diary, here = true).looked()
            screen.send(RestoreEvent.WayChosen(Way.REPLACE))
            assertEquals(Refused.NewerEntries(1u), screen.state.refused)
            assertEquals(2, entries())
            screen.send(RestoreEvent.WayChosen(Way.REPLACE_ALL))
            assertEquals(Step.DONE, screen.state.step)
        }
        assertEquals(1, entries())
        OpenDiary.openSnapshot(path, vault.key!!).use { assertEquals(2, it.entries(Span()).size) }
        assertTrue(examine(path, vault.key!!).whole)
    }

    @Test
    fun `a diary that does not open is not replaced unasked and then set aside whole`() {
        backup()
        OpenDiary.create(path, "words that are lost", null, evening).use { it.rate(2).also { _ -> it.shut() } }
        val before = File(path, "diary.db").readBytes().toList()
        val screen = screen(null, here = true).looked()
        for (way in listOf(Way.REPLACE, Way.MERGE)) {
            screen.send(RestoreEvent.WayChosen(way))
            assertEquals(Refused.NotCompared, screen.state.refused)
            assertEquals(before, File(path, "diary.db").readBytes().toList())
        }
        vault.words = "words that are lost"
        screen.send(RestoreEvent.WayChosen(Way.REPLACE_ALL))
        assertEquals(Done.Replaced(kept = true), screen.state.done)
        // They open what was set aside, and nobody else may have them.
        assertEquals("words that are lost", vault.words)
        assertEquals(1, entries())
        assertEquals(before, File(place, "my.diary.former/diary.db").readBytes().toList())
    }

    @Test
    fun `a file cut short is named and changes nothing`() {
        backup()
        file.writeBytes(file.readBytes().let { it.copyOf(it.size / 2) })
        val screen = screen(null, here = false)
        screen.send(RestoreEvent.FileAsked)
        screen.send(RestoreEvent.WordsGiven(words))
        assertIs<Refused.Damaged>(screen.state.refused)
        assertEquals(Step.FILE, screen.state.step)
        assertEquals(false, File(path).exists())
    }

    @Test
    fun `breaking off leaves the diary that was here and the next try runs to its end`() {
        OpenDiary.create(path, PASSPHRASE, null, evening).use { diary ->
            diary.rate(3)
            diary.backup(file.path, null, null, evening)
            diary.rate(9)
            vault.key = keyFromPassphrase(path, PASSPHRASE)
            val screen = screen(diary, here = true).looked()
            for ((run, way) in listOf(Way.REPLACE_ALL, Way.MERGE).withIndex()) {
                val seen = mutableListOf<Progress>()
                screen.watcher = { state -> state.progress?.takeIf { it !in seen }?.let { seen += it; screen.send(RestoreEvent.BreakOffAsked) } }
                screen.send(RestoreEvent.WayChosen(way))
                assertEquals(Triple(Step.CONTENTS, Refused.BrokenOff, run + 1), Triple(screen.state.step, screen.state.refused, screen.state.run))
                assertEquals(null to false, screen.state.progress to screen.state.breakingOff)
                assertEquals(1, seen.size, "$way")
                assertEquals(2, entries(), "$way")
                assertEquals(listOf("my.backup", "my.diary"), place.list().orEmpty().sorted(), "$way")
            }
            screen.watcher = null
            screen.send(RestoreEvent.WayChosen(Way.REPLACE_ALL))
            assertEquals(Step.DONE to false, screen.state.step to screen.state.breakingOff)
        }
        assertEquals(1, entries())
    }

    @Test
    fun `only what is on its way is broken off and only its own progress counts`() {
        val opening = RestoreState(step = Step.WORKING, file = ChosenFile("/tmp/a", "a"), run = 1)
        assertEquals(emptyList(), reduce(opening, RestoreEvent.BreakOffAsked).effects)
        backup()
        val contents = openBackup(file.path, PASSPHRASE).use { it.contents() }
        val working = opening.copy(contents = contents)
        assertEquals(working, reduce(working, RestoreEvent.Progressed(0, Progress(1, 2))).state)
        val on = reduce(working, RestoreEvent.Progressed(1, Progress(1, 2))).state
        assertEquals(Progress(1, 2), on.progress)
        val breaking = reduce(on, RestoreEvent.BreakOffAsked)
        assertEquals(true to listOf<RestoreEffect>(RestoreEffect.BreakOff(1)), breaking.state.breakingOff to breaking.effects)
        assertEquals(emptyList(), reduce(breaking.state, RestoreEvent.BreakOffAsked).effects)
        // Another file is another run: what broke the former off does not break this one off.
        assertEquals(1, reduce(working.copy(step = Step.CONTENTS), RestoreEvent.AnotherAsked).state.run)
    }
}
