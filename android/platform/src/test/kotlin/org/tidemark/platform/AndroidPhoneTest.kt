package org.tidemark.platform

import android.app.Activity
import android.app.AlarmManager
import android.app.NotificationManager
import android.content.ClipDescription
import android.content.ClipboardManager
import android.content.Intent
import android.net.Uri
import android.os.Looper
import android.view.WindowManager
import org.junit.Before
import org.junit.Test
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowAlarmManager
import org.tidemark.logic.Blocked
import org.tidemark.logic.Phone
import org.tidemark.platform.share.FolderOfAnotherApp
import org.tidemark.platform.share.Outbox
import org.tidemark.platform.share.OutboxProvider
import org.tidemark.platform.share.outboxFolder
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.File
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

class AndroidPhoneTest : OnAndroid() {
    private lateinit var front: Front
    private lateinit var phone: Phone
    private lateinit var activity: Activity
    private val place = Uri.parse("content://of.another.app/document/7")

    @Before
    fun fresh() {
        front = Front()
        val outbox = Outbox(outboxFolder(app)).apply { empty() }
        Robolectric.setupContentProvider(OutboxProvider::class.java, app.packageName + ".outbox")
        phone = AndroidPhone(app, front, outbox).phone({}, { emptyMap() })
        activity = Robolectric.buildActivity(Activity::class.java).setup().get()
        front.shown(activity)
    }

    /** Off the main thread, as screens call it; [meanwhile] is what the person does, on the main one. */
    private fun <T> off(meanwhile: () -> Unit = {}, call: () -> T): T {
        val answer = CompletableFuture.supplyAsync(call)
        while (!answer.isDone) {
            shadowOf(Looper.getMainLooper()).idle()
            meanwhile()
        }
        return answer.get(10, TimeUnit.SECONDS)
    }

    private fun opened(): Intent = assertNotNull(shadowOf(activity).nextStartedActivity)

    private fun file(): File = File(phone.outbox, "report.pdf").apply { writeText("pages") }

    @Test
    fun `a file is shared by an address that only the chosen app may read`() {
        assertTrue(off { phone.share(file().path, "application/pdf") })
        val chooser = opened()
        assertEquals(Intent.ACTION_CHOOSER, chooser.action)
        val send = assertNotNull(chooser.getParcelableExtra(Intent.EXTRA_INTENT, Intent::class.java))
        val uri = assertNotNull(send.getParcelableExtra(Intent.EXTRA_STREAM, Uri::class.java))
        assertEquals("application/pdf", send.type)
        assertEquals(uri, send.clipData?.getItemAt(0)?.uri)
        assertTrue(send.flags and Intent.FLAG_GRANT_READ_URI_PERMISSION != 0)
        assertEquals(0, send.flags and Intent.FLAG_GRANT_WRITE_URI_PERMISSION)
        assertEquals("pages", app.contentResolver.openInputStream(uri)!!.reader().readText())
        assertFalse(off { phone.share(app.filesDir.path + "/my.diary/diary.db", "application/pdf") })
    }

    @Test
    fun `save as asks for a place and writes there`() {
        val out = ByteArrayOutputStream()
        shadowOf(app.contentResolver).registerOutputStream(place, out)
        shadowOf(app.contentResolver).registerInputStreamSupplier(place) { ByteArrayInputStream(out.toByteArray()) }
        val path = file().path
        var asked: Intent? = null
        val saved = off(meanwhile = {
            shadowOf(activity).nextStartedActivityForResult?.let {
                asked = it.intent
                front.answered(it.requestCode, Activity.RESULT_OK, Intent().setData(place))
            }
        }) { phone.saveAs(path, "My report.pdf", "application/pdf") }
        assertTrue(saved)
        assertEquals(Intent.ACTION_CREATE_DOCUMENT, asked?.action)
        assertEquals("My report.pdf", asked?.getStringExtra(Intent.EXTRA_TITLE))
        assertEquals("pages", out.toString())
    }

    @Test
    fun `a folder for copies is asked for once and a copy goes there without a question`() {
        val there = File(app.cacheDir, "there").apply { mkdirs() }
        FolderOfAnotherApp.fresh(there)
        Robolectric.setupContentProvider(FolderOfAnotherApp::class.java, FolderOfAnotherApp.AUTHORITY)
        assertNull(off(meanwhile = {
            shadowOf(activity).nextStartedActivityForResult?.let { front.answered(it.requestCode, Activity.RESULT_CANCELED, null) }
        }) { phone.chooseCopyFolder() })
        assertNull(phone.copyFolder())
        var asked: Intent? = null
        val chosen = off(meanwhile = {
            shadowOf(activity).nextStartedActivityForResult?.let {
                asked = it.intent
                front.answered(it.requestCode, Activity.RESULT_OK, Intent().setData(FolderOfAnotherApp.tree))
            }
        }) { phone.chooseCopyFolder() }
        assertEquals(Intent.ACTION_OPEN_DOCUMENT_TREE, asked?.action)
        assertEquals(listOf(chosen, FolderOfAnotherApp.ROOT), listOf(phone.copyFolder(), chosen))
        // In the folder that no backup carries.
        assertTrue(File(app.noBackupFilesDir, "copies.json").exists())
        assertTrue(phone.copyInto(file().path, "a.backup", "application/octet-stream"))
        assertEquals("pages", File(there, "a.backup").readText())
        phone.leaveCopyFolder()
        assertNull(phone.copyFolder())
        assertFalse(phone.copyInto(file().path, "b.backup", "application/octet-stream"))
    }

