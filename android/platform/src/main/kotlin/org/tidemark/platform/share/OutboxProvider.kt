package org.tidemark.platform.share

import android.content.ContentProvider
import android.content.ContentValues
import android.content.Context
import android.database.Cursor
import android.database.MatrixCursor
import android.net.Uri
import android.os.ParcelFileDescriptor
import android.provider.OpenableColumns
import java.io.File
import java.io.FileNotFoundException

/**
 * Lets an app that was given the address read the one file that is offered; nothing else, and nothing is written through it. Not
 * exported: an app reads only with the grant that comes with the address.
 */
public class OutboxProvider : ContentProvider() {
    override fun onCreate(): Boolean = true

    override fun getType(uri: Uri): String = mimeType(file(uri).name)

    override fun openFile(uri: Uri, mode: String): ParcelFileDescriptor {
        if (mode != "r") throw FileNotFoundException("files here can only be read")
        return ParcelFileDescriptor.open(file(uri), ParcelFileDescriptor.MODE_READ_ONLY)
    }

    override fun query(uri: Uri, projection: Array<out String>?, selection: String?, arguments: Array<out String>?, order: String?): Cursor {
        val file = file(uri)
        val known = mapOf<String, Any>(OpenableColumns.DISPLAY_NAME to file.name, OpenableColumns.SIZE to file.length())
        val columns = (projection?.toList() ?: known.keys.toList()).filter { it in known }
        return MatrixCursor(columns.toTypedArray(), 1).apply { addRow(columns.map { known[it] }) }
    }

    override fun insert(uri: Uri, values: ContentValues?): Uri? = throw UnsupportedOperationException("files here can only be read")

    override fun delete(uri: Uri, selection: String?, arguments: Array<out String>?): Int =
        throw UnsupportedOperationException("files here can only be read")

    override fun update(uri: Uri, values: ContentValues?, selection: String?, arguments: Array<out String>?): Int =
        throw UnsupportedOperationException("files here can only be read")

    private fun file(uri: Uri): File {
        val parts = uri.pathSegments
        val found = if (parts.size == 2) Outbox(outboxFolder(context ?: throw nothing())).find(parts[0], parts[1]) else null
        return found ?: throw nothing()
    }

    private fun nothing() = FileNotFoundException("nothing is offered at this address")

    internal companion object {
        fun address(context: Context, offered: Offered): Uri =
            Uri.Builder().scheme("content").authority(context.packageName + ".outbox").appendPath(offered.token).appendPath(offered.name).build()
    }
}

/** In the cache, which no backup and no transfer carries. */
internal fun outboxFolder(context: Context): File = File(context.cacheDir, "outbox")
