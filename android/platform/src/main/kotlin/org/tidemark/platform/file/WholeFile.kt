package org.tidemark.platform.file

import android.system.ErrnoException
import android.system.Os
import android.system.OsConstants
import java.io.File
import java.io.FileOutputStream
import java.io.IOException

/**
 * Writes a file whole or not at all: beside it, to disk, then under its name. Cut off at any step, the former file or the new one is
 * there. Throws [IOException] and leaves nothing behind when it cannot.
 */
internal fun writeWhole(file: File, bytes: ByteArray) {
    val beside = File(file.path + ".part")
    try {
        FileOutputStream(beside).use { out ->
            out.write(bytes)
            out.fd.sync()
        }
        if (!beside.renameTo(file)) throw IOException("the file did not take its name")
    } catch (refused: IOException) {
        beside.delete()
        throw refused
    }
    syncFolder(file.absoluteFile.parentFile)
}

/** The new name is on disk as well; some file systems cannot do this for a folder, and then nothing more can be done. */
private fun syncFolder(folder: File?) {
    if (folder == null) return
    try {
        val fd = Os.open(folder.path, OsConstants.O_RDONLY, 0)
        try {
            Os.fsync(fd)
        } finally {
            Os.close(fd)
        }
    } catch (_: ErrnoException) {
        return
    }
}

/** The bytes of a file of at most [most]; none when there is no file. A longer one is not ours: [IOException]. */
internal fun readBounded(file: File, most: Int): ByteArray? {
    if (!file.exists()) return null
    if (!file.isFile || file.length() > most) throw IOException("not a file of this app")
    return file.readBytes()
}