    @Test
    fun `turning back is no file and so is an activity that goes away`() {
        val turnedBack = off(meanwhile = {
            shadowOf(activity).nextStartedActivityForResult?.let { front.answered(it.requestCode, Activity.RESULT_CANCELED, null) }
        }) { phone.chooseFile(listOf("text/csv")) }
        assertNull(turnedBack)
        val gone = off(meanwhile = {
            if (shadowOf(activity).nextStartedActivityForResult != null) front.gone(activity)
        }) { phone.chooseFile(listOf("text/csv")) }
        assertNull(gone)
        assertFalse(off { phone.saveAs(file().path, "a.pdf", "application/pdf") })
    }

    @Test
    fun `an answer to an older question is dropped`() {
        shadowOf(app.contentResolver).registerInputStream(place, ByteArrayInputStream("rows".toByteArray()))
        val chosen = off(meanwhile = {
            shadowOf(activity).nextStartedActivityForResult?.let {
                front.answered(it.requestCode - 1, Activity.RESULT_OK, Intent().setData(Uri.parse("content://old")))
                front.answered(it.requestCode, Activity.RESULT_OK, Intent().setData(place))
            }
        }) { phone.chooseFile(listOf("text/csv", "application/json")) }
        assertEquals("rows", File(assertNotNull(chosen).path).readText())
    }

    @Test
    fun `numbers are dialled and written to as they are and nothing is called or sent`() {
        assertTrue(off { phone.dial("*#100 12") })
        val dial = opened()
        assertEquals(Intent.ACTION_DIAL, dial.action)
        assertEquals("tel:*%23100%2012", dial.dataString)
        assertTrue(off { phone.writeText("50808") })
        val text = opened()
        assertEquals(Intent.ACTION_SENDTO, text.action)
        assertEquals("smsto:50808", text.dataString)
    }

    @Test
    fun `what is copied is marked as private`() {
        phone.copy("four plain words here")
        val clip = assertNotNull(service(ClipboardManager::class.java).primaryClip)
        assertEquals("four plain words here", clip.getItemAt(0).text)
        assertTrue(clip.description.extras.getBoolean(ClipDescription.EXTRA_IS_SENSITIVE))
    }

    @Test
    fun `what blocks reminders is named and its page opened`() {
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
        assertNull(phone.remindersBlocked())
        ShadowAlarmManager.setCanScheduleExactAlarms(false)
        assertEquals(Blocked.EXACT_ALARMS_OFF, phone.remindersBlocked())
        shadowOf(service(NotificationManager::class.java)).setNotificationsEnabled(false)
        assertEquals(Blocked.NOTIFICATIONS_OFF, phone.remindersBlocked())
        val pages = mapOf(
            Blocked.NOTIFICATIONS_OFF to "android.settings.APP_NOTIFICATION_SETTINGS",
            Blocked.EXACT_ALARMS_OFF to "android.settings.REQUEST_SCHEDULE_EXACT_ALARM",
            Blocked.BATTERY_SAVING to "android.settings.APPLICATION_DETAILS_SETTINGS",
        )
        for ((blocked, page) in pages) {
            assertTrue(off { phone.openSystemSettings(blocked) })
            assertEquals(page, opened().action)
        }
        assertTrue(off { phone.openStorageSettings() })
        assertEquals("android.os.storage.action.MANAGE_STORAGE", opened().action)
        assertNotNull(service(AlarmManager::class.java))
    }

    @Test
    fun `with nothing on screen nothing is opened and nobody waits`() {
        front.gone(activity)
        assertFalse(phone.dial("112"))
        assertNull(phone.chooseFile(listOf("text/csv")))
        assertFalse(phone.share(file().path, "application/pdf"))
        assertFalse(phone.print(file().path))
    }

    @Test
    fun `the screen is covered from pictures and the list of recent apps`() {
        cover(activity)
        assertTrue(activity.window.attributes.flags and WindowManager.LayoutParams.FLAG_SECURE != 0)
    }
}
