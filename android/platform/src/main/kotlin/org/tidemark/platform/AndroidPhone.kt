package org.tidemark.platform

import android.app.ActivityManager
import android.app.AlarmManager
import android.app.NotificationManager
import android.content.ClipData
import android.content.ClipDescription
import android.content.ClipboardManager
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.os.PersistableBundle
import android.os.storage.StorageManager
import android.print.PrintManager
import android.provider.Settings
import org.tidemark.logic.Blocked
import org.tidemark.logic.ChosenFile
import org.tidemark.logic.Phone
import org.tidemark.logic.reminder.Rung
import org.tidemark.platform.share.CopyFolder
import org.tidemark.platform.share.Documents
import org.tidemark.platform.share.Outbox
import org.tidemark.platform.share.OutboxProvider
import org.tidemark.platform.share.PrintFile
import java.io.File
import java.util.concurrent.CompletableFuture

/** What the screens ask of an Android phone. */
internal class AndroidPhone(private val context: Context, private val front: Front, private val outbox: Outbox) {
    private val documents = Documents(context.contentResolver, File(context.cacheDir, "inbox"))
    private val copies = CopyFolder(context.contentResolver, documents, File(context.noBackupFilesDir, "copies.json"))

    fun phone(rearm: () -> Unit, times: () -> Map<String, Rung>): Phone = Phone(
        outbox = outbox.folder.path,
        share = ::share,
        print = ::print,
        saveAs = ::saveAs,
        chooseFile = ::chooseFile,
        copyFolder = copies::name,
        chooseCopyFolder = ::chooseCopyFolder,
        leaveCopyFolder = copies::leave,
        copyInto = copies::put,
        dial = { number -> opens(Intent.ACTION_DIAL, "tel", number) },
        writeText = { number -> opens(Intent.ACTION_SENDTO, "smsto", number) },
        copy = ::copy,
        rearmReminders = rearm,
        reminderTimes = times,
        remindersBlocked = ::blocked,
        openSystemSettings = ::openSettings,
        openStorageSettings = { front.open(Intent(StorageManager.ACTION_MANAGE_STORAGE)) },
    )

    private fun share(path: String, mimeType: String): Boolean {
        val offered = outbox.offer(path) ?: return false
        val address = OutboxProvider.address(context, offered)
        val send = Intent(Intent.ACTION_SEND)
            .setType(mimeType)
            .putExtra(Intent.EXTRA_STREAM, address)
            .addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
        // The grant goes with the clip, also through the chooser.
        send.clipData = ClipData.newRawUri(null, address)
        return front.open(Intent.createChooser(send, null).addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION))
    }

    private fun print(path: String): Boolean {
        val activity = front.activity ?: return false
        val printer = activity.getSystemService(PrintManager::class.java) ?: return false
        val started = CompletableFuture<Boolean>()
        activity.runOnUiThread {
            val file = File(path)
            printer.print(file.name, PrintFile(file), null)
            started.complete(true)
        }
        return started.get()
    }

    private fun saveAs(path: String, name: String, mimeType: String): Boolean {
        val ask = Intent(Intent.ACTION_CREATE_DOCUMENT).addCategory(Intent.CATEGORY_OPENABLE).setType(mimeType).putExtra(Intent.EXTRA_TITLE, name)
        val place = front.ask(ask)?.data ?: return false
        return documents.write(path, place)
    }

    private fun chooseFile(mimeTypes: List<String>) = front.ask(
        Intent(Intent.ACTION_OPEN_DOCUMENT)
            .addCategory(Intent.CATEGORY_OPENABLE)
            .setType(mimeTypes.singleOrNull() ?: "*/*")
            .putExtra(Intent.EXTRA_MIME_TYPES, mimeTypes.toTypedArray()),
    )?.data?.let { documents.read(it) ?: notHanded }

    private fun chooseCopyFolder(): String? = front.ask(Intent(Intent.ACTION_OPEN_DOCUMENT_TREE))?.data?.let(copies::take)

    /** A file that was chosen and did not come, or is too large, is said to be unreadable by whoever opens it; it is not "turned back". */
    private val notHanded get() = ChosenFile(File(context.cacheDir, "inbox/none").path, "")

    // Built as an opaque address: a `#` or `*` of a number is part of it.
    private fun opens(action: String, scheme: String, number: String): Boolean =
        front.open(Intent(action, Uri.fromParts(scheme, number, null)))

    private fun copy(text: String) {
        val clip = ClipData.newPlainText(null, text)
        // The name is written out: the constant came with Android 13, and keyboards of before read it too.
        val sensitive = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) ClipDescription.EXTRA_IS_SENSITIVE else "android.content.extra.IS_SENSITIVE"
        clip.description.extras = PersistableBundle().apply { putBoolean(sensitive, true) }
        context.getSystemService(ClipboardManager::class.java)?.setPrimaryClip(clip)
    }

    private fun blocked(): Blocked? {
        val notifications = context.getSystemService(NotificationManager::class.java)
        val alarms = context.getSystemService(AlarmManager::class.java)
        val activities = context.getSystemService(ActivityManager::class.java)
        return when {
            notifications?.areNotificationsEnabled() == false -> Blocked.NOTIFICATIONS_OFF
            Build.VERSION.SDK_INT >= Build.VERSION_CODES.P && activities?.isBackgroundRestricted == true -> Blocked.BATTERY_SAVING
            Build.VERSION.SDK_INT >= Build.VERSION_CODES.S && alarms?.canScheduleExactAlarms() == false -> Blocked.EXACT_ALARMS_OFF
            else -> null
        }
    }

    private fun openSettings(blocked: Blocked): Boolean {
        val us = Uri.fromParts("package", context.packageName, null)
        val page = when {
            blocked == Blocked.NOTIFICATIONS_OFF ->
                Intent(Settings.ACTION_APP_NOTIFICATION_SETTINGS).putExtra(Settings.EXTRA_APP_PACKAGE, context.packageName)
            blocked == Blocked.EXACT_ALARMS_OFF && Build.VERSION.SDK_INT >= Build.VERSION_CODES.S ->
                Intent(Settings.ACTION_REQUEST_SCHEDULE_EXACT_ALARM, us)
            else -> Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, us)
        }
        return front.open(page)
    }
}
