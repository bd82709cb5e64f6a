package org.tidemark.logic.door

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.CheckInDraft
import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Span
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Unsealed
import org.tidemark.logic.backup.RecoveryWords
import java.io.ByteArrayInputStream
import java.io.File
import java.util.zip.ZipInputStream
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertIs
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** The door over the real library: what is made, what opens, and what never does. */
class DoorOverARealDiaryTest {
    @TempDir
    lateinit var place: File

    private val words = RecoveryWords(PASSPHRASE)

    private fun open(screen: DoorScreen): DoorState.Open = assertIs<DoorState.Open>(screen.state)

    @Test
    fun `a place without a folder is the only first launch and a rating is possible before any question`() {
        val screen = DoorScreen(place).send(DoorEvent.Shown)
        assertEquals(DoorState.NoDiary(), screen.state)
        screen.send(DoorEvent.Begun(setUp = false))
        val open = open(screen)
        assertEquals(false, open.setUp)
        open.diary.saveCheckIn(CheckInDraft(evening, listOf(Rated("stress", 6000)), recordedBy = RecordedBy.OWN), evening)
        // The device has the key, and the words until they are written down: seven of them open the diary.
        assertEquals(32, screen.vault.key?.size)
        assertEquals(7, assertNotNull(screen.vault.words).split(' ').size)
        open.diary.shut()
        screen.vault.key = null
        assertEquals(1, open(screen.send(DoorEvent.Shown)).diary.entries(Span()).size)
    }

    @Test
    fun `a device that cannot keep words shows them before anything is written`() {
        val screen = DoorScreen(place)
        screen.vault.keepsWords = false
        screen.vault.keepsKeys = false
        screen.send(DoorEvent.Shown, DoorEvent.Begun(setUp = true))
        val check = assertNotNull(assertIs<DoorState.NoDiary>(screen.state).words)
        assertEquals(false, screen.folder.exists())
        // Wrong words write nothing either.
        screen.send(DoorEvent.WordsChecked(listOf("nothing", "nothing")))
        assertEquals(check.asked, assertIs<DoorState.NoDiary>(screen.state).words?.wrong)
        assertEquals(false, screen.folder.exists())
        screen.send(DoorEvent.WordsChecked(check.asked.map { "  " + check.words.each[it - 1].uppercase() }))
        assertEquals(true, open(screen).setUp)
        // The next start asks for them.
        open(screen).diary.shut()
        screen.send(DoorEvent.Shown)
        assertEquals(Why.NoKey, screen.state.why)
        screen.send(DoorEvent.WordsAsked, DoorEvent.WordsGiven(check.words))
        open(screen)
    }

    @Test
    fun `the key of the device opens the diary and is wiped`() {
        val screen = DoorScreen(place).withDiary()
        val given = screen.vault.key!!.copyOf()
        screen.vault.answers = Unsealed.Key(given)
        open(screen.send(DoorEvent.Shown))
        assertEquals(List<Byte>(32) { 0 }, given.toList())
    }

    @Test
    fun `a missing key never begins a new diary and the words open the old one`() {
        val screen = DoorScreen(place).withDiary()
        val before = screen.files()
        for ((answer, why) in listOf(
            Unsealed.None to Why.NoKey, Unsealed.Gone to Why.KeyGone, Unsealed.TurnedBack to Why.TurnedBack, Unsealed.NotNow to Why.NotNow,
        )) {
            screen.vault.answers = answer
            screen.send(DoorEvent.Shown)
            assertEquals(why, screen.state.why)
            // Beginning is no event of this state: it makes nothing and changes nothing.
            screen.send(DoorEvent.Begun(setUp = false))
            assertEquals(why, screen.state.why)
            assertEquals(before, screen.files())
        }
        screen.send(DoorEvent.WordsAsked, DoorEvent.WordsGiven(RecoveryWords("not these")))
        assertEquals(true, assertIs<DoorState.Locked>(screen.state).wrongWords)
        assertEquals(WordsFor.DIARY, assertIs<DoorState.Locked>(screen.state).asks)
        screen.vault.key = null
        screen.send(DoorEvent.WordsGiven(words))
        open(screen)
        assertEquals(32, screen.vault.key?.size)
    }

    @Test
    fun `an empty folder and a missing file are no first launch`() {
        val empty = DoorScreen(place)
        empty.folder.mkdirs()
        empty.vault.key = ByteArray(32)
        empty.send(DoorEvent.Shown)
        assertEquals(Why.Missing, empty.state.why)
        // An archive with nothing in it is no copy.
        empty.send(DoorEvent.ExportAsked)
        assertEquals(Notice.NotExported, assertIs<DoorState.Locked>(empty.state).notice)
        empty.vault.key = null
        empty.send(DoorEvent.Shown)
        assertEquals(Why.NoKey, empty.state.why)
        assertEquals(emptyMap(), empty.files())
    }

    @Test
    fun `an empty database file is damage and stays`() {
        val screen = DoorScreen(place).withDiary()
        File(screen.folder, "diary.db").writeBytes(ByteArray(0))
        val before = screen.files()
        screen.send(DoorEvent.Shown)
        assertEquals(Why.Damaged, screen.state.why)
        assertEquals(listOf(Offer.SNAPSHOT, Offer.RESTORE, Offer.EXPORT, Offer.TRY_AGAIN), assertIs<DoorState.Locked>(screen.state).offers)
        screen.send(DoorEvent.Begun(setUp = false), DoorEvent.Shown)
        assertEquals(before, screen.files())
    }

