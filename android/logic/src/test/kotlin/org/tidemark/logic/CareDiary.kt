package org.tidemark.logic

import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.RecordedBy
import java.io.File
import java.nio.file.Path
import java.util.concurrent.Executor

/** A new diary in a folder, a phone that notes what it is handed, and screens whose effects run at once. */
internal class CareDiary(folder: Path) : AutoCloseable {
    val outbox: File = folder.resolve("outbox").toFile().apply { mkdirs() }
    val diary: OpenDiary = OpenDiary.create(folder.resolve("my.diary").toString(), "four plain words here", null, evening)

    /** Name and bytes of each file that was handed over, by its way. */
    val handed: MutableList<Pair<String, ByteArray>> = mutableListOf()
    var now: Moment = evening

    private val phone = Phone(
        outbox = outbox.path,
        share = { path, mime -> handed.add("share $mime ${File(path).name}" to File(path).readBytes()) },
        saveAs = { path, name, mime -> handed.add("save $mime $name" to File(path).readBytes()) },
        print = { path -> handed.add("print ${File(path).name}" to File(path).readBytes()) },
    )

    fun env(over: OpenDiaryInterface = diary, phone: Phone = this.phone): Env {
        val direct = Executor { it.run() }
        return Env(over, { now }, phone, direct, direct)
    }

    fun add(kind: Kind, vararg fields: Pair<String, String>): DiaryRecord =
        diary.addRecord(kind, fields.map { (name, text) -> FieldText(name, text) }, RecordedBy.OWN, now)

    override fun close() {
        diary.shut()
        diary.close()
    }
}

internal fun <State, Event : Any, Effect : Any> Env.shown(feature: Feature<State, Event, Effect>): Store<State, Event, Effect> =
    store(feature).also { store -> feature.shown?.let { store.send(it) } }
