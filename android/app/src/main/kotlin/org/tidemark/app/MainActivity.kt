package org.tidemark.app

import android.content.Intent
import android.graphics.BitmapFactory
import android.os.Bundle
import android.os.SystemClock
import android.text.format.DateFormat
import androidx.activity.ComponentActivity
import androidx.activity.compose.BackHandler
import androidx.activity.compose.setContent
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableIntStateOf
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.asImageBitmap
import org.tidemark.logic.Place
import org.tidemark.logic.door.DoorEvent
import org.tidemark.platform.ScreenReader
import org.tidemark.platform.cover
import org.tidemark.platform.reminder.leads
import org.tidemark.platform.reminder.placeOf
import org.tidemark.ui.app.DoorApp
import org.tidemark.ui.app.LocalBack
import org.tidemark.ui.rating.LocalScreenReader
import org.tidemark.ui.report.LocalPictureDecoder
import org.tidemark.ui.report.PictureDecoder
import org.tidemark.ui.theme.TidemarkTheme
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words

/** The one window. Everything it shows and decides is elsewhere. */
class MainActivity : ComponentActivity() {
    private val app get() = application as TidemarkApplication
    private var start: Place by mutableStateOf(Place.Today)
    private var asked by mutableIntStateOf(0)
    /** Whether something led here since the app left the screen. */
    private var led = false
    private var heard by mutableStateOf(false)
    private val screenReader by lazy { ScreenReader(this) { heard = it } }

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        cover(this)
        if (savedInstanceState == null) {
            app.device.started()
            start = placeOf(intent)
        }
        setContent { Content() }
    }

    @Composable
    private fun Content() {
        val words = Words(locale = resources.configuration.locales[0], hours24 = DateFormat.is24HourFormat(this))
        CompositionLocalProvider(
            LocalWords provides words,
            LocalPictureDecoder provides decoder,
            LocalScreenReader provides heard,
            LocalBack provides { BackHandler(onBack = it) },
        ) {
            TidemarkTheme {
                Surface(color = MaterialTheme.colorScheme.surface) {
                    Box(Modifier.fillMaxSize().safeDrawingPadding()) {
                        DoorApp(app.door, app.store, start, asked, onLeave = { moveTaskToBack(true) })
                    }
                }
            }
        }
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        setIntent(intent)
        // The icon brings back what was on the screen; only a notification leads somewhere, and each time it is tapped.
        if (!leads(intent)) return
        start = placeOf(intent)
        asked++
        led = true
    }

    override fun onStart() {
        super.onStart()
        screenReader.start()
        app.device.front.shown(this)
        val away = app.leftAt?.let { SystemClock.elapsedRealtime() - it } ?: 0
        val most = if (app.leftAsking) LOCKED_AFTER_ASKING_MS else LOCKED_AFTER_MS
        if (away >= most && app.device.vault.asksPerson()) {
            // Behind the door it goes on at Today, unless something leads now.
            if (!led) start = Place.Today
            app.store.send(DoorEvent.LockAsked)
        }
    }

    override fun onStop() {
        app.leftAsking = app.device.front.asks
        app.leftAt = SystemClock.elapsedRealtime()
        app.device.left()
        led = false
        screenReader.stop()
        super.onStop()
    }

    override fun onDestroy() {
        app.device.front.gone(this)
        super.onDestroy()
    }

    // Of Android itself: the newer way wants a launcher registered for each question.
    @Deprecated("Deprecated in Java")
    override fun onActivityResult(requestCode: Int, resultCode: Int, data: Intent?) {
        @Suppress("DEPRECATION")
        super.onActivityResult(requestCode, resultCode, data)
        app.device.front.answered(requestCode, resultCode, data)
    }

    private companion object {
        const val LOCKED_AFTER_MS = 60_000L

        /** Looking for a place or a file in another app's window takes longer. */
        const val LOCKED_AFTER_ASKING_MS = 10 * LOCKED_AFTER_MS

        val decoder = PictureDecoder { png -> BitmapFactory.decodeByteArray(png, 0, png.size)?.asImageBitmap() }
    }
}
