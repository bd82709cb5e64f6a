package org.tidemark.platform.share

import android.content.ContentProvider
import android.content.ContentValues
import android.database.Cursor
import android.database.MatrixCursor
import android.net.Uri
import android.os.Bundle
import android.os.ParcelFileDescriptor
import android.provider.DocumentsContract
import android.provider.OpenableColumns
import java.io.File
import java.io.FileNotFoundException

/** A folder that another app has, as a tree of documents: it can be full, damage what it is given, refuse, or keep what is to be removed. */
class FolderOfAnotherApp : ContentProvider() {
    override fun onCreate(): Boolean = true

    override fun call(method: String, arg: String?, extras: Bundle?): Bundle {
        val uri = checkNotNull(extras?.getParcelable("uri", Uri::class.java))
        return when (method) {
            "android:createDocument" -> {
                if (refuses) throw SecurityException("planted")
                val name = checkNotNull(extras.getString("_display_name"))
                val free = generateSequence(0) { it + 1 }.map { if (it == 0) name else "$name ($it)" }.first { !File(folder, it).exists() }
                File(folder, free).createNewFile()
                Bundle().apply { putParcelable("uri", DocumentsContract.buildDocumentUriUsingTree(uri, "$ROOT/$free")) }
            }
            "android:deleteDocument" -> Bundle().also { file(uri).delete() }
            else -> error("the folder has no $method")
        }
    }

    override fun openFile(uri: Uri, mode: String): ParcelFileDescriptor {
        val file = file(uri)
        if (mode != "r" && full) throw FileNotFoundException("planted")
        if (mode == "r" && damages) file.writeBytes(file.readBytes().also { it[it.size / 2] = (it[it.size / 2] + 1).toByte() })
        return ParcelFileDescriptor.open(file, ParcelFileDescriptor.parseMode(mode))
    }

    override fun query(uri: Uri, projection: Array<out String>?, selection: String?, arguments: Array<out String>?, order: String?): Cursor =
        MatrixCursor(arrayOf(OpenableColumns.DISPLAY_NAME)).apply { addRow(arrayOf(DocumentsContract.getDocumentId(uri).substringAfterLast('/'))) }

    override fun getType(uri: Uri): String? = null

    override fun insert(uri: Uri, values: ContentValues?): Uri? = null

    override fun delete(uri: Uri, selection: String?, arguments: Array<out String>?): Int = 0

    override fun update(uri: Uri, values: ContentValues?, selection: String?, arguments: Array<out String>?): Int = 0

    private fun file(uri: Uri) = File(folder, DocumentsContract.getDocumentId(uri).substringAfterLast('/'))

    companion object {
        const val AUTHORITY: String = "of.another.app"
        const val ROOT: String = "primary:Diary copies"
        val tree: Uri get() = DocumentsContract.buildTreeDocumentUri(AUTHORITY, ROOT)
        lateinit var folder: File
        var refuses = false
        var full = false
        var damages = false

        fun fresh(at: File) {
            folder = at
            refuses = false
            full = false
            damages = false
        }
    }
}
