package org.tidemark.platform.share

import android.net.Uri
import android.provider.DocumentsContract
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.robolectric.Robolectric
import org.tidemark.platform.OnAndroid
import java.io.File
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNull
import kotlin.test.assertTrue

class CopyFolderTest : OnAndroid() {
    @get:Rule
    val room = TemporaryFolder()

    private val tree get() = FolderOfAnotherApp.tree
    private val there get() = FolderOfAnotherApp.folder
    private val mark get() = File(room.root, "copies.json")
    private val source get() = File(room.root, "tidemark.backup")
    private val bytes = ByteArray(200_000) { (it % 251).toByte() }

    @Before
    fun fresh() {
        FolderOfAnotherApp.fresh(room.newFolder("there"))
        Robolectric.setupContentProvider(FolderOfAnotherApp::class.java, FolderOfAnotherApp.AUTHORITY)
        source.writeBytes(bytes)
    }

    private fun folder() = CopyFolder(app.contentResolver, Documents(app.contentResolver, File(room.root, "inbox")), mark)

    private fun permitted(): List<Uri> = app.contentResolver.persistedUriPermissions.filter { it.isReadPermission && it.isWritePermission }.map { it.uri }

    private fun put() = folder().put(source.path, "tidemark-2026-11-24.backup", "application/octet-stream")

    @Test
    fun `the folder is remembered with its permission until it is left`() {
        assertNull(folder().name())
        assertEquals("primary:Diary copies", folder().take(tree))
        assertEquals("primary:Diary copies", folder().name())
        assertEquals(listOf(tree), permitted())
        folder().leave()
        assertNull(folder().name())
        assertEquals(emptyList(), permitted())
        assertFalse(mark.exists())
    }

    @Test
    fun `another folder takes the place of the former one and the same one keeps its permission`() {
        folder().take(tree)
        folder().take(tree)
        assertEquals(listOf(tree), permitted())
        val other = DocumentsContract.buildTreeDocumentUri(FolderOfAnotherApp.AUTHORITY, "primary:Elsewhere")
        assertEquals("primary:Elsewhere", folder().take(other))
        assertEquals(listOf(other), permitted())
    }

    @Test
    fun `a copy is whole and takes no place of another`() {
        folder().take(tree)
        assertTrue(put())
        assertTrue(put())
        assertEquals(listOf("tidemark-2026-11-24.backup", "tidemark-2026-11-24.backup (1)"), there.list().orEmpty().sorted())
        for (copy in there.listFiles().orEmpty()) assertContentEquals(bytes, copy.readBytes())
    }

    @Test
    fun `a copy that is not the same is removed and one that stood there stays`() {
        folder().take(tree)
        assertTrue(put())
        val whole = there.listFiles().orEmpty().single()
        for (fault in listOf("full", "damages", "refuses")) {
            FolderOfAnotherApp.fresh(there)
            when (fault) {
                "full" -> FolderOfAnotherApp.full = true
                // Of the same length: only reading every byte tells.
                "damages" -> FolderOfAnotherApp.damages = true
                else -> FolderOfAnotherApp.refuses = true
            }
            assertFalse(put(), fault)
            assertEquals(listOf(whole), there.listFiles().orEmpty().toList(), fault)
            assertContentEquals(bytes, whole.readBytes(), fault)
        }
    }

    @Test
    fun `without a folder or a file nothing is put anywhere`() {
        assertFalse(put())
        folder().take(tree)
        source.delete()
        assertFalse(put())
        assertEquals(emptyList(), there.list().orEmpty().toList())
    }

    @Test
    fun `a mark that cannot be read is no folder`() {
        for (text in listOf("", "{", "{}", """{"format":"tidemark-copies","min_reader":2,"tree":"content://a/tree/b","name":"b"}""")) {
            mark.writeText(text)
            assertNull(folder().name(), text)
            assertFalse(put(), text)
        }
    }
}
