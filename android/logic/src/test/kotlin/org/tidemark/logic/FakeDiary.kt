package org.tidemark.logic

/** A diary in memory that can be told to refuse; it keeps no rule of the core. */
internal class FakeDiary(private val questions: List<Question>, private val date: LogicalDate) {
    val checkIns: MutableMap<CheckInId, Pair<MeasureId, Stored>> = linkedMapOf()
    val ratedAt: MutableMap<CheckInId, Moment> = mutableMapOf()

    /** What every write answers while it is set. */
    var refuses: Problem? = null

    val client: DiaryClient = DiaryClient(
        today = { Reply.Done(Day(date, questions, checkIns.values.toMap())) },
        save = { measure, answer, at, now ->
            write {
                val id = CheckInId("check-in ${ratedAt.size + 1}")
                ratedAt[id] = at
                Stored(id, answer, now).also { checkIns[id] = measure to it }
            }
        },
        change = { id, measure, answer, now -> write { Stored(id, answer, now).also { checkIns[id] = measure to it } } },
        remove = { id, _ -> write { checkIns.remove(id) } },
    )

    private fun <T> write(act: () -> T): Reply<T> = refuses?.let { Reply.Refused(it) } ?: Reply.Done(act())
}
