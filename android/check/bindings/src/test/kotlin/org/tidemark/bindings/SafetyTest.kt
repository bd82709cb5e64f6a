package org.tidemark.bindings

import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

import kotlin.io.path.writeText
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** What can be read while the diary is locked: what was marked open, and nothing else. */
class SafetyTest {
    @TempDir
    lateinit var folder: Path

    private fun OpenDiary.add(kind: Kind, vararg given: Pair<String, String?>) =
        addRecord(kind, fields(*given), RecordedBy.OWN, at(EVENING))

    @Test
    fun `nothing is open unless it was marked`(): Unit = newDiary(folder).use { diary ->
        diary.add(Kind.CRISIS_CONTACT, "service" to "My sister", "number" to "030 1234567", "open" to "false")
        diary.add(Kind.SAFETY_PLAN, "signs" to "no sleep", "what_helps" to "a walk | call Ines")
        diary.saveCheckIn(checkIn(EVENING, "stress" to 9L, note = "words of mine"), at(EVENING))
        diary.shut()
        assertEquals(OpenFacts(emptyList(), emptyList(), emptyList()), readOpenFacts(pathIn(folder)))
    }

    @Test
    fun `what was marked open is read without a key and goes when the mark does`(): Unit = newDiary(folder).use { diary ->
        val contact = diary.add(
            Kind.CRISIS_CONTACT,
            "service" to "Night line", "number" to "116 123", "text" to "1737", "hours" to "always", "open" to "true",
        )
        diary.add(Kind.SAFETY_PLAN, "signs" to "no sleep", "what_helps" to "a walk | call Ines", "open_sections" to "what_helps")
        diary.add(Kind.REMINDER, "kind" to "check_in", "wall_clock" to "20:30", "days" to "mon | fri")
        diary.shut()
        val facts = readOpenFacts(pathIn(folder))
        assertEquals(listOf(OpenContact("Night line", "116 123", "1737", "always")), facts.contacts)
        assertEquals(listOf("a walk", "call Ines"), facts.planLines)
        // 20:30 is 1,230 minutes after midnight; Monday is 1 and Friday 5.
        val time = facts.reminderTimes.single()
        assertEquals(Triple("check_in", 1230, listOf(1, 5)), Triple(time.kind, time.wallClockMin.toInt(), time.days.map { it.toInt() }))
        OpenDiary.openWithPassphrase(pathIn(folder), PASSPHRASE).use { again ->
            again.editRecord(Kind.CRISIS_CONTACT, contact.id, fields("open" to "false"), RecordedBy.OWN, null, at(EVENING))
        }
        assertEquals(emptyList(), readOpenFacts(pathIn(folder)).contacts)
    }

    @Test
    fun `a region has its numbers before there is any diary`() {
        assertEquals(listOf("AU", "CA", "DE", "FR", "GB", "IE", "NL", "NZ", "US"), contactRegions())
        val known = lockedContacts(null, "DE", at(EVENING))
        assertEquals("DE" to true, known.region to known.ownRead)
        val numbers = listOf("Emergency" to "112", "TelefonSeelsorge" to "0800 1110111")
        assertEquals(numbers, known.contacts.map { it.service to it.number })
        // No number of the table was compared with two sources yet.
        assertTrue(known.contacts.all { it.needsCheck && it.verifiedOn == null && !it.own && it.language == "de" })
        assertEquals("check this number", catalogue().single { it.id == "report.caregiver.check_number" }.text)
    }

    @Test
    fun `a region that the table lacks gets all of it`() {
        for (region in listOf(null, "AT", "de", "", "D\u0000")) {
            val known = lockedContacts(null, region, at(EVENING))
            assertEquals(null to contactRegions(), known.region to known.contacts.mapNotNull { it.region }.distinct())
        }
    }

    @Test
    fun `the person's own come first while the diary is shut and a damaged file leaves the table`(): Unit =
        newDiary(folder).use { diary ->
            diary.add(Kind.CRISIS_CONTACT, "service" to "My sister", "number" to "030 1234567", "open" to "true")
            diary.add(Kind.CRISIS_CONTACT, "service" to "My doctor", "number" to "030 7654321", "open" to "false")
            diary.shut()
            val known = lockedContacts(pathIn(folder), "NL", at(EVENING))
            val told = known.contacts.map { Triple(it.own, it.service, it.number) }
            assertEquals(listOf(Triple(true, "My sister", "030 1234567"), Triple(false, "Emergency", "112")), told)
            folder.resolve("my.diary/open.json").writeText("{")
            val damaged = lockedContacts(pathIn(folder), "NL", at(EVENING))
            assertEquals(false to listOf("112"), damaged.ownRead to damaged.contacts.map { it.number })
        }
}