    @Test
    fun `a damaged beginning is named with what is possible and the snapshot opens to be read`() {
        val screen = DoorScreen(place).withDiary().send(DoorEvent.Shown)
        val diary = open(screen).diary
        diary.saveCheckIn(CheckInDraft(evening, listOf(Rated("stress", 6000)), recordedBy = RecordedBy.OWN), evening)
        diary.lookAfter(evening)
        diary.shut()
        val file = File(screen.folder, "diary.db")
        file.writeBytes(file.readBytes().also { bytes -> for (at in 0 until 64) bytes[at] = (bytes[at].toInt() xor 0xFF).toByte() })
        val before = screen.files()
        screen.send(DoorEvent.Shown)
        // The store gives one answer for a wrong key and for a damaged first page.
        assertEquals(Why.KeyOrFile, screen.state.why)
        screen.send(DoorEvent.SnapshotAsked)
        assertEquals(LogicalDate("2026-11-24"), open(screen).snapshotOf)
        assertEquals(1, open(screen).diary.entries(Span()).size)
        assertFailsWith<DiaryException.ReadOnly> {
            open(screen).diary.saveCheckIn(CheckInDraft(evening, listOf(Rated("stress", 1000)), recordedBy = RecordedBy.OWN), evening)
        }
        assertEquals(before, screen.files())
        // Without the device's key the words open it as well.
        screen.vault.answers = Unsealed.Gone
        screen.send(DoorEvent.Shown, DoorEvent.SnapshotAsked)
        assertEquals(WordsFor.SNAPSHOT, assertIs<DoorState.Locked>(screen.state).asks)
        screen.send(DoorEvent.WordsGiven(words))
        assertEquals(LogicalDate("2026-11-24"), open(screen).snapshotOf)
    }

    @Test
    fun `a diary of a newer version stays as it is and asks for an update`() {
        val screen = DoorScreen(place).withDiary()
        raiseSchema(File(screen.folder, "diary.db"), screen.vault.key!!, schema = 999)
        val before = screen.files()
        screen.send(DoorEvent.Shown)
        assertEquals(Why.Newer, screen.state.why)
        screen.send(DoorEvent.Begun(setUp = false), DoorEvent.Shown)
        assertEquals(Why.Newer, screen.state.why)
        assertEquals(before, screen.files().filterKeys { it in before })
    }

    @Test
    fun `a sealed copy leaves with nothing in plain text and nothing of the device`() {
        val screen = DoorScreen(place).withDiary()
        File(screen.folder, "open.json").writeText("{}")
        File(screen.folder, "device.key").writeText("wrapped")
        screen.vault.answers = Unsealed.Gone
        screen.send(DoorEvent.Shown, DoorEvent.ExportAsked)
        assertEquals(Notice.Exported, assertIs<DoorState.Locked>(screen.state).notice)
        val zip = ZipInputStream(ByteArrayInputStream(screen.saved.getValue("tidemark-sealed.zip")))
        val inside = generateSequence { zip.nextEntry }.associate { it.name to zip.readBytes().toList() }
        assertEquals(setOf("diary.db", "recovery.age"), inside.keys)
        assertEquals(File(screen.folder, "diary.db").readBytes().toList(), inside["diary.db"])
        assertEquals(emptyList(), screen.outbox.list().orEmpty().toList())
    }

    @Test
    fun `a diary that came meanwhile is not written over`() {
        val screen = DoorScreen(place).send(DoorEvent.Shown)
        assertEquals(DoorState.NoDiary(), screen.state)
        screen.withDiary()
        val key = screen.vault.key!!.toList()
        screen.send(DoorEvent.Begun(setUp = false))
        open(screen)
        assertEquals(key, screen.vault.key?.toList())
        assertNull(screen.vault.words)
    }

    @Test
    fun `a restore that was cut off between its two names is no first launch`() {
        val screen = DoorScreen(place).withDiary()
        // The names of the store's protocol: the new one is whole and named, nothing is in place yet.
        val waiting = File(place, ".my.diary.restored")
        assertTrue(screen.folder.renameTo(waiting))
        open(screen.send(DoorEvent.Shown)).diary.shut()
        // The library puts it in place only when it looks whole. One that does not is no reason to begin anew.
        assertTrue(screen.folder.renameTo(waiting))
        File(waiting, "diary.db").writeBytes(ByteArray(0))
        screen.send(DoorEvent.Shown)
        assertEquals(Why.Missing, screen.state.why)
        screen.send(DoorEvent.Begun(setUp = false))
        assertEquals(false, screen.folder.exists())
    }

    @Test
    fun `bindings of another build are one sentence and nothing is touched`() {
        val screen = DoorScreen(place, firstCall = { throw RuntimeException("UniFFI API checksum mismatch") }).withDiary()
        screen.send(DoorEvent.Shown)
        assertEquals(DoorState.Mismatched, screen.state)
        assertEquals(0, screen.vault.asked)
        val missing = DoorScreen(place, firstCall = { throw UnsatisfiedLinkError("no library") }).send(DoorEvent.Shown)
        assertEquals(DoorState.Mismatched, missing.state)
    }

    @Test
    fun `locking shuts the diary and the device's key opens it again`() {
        val screen = DoorScreen(place).withDiary().send(DoorEvent.Shown)
        val diary = open(screen).diary
        screen.send(DoorEvent.LockAsked)
        assertEquals(Why.Shut, screen.state.why)
        assertFailsWith<DiaryException.Shut> { diary.today(evening) }
        open(screen.send(DoorEvent.Shown))
    }
}
