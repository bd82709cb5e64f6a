package org.tidemark.platform.share

import android.net.Uri
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.robolectric.Shadows.shadowOf
import org.tidemark.platform.OnAndroid
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.IOException
import java.io.InputStream
import java.io.OutputStream
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

class DocumentsTest : OnAndroid() {
    @get:Rule
    val folder = TemporaryFolder()

    private val place = Uri.parse("content://of.another.app/document/7")
    private val shadow get() = shadowOf(app.contentResolver)
    private val inbox get() = File(folder.root, "inbox")

    private fun documents(most: Long = Documents.MOST_BYTES) = Documents(app.contentResolver, inbox, most)

    private fun source(bytes: ByteArray): File = folder.newFile().apply { writeBytes(bytes) }

    @Test
    fun `a file is written and counted again`() {
        val bytes = ByteArray(200_000) { it.toByte() }
        val out = ByteArrayOutputStream()
        shadow.registerOutputStream(place, out)
        shadow.registerInputStreamSupplier(place) { ByteArrayInputStream(out.toByteArray()) }
        assertTrue(documents().write(source(bytes).path, place))
        assertTrue(bytes.contentEquals(out.toByteArray()))
    }

    @Test
    fun `a place that swallows bytes or breaks off is a refusal`() {
        val swallows = object : OutputStream() {
            override fun write(byte: Int) = Unit
        }
        shadow.registerOutputStream(place, swallows)
        shadow.registerInputStreamSupplier(place) { ByteArrayInputStream(ByteArray(0)) }
        assertFalse(documents().write(source(ByteArray(10)).path, place))
        val full = object : OutputStream() {
            override fun write(byte: Int): Unit = throw IOException("planted")
        }
        shadow.registerOutputStream(place, full)
        assertFalse(documents().write(source(ByteArray(10)).path, place))
        assertFalse(documents().write(folder.root.path + "/nothing", place))
    }

    @Test
    fun `a chosen file is copied in whole`() {
        val bytes = ByteArray(70_000) { (it % 251).toByte() }
        shadow.registerInputStream(place, ByteArrayInputStream(bytes))
        val chosen = assertNotNull(documents().read(place))
        assertTrue(bytes.contentEquals(File(chosen.path).readBytes()))
        assertEquals(inbox.path, File(chosen.path).parent)
    }

    @Test
    fun `one that is too large or breaks off leaves nothing`() {
        shadow.registerInputStream(place, ByteArrayInputStream(ByteArray(1001)))
        assertNull(documents(most = 1000).read(place))
        assertEquals(emptyList(), inbox.list()?.toList())
        shadow.registerInputStream(place, ByteArrayInputStream(ByteArray(1000)))
        assertNotNull(documents(most = 1000).read(place))
        val breaks = object : InputStream() {
            override fun read(): Int = throw IOException("planted")
        }
        shadow.registerInputStream(place, breaks)
        assertNull(documents().read(place))
        assertEquals(emptyList(), inbox.list()?.toList())
    }

    @Test
    fun `a name that another app gives is never a path`() {
        assertEquals("passwd", plainName("../../etc/passwd"))
        assertEquals("b.csv", plainName("C:\\a\\b.csv"))
        assertEquals("ab", plainName("a\u0000\nb"))
        assertEquals("file", plainName(null))
        assertEquals("file", plainName("///"))
        assertEquals(80, plainName("x".repeat(500)).length)
    }
}
