package org.tidemark.platform

import android.app.Activity
import android.content.ActivityNotFoundException
import android.content.Intent
import android.os.Build
import android.view.WindowManager
import java.util.concurrent.CompletableFuture

/**
 * The activity on screen, and questions to other apps that wait for its answer. The activity tells [shown], [gone] and [answered]; whoever
 * asks waits on another thread.
 */
public class Front {
    @Volatile
    public var activity: Activity? = null
        private set

    private val lock = Any()
    private var waiting: CompletableFuture<Intent?>? = null
    private var number = 0

    /** Whether another app was asked and has not answered yet. */
    public val asks: Boolean get() = synchronized(lock) { waiting != null }

    public fun shown(activity: Activity) {
        this.activity = activity
    }

    /** Who waits gets no answer: the window that was to bring it is gone. */
    public fun gone(activity: Activity) {
        if (this.activity !== activity) return
        this.activity = null
        take()?.complete(null)
    }

    /** The answer of another app; none unless the person said yes. Answers to older questions are dropped. */
    public fun answered(request: Int, result: Int, data: Intent?) {
        val asked = synchronized(lock) { waiting?.takeIf { request == number } } ?: return
        take()
        asked.complete(if (result == Activity.RESULT_OK) data else null)
    }

    /** Asks another app and waits; none when nothing is on screen, no app can, or the person turned back. */
    internal fun ask(intent: Intent): Intent? {
        val activity = activity ?: return null
        val answer = CompletableFuture<Intent?>()
        take()?.complete(null)
        val request = synchronized(lock) {
            waiting = answer
            number = number % MOST_REQUESTS + 1
            number
        }
        activity.runOnUiThread {
            try {
                activity.startActivityForResult(intent, request)
            } catch (_: ActivityNotFoundException) {
                answered(request, Activity.RESULT_CANCELED, null)
            } catch (_: SecurityException) {
                // An app that may not be asked is as good as none.
                answered(request, Activity.RESULT_CANCELED, null)
            }
        }
        return answer.get()
    }

    /** Opens another app; false when nothing is on screen or no app can. */
    internal fun open(intent: Intent): Boolean {
        val activity = activity ?: return false
        val opened = CompletableFuture<Boolean>()
        activity.runOnUiThread {
            try {
                activity.startActivity(intent)
                opened.complete(true)
            } catch (_: ActivityNotFoundException) {
                opened.complete(false)
            } catch (_: SecurityException) {
                // An app that may not be opened is as good as none.
                opened.complete(false)
            }
        }
        return opened.get()
    }

    private fun take(): CompletableFuture<Intent?>? = synchronized(lock) { waiting.also { waiting = null } }

    private companion object {
        // Of the 16 bits that a request may have, the upper half belongs to the activity's own.
        const val MOST_REQUESTS = 0x7fff
    }
}

/** No picture of the records in the list of recent apps, in screenshots or on another screen. */
public fun cover(activity: Activity) {
    activity.window?.addFlags(WindowManager.LayoutParams.FLAG_SECURE)
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) activity.setRecentsScreenshotEnabled(false)
}
