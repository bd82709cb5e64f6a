package org.tidemark.platform.share

import android.content.ContentResolver
import android.net.Uri
import android.provider.DocumentsContract
import android.provider.OpenableColumns
import org.tidemark.logic.ChosenFile
import java.io.File
import java.io.FileNotFoundException
import java.io.FileOutputStream
import java.io.IOException
import java.io.InputStream
import java.io.OutputStream
import java.security.MessageDigest

/** Files of the person, in and out, at addresses that the person chose in the system's own window. */
internal class Documents(private val resolver: ContentResolver, private val inbox: File, private val most: Long = MOST_BYTES) {
    /**
     * Copies a file there and counts it again; what is known not to be whole is removed. One that was written whole and cannot be read
     * back now is not: a place may answer late, and it may be the person's only copy.
     */
    fun write(path: String, to: Uri): Boolean {
        val file = File(path)
        val written = bytes { file.inputStream().use { from -> open(to).use { out -> from.copyTo(out) } } }
        val all = written == file.length()
        val found = if (all) bytes { length(to) } else null
        if (!all || (found != null && found != written)) remove(to)
        return all && found == written
    }

    /** Copies a file to a document that was made for it alone, and compares it byte by byte; one that is not the same is removed. */
    fun copy(path: String, to: Uri): Boolean {
        val file = File(path)
        val same = asked {
            file.inputStream().use { from -> open(to).use { out -> from.copyTo(out) } }
            resolver.openInputStream(to)?.use { digest(it) }.contentEquals(file.inputStream().use { digest(it) })
        } ?: false
        if (!same) remove(to)
        return same
    }

    private fun digest(from: InputStream): ByteArray {
        val sha256 = MessageDigest.getInstance("SHA-256")
        val buffer = ByteArray(BUFFER)
        generateSequence { from.read(buffer) }.takeWhile { it >= 0 }.forEach { sha256.update(buffer, 0, it) }
        return sha256.digest()
    }

    private inline fun bytes(count: () -> Long): Long? = try {
        count()
    } catch (_: IOException) {
        null
    } catch (_: SecurityException) {
        null
    }

    // "wt" cuts off what a longer file of the same name left; some places know only "w".
    private fun open(to: Uri): OutputStream = try {
        resolver.openOutputStream(to, "wt")
    } catch (_: FileNotFoundException) {
        resolver.openOutputStream(to, "w")
    } catch (_: IllegalArgumentException) {
        resolver.openOutputStream(to, "w")
    } ?: throw IOException("the place takes nothing")

    private fun length(at: Uri): Long {
        val stream = resolver.openInputStream(at) ?: throw IOException("the place gives nothing back")
        val buffer = ByteArray(BUFFER)
        return stream.use { from -> generateSequence { from.read(buffer) }.takeWhile { it >= 0 }.sumOf { it.toLong() } }
    }

    private fun remove(uri: Uri) {
        try {
            DocumentsContract.deleteDocument(resolver, uri)
        } catch (_: FileNotFoundException) {
            return
        } catch (_: SecurityException) {
            return
        } catch (_: IllegalArgumentException) {
            return
        } catch (_: UnsupportedOperationException) {
            return
        }
    }

    /** Copies a file in, through a file beside its place; none when it cannot be read or is larger than [most]. */
    fun read(from: Uri): ChosenFile? {
        inbox.deleteRecursively()
        if (!inbox.mkdirs()) return null
        val name = plainName(displayName(from))
        val part = File(inbox, "chosen.part")
        val whole = File(inbox, "chosen" + ending(name))
        return try {
            val stream = resolver.openInputStream(from) ?: return null
            val fits = stream.use { source -> FileOutputStream(part).use { out -> copyAtMost(source, out) } }
            if (fits && part.renameTo(whole)) ChosenFile(whole.path, name) else null
        } catch (_: IOException) {
            null
        } catch (_: SecurityException) {
            null
        } finally {
            part.delete()
        }
    }

    /** What a provider says about its size is not believed: the bytes are counted. */
    private fun copyAtMost(from: InputStream, to: OutputStream): Boolean {
        val buffer = ByteArray(BUFFER)
        var copied = 0L
        while (true) {
            val read = from.read(buffer)
            if (read < 0) return true
            copied += read
            if (copied > most) return false
            to.write(buffer, 0, read)
        }
    }

    /** What a document is called; none when the app that has it does not say. */
    fun displayName(uri: Uri): String? = try {
        resolver.query(uri, arrayOf(OpenableColumns.DISPLAY_NAME), null, null, null)?.use { found ->
            if (found.moveToFirst() && found.columnCount > 0) found.getString(0) else null
        }
    } catch (_: SecurityException) {
        null
    } catch (_: IllegalArgumentException) {
        null
    } catch (_: UnsupportedOperationException) {
        null
    }

    internal companion object {
        /** Above this no backup or export of a diary comes; a mistaken choice must not fill the phone. */
        const val MOST_BYTES: Long = 256L * 1024 * 1024
        const val BUFFER: Int = 64 * 1024
        const val LONGEST_NAME: Int = 80
    }
}

/** A name that another app chose, as something to show: no path, no control characters. Never used as a path. */
internal fun plainName(name: String?): String {
    val last = (name ?: "").substringAfterLast('/').substringAfterLast('\\').filterNot { it.isISOControl() }
    return last.take(Documents.LONGEST_NAME).trim().ifEmpty { "file" }
}

/** The end of a name, when it is one that may stand in a path of ours. */
private fun ending(name: String): String {
    val end = name.substringAfterLast('.', "").lowercase()
    return if (Regex("[a-z0-9]{1,8}").matches(end)) ".$end" else ""
}
