package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.CheckInDraft
import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.logic.Moment

/** A real diary of which a script makes one call refuse: `{"call": "saveCheckIn", "error": "StorageFull"}`. A call that scripts name is overridden here. */
internal class RefusingDiary(private val real: OpenDiaryInterface) : OpenDiaryInterface by real {
    var refused: JsonObject? = null

    override fun saveCheckIn(draft: CheckInDraft, now: Moment) = unless("saveCheckIn") { real.saveCheckIn(draft, now) }

    override fun changeRating(checkInId: String, measureId: String, valueMilli: Long?, now: Moment) =
        unless("changeRating") { real.changeRating(checkInId, measureId, valueMilli, now) }

    private fun <T> unless(call: String, act: () -> T): T {
        val wanted = refused?.takeIf { it.get("call").asString == call } ?: return act()
        throw when (val error = wanted.get("error").asString) {
            "StorageFull" -> DiaryException.StorageFull()
            "Busy" -> DiaryException.Busy()
            "Shut" -> DiaryException.Shut()
            else -> error("a script cannot refuse with $error")
        }
    }
}
