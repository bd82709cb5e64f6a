package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.logic.Blocked
import org.tidemark.logic.ChosenFile
import org.tidemark.logic.Phone
import java.io.File

/** A phone that a script tells what it can do: `"phone": {"save_as": false}` in a step; it can do everything until then. */
internal class ScriptPhone(private val place: File) {
    private var told = JsonObject()

    /** The file that is chosen: the last one saved, or one that was given and that a step names. */
    var file: File? = null
    private val outbox = File(place, "outbox").apply { mkdirs() }
    private val saved = File(place, "saved").apply { mkdirs() }

    /** The folder of copies, once it was chosen. */
    private var copies: File? = null

    /** Numbers that were dialled or written to. */
    val reached: MutableList<String> = mutableListOf()

    val phone: Phone = Phone(
        outbox = outbox.path,
        saveAs = { path, name, _ -> can("save_as").also { if (it) file = File(path).copyTo(File(saved, name), overwrite = true) } },
        chooseFile = { file?.takeIf { can("choose_file") }?.let { ChosenFile(it.path, it.name) } },
        copyFolder = { copies?.name },
        chooseCopyFolder = { File(place, "Copies").takeIf { can("choose_folder") }?.also { copies = it }?.name },
        leaveCopyFolder = { copies = null },
        copyInto = { path, name, _ -> can("copy_into") && File(path).copyTo(File(copies, name), overwrite = true).exists() },
        dial = { number -> can("dial").also { if (it) reached += "call $number" } },
        writeText = { number -> can("write_text").also { if (it) reached += "text $number" } },
        remindersBlocked = { Blocked.EXACT_ALARMS_OFF.takeIf { !can("exact_alarms") } },
    )

    fun tell(what: JsonObject) {
        what.entrySet().forEach { (name, value) -> told.add(name, value) }
        what.get("file")?.let { file = File(place, it.asString) }
    }

    private fun can(name: String) = told.get(name)?.asBoolean ?: true
}
