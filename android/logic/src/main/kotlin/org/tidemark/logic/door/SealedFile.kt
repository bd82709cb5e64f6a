package org.tidemark.logic.door

import java.io.File
import java.io.IOException
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

/** Files of a diary that the passphrase seals. What lies in plain text, or is this device's alone, stays here. */
private val sealed = Regex("diary\\.db(-wal)?|recovery\\.age|snapshots/[^/]+\\.db")

internal const val SEALED_NAME: String = "tidemark-sealed.zip"

/** Puts a copy of the sealed files where the person says: nothing in it opens without the recovery words. */
internal fun DoorEnv.exportSealed(): Notice {
    val copy = File(phone.outbox, SEALED_NAME)
    return try {
        zip(File(path), copy)
        if (phone.saveAs(copy.path, SEALED_NAME, "application/zip")) Notice.Exported else Notice.NotExported
    } catch (_: IOException) {
        Notice.NotExported
    } finally {
        copy.delete()
    }
}

private fun zip(folder: File, copy: File) {
    val files = folder.walkTopDown().filter { it.isFile }.map { it to it.relativeTo(folder).invariantSeparatorsPath }
        .filter { (_, name) -> sealed.matches(name) }.sortedBy { (_, name) -> name }.toList()
    // An archive with nothing in it is no copy.
    if (files.isEmpty()) throw IOException("nothing is sealed here")
    ZipOutputStream(copy.outputStream().buffered()).use { out ->
        files.forEach { (file, name) ->
            out.putNextEntry(ZipEntry(name))
            file.inputStream().use { it.copyTo(out) }
        }
    }
}
