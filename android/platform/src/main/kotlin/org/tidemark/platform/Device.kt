package org.tidemark.platform

import android.Manifest
import android.app.Activity
import android.content.Context
import android.content.pm.PackageManager
import android.os.Build
import android.os.UserManager
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.readOpenFacts
import org.tidemark.logic.Moment
import org.tidemark.logic.Phone
import org.tidemark.logic.Reply
import org.tidemark.logic.Vault
import org.tidemark.logic.reply
import org.tidemark.platform.key.AndroidWrappingKeys
import org.tidemark.platform.key.DeviceVault
import org.tidemark.platform.key.PromptWords
import org.tidemark.platform.key.SystemPrompt
import org.tidemark.platform.reminder.Alarm
import org.tidemark.platform.reminder.BookFile
import org.tidemark.platform.reminder.NoticeWords
import org.tidemark.platform.reminder.Notices
import org.tidemark.platform.reminder.Reminders
import org.tidemark.platform.share.Outbox
import org.tidemark.platform.share.outboxFolder
import java.io.File
import java.time.Clock
import java.time.ZoneId
import java.time.ZonedDateTime
import java.util.UUID
import java.util.concurrent.Executor

/** An application that has a [Device]; the system makes receivers by itself, and they find it here. */
public interface Host {
    public val device: Device
}

/** Everything of the phone that the screens use, put together once a process. */
public class Device(
    private val context: Context,
    activity: Class<out Activity>,
    private val clock: () -> Clock,
    /** Where alarms are worked on; never the main thread, for they touch the disk. */
    public val background: Executor,
    promptWords: () -> PromptWords,
    noticeWords: () -> NoticeWords,
    /** The diary while it is open; none while it is locked, and none while only a snapshot is shown. */
    openDiary: () -> OpenDiaryInterface?,
) {
    /** Where the diary lies; the rules of transfer in the app's resources name the same folder. */
    public val diaryPath: String = File(context.filesDir, "my.diary").path

    public val front: Front = Front()

    private val outbox = Outbox(outboxFolder(context))

    internal val reminders = Reminders(
        file = BookFile(File(context.noBackupFilesDir, "reminders.json")),
        alarm = Alarm(context),
        notices = Notices(context, activity, noticeWords),
        now = ::now,
        zone = { ZoneId.systemDefault() },
        diary = openDiary,
        diaryThere = { File(diaryPath).exists() },
        openTimes = { (reply { readOpenFacts(diaryPath) } as? Reply.Done)?.value?.reminderTimes },
    )

    public val vault: Vault = DeviceVault(
        keys = AndroidWrappingKeys(context),
        prompt = SystemPrompt({ front.activity }, promptWords),
        diary = { diaryPath },
        heldWords = File(context.noBackupFilesDir, "held-words.json"),
        newAlias = { prefix -> prefix + UUID.randomUUID() },
        deviceUnlocked = { context.getSystemService(UserManager::class.java)?.isUserUnlocked != false },
    ).vault()

    public val phone: Phone = AndroidPhone(context, front, outbox).phone(rearm = ::remindersChanged, times = { reminders.book().rung })

    /** The time and the zone of the phone, as records keep them. */
    public fun now(): Moment {
        val at = ZonedDateTime.now(clock())
        return Moment(at.toInstant().toEpochMilli(), at.offset.totalSeconds, at.zone.id)
    }

    private val inbox = File(context.cacheDir, "inbox")

    init {
        // What an earlier process left behind when it was killed; another app may still be reading the file it was handed.
        background.execute {
            outbox.keepOffered()
            inbox.deleteRecursively()
        }
    }

    /** The app was opened afresh: nothing that was on its way out or in stays. */
    public fun started() {
        background.execute {
            outbox.empty()
            inbox.deleteRecursively()
        }
    }

    /** The app leaves the screen: what the alarms have to know is written down while the diary can be asked. */
    public fun left() {
        background.execute(reminders::rearm)
    }

    private fun remindersChanged() {
        reminders.rearm()
        // The diary was erased: what of it was on its way goes too.
        if (!File(diaryPath).exists()) started()
        val activity = front.activity
        if (reminders.book().reminders.isEmpty() || activity == null || Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return
        // Asked when it is of use, and not at the first start.
        if (context.checkSelfPermission(Manifest.permission.POST_NOTIFICATIONS) == PackageManager.PERMISSION_GRANTED) return
        activity.runOnUiThread { activity.requestPermissions(arrayOf(Manifest.permission.POST_NOTIFICATIONS), 0) }
    }
}
