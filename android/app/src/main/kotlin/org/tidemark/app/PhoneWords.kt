package org.tidemark.app

import android.content.res.Resources
import org.tidemark.logic.reminder.ReminderKind
import org.tidemark.platform.key.PromptWords
import org.tidemark.platform.reminder.NoticeWords

/** What the system itself shows for the app, in the phone's language. */
internal fun noticeWords(from: Resources): NoticeWords = NoticeWords(
    icon = R.drawable.ic_notice,
    app = from.getString(R.string.app_name),
    private = from.getString(R.string.phone_private),
    plain = { from.getString(plain(it)) },
    later = from.getString(R.string.phone_later),
    reminders = from.getString(R.string.phone_reminders),
    timers = from.getString(R.string.phone_timers),
    timer = from.getString(R.string.phone_timer),
)

internal fun promptWords(from: Resources): PromptWords =
    PromptWords(from.getString(R.string.phone_unlock_title), from.getString(R.string.phone_unlock_about))

private fun plain(kind: ReminderKind): Int = when (kind) {
    ReminderKind.CHECK_IN -> R.string.phone_check_in
    ReminderKind.BEFORE -> R.string.phone_before
    ReminderKind.AFTER -> R.string.phone_after
    ReminderKind.FOLLOW_UP -> R.string.phone_follow_up
    ReminderKind.AFTERCARE -> R.string.phone_aftercare
    ReminderKind.INSTRUMENT -> R.string.phone_instrument
    ReminderKind.PLAN_REVIEW -> R.string.phone_plan_review
    ReminderKind.VISIT_EVE -> R.string.phone_visit_eve
    ReminderKind.BACKUP -> R.string.phone_backup
}
