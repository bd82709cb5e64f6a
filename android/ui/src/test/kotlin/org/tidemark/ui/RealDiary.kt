package org.tidemark.ui

import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.uniffiEnsureInitialized
import org.tidemark.logic.Env
import org.tidemark.logic.Moment
import org.tidemark.logic.Phone
import java.nio.file.Path
import java.util.concurrent.Executor

/** 24 November 2026, 21:04 in Berlin; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640. */
internal val EVENING: Moment = Moment(1_795_550_640_000, 3600, "Europe/Berlin")

internal const val WORDS: String = "four plain words here"

/** A new encrypted diary in a folder, and screens over it whose effects run at once, on a clock moved by hand. */
internal class RealDiary(folder: Path, val phone: Phone = Phone(outbox = folder.resolve("outbox").toString())) : AutoCloseable {
    val path: String = folder.resolve("my.diary").toString()
    var now: Moment = EVENING
    val diary: OpenDiary

    init {
        uniffiEnsureInitialized()
        diary = OpenDiary.create(path, WORDS, null, now)
    }

    private val direct = Executor { it.run() }

    val env: Env = Env(diary, { now }, phone, direct, direct)

    override fun close() {
        diary.shut()
        diary.close()
    }
}
