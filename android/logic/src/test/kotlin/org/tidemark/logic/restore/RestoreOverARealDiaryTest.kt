package org.tidemark.logic.restore

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.CheckInDraft
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Span
import org.tidemark.bindings.examine
import org.tidemark.bindings.keyFromPassphrase
import org.tidemark.logic.ChosenFile
import org.tidemark.logic.Doorway
import org.tidemark.logic.FakeVault
import org.tidemark.logic.Phone
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
}
