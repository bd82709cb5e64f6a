package org.tidemark.platform.share

import android.content.ContentResolver
import android.content.Intent
import android.net.Uri
import android.provider.DocumentsContract
import org.json.JSONException
import org.json.JSONObject
import org.tidemark.platform.file.readBounded
import org.tidemark.platform.file.writeWhole
import java.io.File
import java.io.IOException

/**
 * The folder that the person chose for copies of backups. Its address and its name stand in [mark], a small file in the folder that no
 * backup carries; the system keeps the permission for it, and for it alone.
 */
internal class CopyFolder(private val resolver: ContentResolver, private val documents: Documents, private val mark: File) {
    /** Its name; none while none is chosen. */
    fun name(): String? = kept()?.name

    /** Takes the folder that the person chose, in place of the former one; its name, or none when the system does not let it. */
    fun take(tree: Uri): String? {
        val former = kept()?.tree
        if (asked { resolver.takePersistableUriPermission(tree, MAY) } == null) return null
        val name = plainName(asked { documents.displayName(documentOf(tree)) } ?: tree.lastPathSegment)
        if (!written(Kept(tree, name))) {
            if (tree != former) release(tree)
            return null
        }
        if (former != null && former != tree) release(former)
        return name
    }

    /** Forgets it; what is in it stays. */
    fun leave() {
        kept()?.let { release(it.tree) }
        mark.delete()
    }

    /** Puts a copy of a file there, compared byte by byte; one that is not the same is removed again. */
    fun put(path: String, name: String, mimeType: String): Boolean {
        val folder = kept()?.tree ?: return false
        // A name that is taken gets a number from the place itself.
        val made = asked { DocumentsContract.createDocument(resolver, documentOf(folder), mimeType, name) } ?: return false
        return documents.copy(path, made)
    }

    private fun documentOf(tree: Uri): Uri = DocumentsContract.buildDocumentUriUsingTree(tree, DocumentsContract.getTreeDocumentId(tree))

    private fun release(tree: Uri) {
        asked { resolver.releasePersistableUriPermission(tree, MAY) }
    }

    private class Kept(val tree: Uri, val name: String)

    /** A mark that cannot be read is no folder: the person chooses again. */
    private fun kept(): Kept? = try {
        readBounded(mark, LONGEST)?.let { bytes ->
            val json = JSONObject(bytes.toString(Charsets.UTF_8))
            val ours = json.getString("format") == FORMAT && json.getInt("min_reader") <= VERSION
            if (ours) Kept(Uri.parse(json.getString("tree")), json.getString("name")) else null
        }
    } catch (_: IOException) {
        null
    } catch (_: JSONException) {
        null
    }

    private fun written(kept: Kept): Boolean = try {
        val json = JSONObject()
            .put("format", FORMAT)
            .put("version", VERSION)
            .put("min_reader", VERSION)
            .put("tree", kept.tree.toString())
            .put("name", kept.name)
        writeWhole(mark, (json.toString(2) + "\n").toByteArray())
        true
    } catch (_: IOException) {
        false
    }

    private companion object {
        const val FORMAT = "tidemark-copies"
        const val VERSION = 1
        const val LONGEST = 16 * 1024
        const val MAY = Intent.FLAG_GRANT_READ_URI_PERMISSION or Intent.FLAG_GRANT_WRITE_URI_PERMISSION
    }
}

/** What another app answers; none when it refuses, in any of the ways that such apps have. */
internal inline fun <T> asked(call: () -> T): T? = try {
    call()
} catch (_: IOException) {
    null
} catch (_: SecurityException) {
    null
} catch (_: IllegalArgumentException) {
    null
} catch (_: IllegalStateException) {
    null
} catch (_: UnsupportedOperationException) {
    null
}
