package org.tidemark.platform.share

import android.content.ContentResolver
import android.content.ContentValues
import android.net.Uri
import android.provider.OpenableColumns
import org.junit.Before
import org.junit.Test
import org.robolectric.Robolectric
import org.tidemark.platform.OnAndroid
import java.io.File
import java.io.FileNotFoundException
import java.nio.file.Files
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNotEquals
import kotlin.test.assertNull
import kotlin.test.assertTrue

class OutboxTest : OnAndroid() {
    private lateinit var outbox: Outbox
    private val resolver: ContentResolver get() = app.contentResolver

    @Before
    fun fresh() {
        outbox = Outbox(outboxFolder(app)).apply { empty() }
        Robolectric.setupContentProvider(OutboxProvider::class.java, app.packageName + ".outbox")
    }

    private fun file(name: String, text: String) = File(outbox.folder, name).apply { writeText(text) }

    private fun address(file: File): Uri = OutboxProvider.address(app, checkNotNull(outbox.offer(file.path)))

    private fun read(uri: Uri) = resolver.openInputStream(uri)!!.use { it.readBytes().decodeToString() }

    @Test
    fun `the offered file is read under its address with its name and size`() {
        val uri = address(file("report.pdf", "pages"))
        assertEquals("pages", read(uri))
        assertEquals("application/pdf", resolver.getType(uri))
        resolver.query(uri, null, null, null, null)!!.use { found ->
            assertTrue(found.moveToFirst())
            assertEquals("report.pdf", found.getString(found.getColumnIndexOrThrow(OpenableColumns.DISPLAY_NAME)))
            assertEquals(5, found.getLong(found.getColumnIndexOrThrow(OpenableColumns.SIZE)))
        }
        resolver.query(uri, arrayOf("_data"), null, null, null)!!.use { assertEquals(0, it.columnCount) }
    }

    @Test
    fun `only one file at a time and none after the folder is emptied`() {
        val first = address(file("a.pdf", "a"))
        val second = address(file("b.pdf", "b"))
        assertFailsWith<FileNotFoundException> { read(first) }
        assertEquals("b", read(second))
        assertNotEquals(first.pathSegments[0], second.pathSegments[0])
        outbox.empty()
        assertFailsWith<FileNotFoundException> { read(second) }
    }

    @Test
    fun `what a killed process left goes and the file that was handed out stays`() {
        val folder = File(app.cacheDir, "left").apply { mkdirs() }
        val outbox = Outbox(folder)
        val handed = File(folder, "report.pdf").apply { writeText("pdf") }
        File(folder, "everything.zip").writeText("zip")
        val offered = checkNotNull(outbox.offer(handed.path))
        outbox.keepOffered()
        assertEquals(setOf(".offered", "report.pdf"), folder.list().orEmpty().toSet())
        assertEquals(handed.canonicalFile, outbox.find(offered.token, offered.name))
    }

    @Test
    fun `no other path is reached`() {
        val secret = File(app.cacheDir, "secret.txt").apply { writeText("secret") }
        val token = address(file("a.pdf", "a")).pathSegments[0]
        file("b.pdf", "b")
        val base = Uri.parse("content://${app.packageName}.outbox")
        val wrong = listOf(
            base.buildUpon().appendPath(token).appendPath("b.pdf"),
            base.buildUpon().appendPath(token).appendPath("../secret.txt"),
            base.buildUpon().appendPath(token).appendEncodedPath("..%2Fsecret.txt"),
            base.buildUpon().appendPath(token).appendPath(".offered"),
            base.buildUpon().appendPath("0".repeat(32)).appendPath("a.pdf"),
            base.buildUpon().appendPath("").appendPath("a.pdf"),
            base.buildUpon().appendPath(token),
            base.buildUpon().appendPath(token).appendPath("a.pdf").appendPath("a.pdf"),
        )
        for (uri in wrong.map { it.build() }) assertFailsWith<FileNotFoundException>(uri.toString()) { read(uri) }
        assertNull(outbox.offer(secret.path))
        assertNull(outbox.offer(File(outbox.folder, "../secret.txt").path))
        assertNull(outbox.offer(outbox.folder.path))
        assertNull(outbox.offer(File(outbox.folder, ".offered").path))
        Files.createSymbolicLink(File(outbox.folder, "link.pdf").toPath(), secret.toPath())
        assertNull(outbox.offer(File(outbox.folder, "link.pdf").path))
    }

    @Test
    fun `nothing is written or removed through it`() {
        val file = file("a.pdf", "a")
        val uri = address(file)
        for (mode in listOf("w", "rw", "rwt", "wa")) assertFailsWith<FileNotFoundException>(mode) { resolver.openFileDescriptor(uri, mode) }
        assertFailsWith<UnsupportedOperationException> { resolver.delete(uri, null, null) }
        assertFailsWith<UnsupportedOperationException> { resolver.insert(uri, ContentValues()) }
        assertFailsWith<UnsupportedOperationException> { resolver.update(uri, ContentValues(), null, null) }
        assertEquals("a", file.readText())
    }
}
