package org.tidemark.logic

import org.tidemark.bindings.CheckInDraft
import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.EntryMode
import org.tidemark.bindings.Measure
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.SavedCheckIn
import org.tidemark.bindings.Today
import org.tidemark.bindings.TodayAnswer
import java.lang.reflect.Proxy

/** A diary that has no call at all; a fake takes it and answers only what it is asked. */
internal val noDiary: OpenDiaryInterface = Proxy.newProxyInstance(
    OpenDiaryInterface::class.java.classLoader,
    arrayOf(OpenDiaryInterface::class.java),
) { _, call, _ -> error("the fake has no ${call.name}") } as OpenDiaryInterface

/** A day in memory that can be told to refuse; it keeps no rule of the core. */
internal class FakeDiary(private val asked: List<Measure>, private val date: LogicalDate) : OpenDiaryInterface by noDiary {
    val checkIns: MutableMap<CheckInId, Pair<MeasureId, Stored>> = linkedMapOf()
    val ratedAt: MutableMap<CheckInId, Moment> = mutableMapOf()

    /** What every write answers while it is set. */
    var refuses: DiaryException? = null

    override fun today(now: Moment): Today = Today(
        day = date.iso,
        rolloverMin = 240u,
        asked = asked,
        answers = checkIns.map { (id, found) ->
            val (measure, stored) = found
            TodayAnswer(measure.name, id.text, stored.answer.milli(), stored.recordedAt)
        },
        checkIns = checkIns.size.toUInt(),
        runningSessionId = null,
        plannedSessionIds = emptyList(),
        morningAfterSessionIds = emptyList(),
        awaySince = null,
        daysSinceBackup = null,
        sampleLabel = null,
    )

    override fun saveCheckIn(draft: CheckInDraft, now: Moment): SavedCheckIn = write {
        val id = CheckInId("check-in ${ratedAt.size + 1}")
        val (measure, value) = draft.ratings.single()
        ratedAt[id] = draft.ratedAt
        checkIns[id] = MeasureId(measure) to Stored(id, answer(value), now)
        SavedCheckIn(id.text, date.iso, now, EntryMode.Live, emptyList())
    }

    override fun changeRating(checkInId: String, measureId: String, valueMilli: Long?, now: Moment): Unit = write {
        val id = CheckInId(checkInId)
        checkIns[id] = MeasureId(measureId) to Stored(id, answer(valueMilli), now)
    }

    override fun removeCheckIn(checkInId: String, now: Moment): Unit = write { checkIns.remove(CheckInId(checkInId)) }

    private fun <T> write(act: () -> T): T = refuses?.let { throw it } ?: act()
}
