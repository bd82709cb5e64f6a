package org.tidemark.platform.share

import java.io.File
import java.io.IOException
import java.security.SecureRandom

/** A file that another app may read: its address says nothing, and dies when the next one is offered. */
internal data class Offered(val token: String, val name: String)

/**
 * The folder of files on their way out. At most one of them is offered at a time; which, stands in a file beside them, so that an app
 * that reads late still finds it after this one was put to sleep.
 */
internal class Outbox(val folder: File) {
    /** Nothing of an earlier time stays. */
    fun empty() {
        folder.deleteRecursively()
        folder.mkdirs()
    }

    /** Nothing stays but the file that another app was handed last. */
    fun keepOffered() {
        val note = File(folder, NOTE)
        val offered = if (note.isFile) note.readText().substringAfter('\n', "") else ""
        folder.listFiles().orEmpty().filterNot { it.name == NOTE || it.name == offered }.forEach { it.deleteRecursively() }
    }

    /** Offers a file that lies in the folder itself; none for any other. */
    fun offer(path: String): Offered? {
        val file = within(File(path).name)?.takeIf { it == File(path).canonicalFile } ?: return null
        val offered = Offered(newToken(), file.name)
        return try {
            File(folder, NOTE).writeText("${offered.token}\n${offered.name}")
            offered
        } catch (_: IOException) {
            null
        }
    }

    /** The offered file, when both its address and its name are right; none otherwise. */
    fun find(token: String, name: String): File? {
        val note = File(folder, NOTE)
        if (!note.isFile) return null
        val (known, of) = note.readText().split('\n', limit = 2).takeIf { it.size == 2 } ?: return null
        return if (token == known && name == of) within(name) else null
    }

    /** A plain file that lies in the folder under this name: no path through others, no link to elsewhere, not the note. */
    private fun within(name: String): File? {
        if (name == NOTE || name.isEmpty()) return null
        val file = File(folder, name)
        return file.takeIf { it.isFile && it.canonicalFile == File(folder.canonicalFile, name) }?.canonicalFile
    }

    private fun newToken(): String = ByteArray(16).also(SecureRandom()::nextBytes).joinToString("") { "%02x".format(it) }

    private companion object {
        const val NOTE = ".offered"
    }
}

/** What a file is, by the end of its name; the formats this app writes and no others. */
internal fun mimeType(name: String): String = when (name.substringAfterLast('.', "").lowercase()) {
    "pdf" -> "application/pdf"
    "zip" -> "application/zip"
    "json" -> "application/json"
    "csv" -> "text/csv"
    "txt" -> "text/plain"
    else -> "application/octet-stream"
}
