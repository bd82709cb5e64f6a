package org.tidemark.desktop

import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Alignment
import androidx.compose.ui.graphics.toComposeImageBitmap
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import androidx.compose.ui.window.Window
import androidx.compose.ui.window.WindowPosition
import androidx.compose.ui.window.WindowState
import androidx.compose.ui.window.application
import org.jetbrains.skia.Image
import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.Moment
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.uniffiEnsureInitialized
import org.tidemark.logic.Env
import org.tidemark.ui.app.TidemarkApp
import org.tidemark.ui.report.LocalPictureDecoder
import org.tidemark.ui.report.PictureDecoder
import org.tidemark.ui.theme.TidemarkTheme
import java.nio.file.Files
import java.time.Clock
import java.time.ZonedDateTime
import java.util.concurrent.Executors
import javax.swing.SwingUtilities
import kotlin.system.exitProcess

/** The app's screens in a window, over a real diary: `DIARY PASSPHRASE`. What only a phone can do says so. */
fun main(arguments: Array<String>) {
    if (arguments.size != 2) {
        System.err.println("usage: desktop DIARY PASSPHRASE")
        exitProcess(2)
    }
    val (path, passphrase) = arguments
    uniffiEnsureInitialized()
    val diary = try {
        OpenDiary.openWithPassphrase(path, passphrase)
    } catch (refused: DiaryException) {
        System.err.println("$path was not opened: ${refused.message}. Nothing was changed.")
        exitProcess(1)
    }
    val work = Executors.newSingleThreadExecutor { Thread(it, "diary").apply { isDaemon = true } }
    val outbox = Files.createTempDirectory("tidemark").toString()
    val env = Env(diary, { now(Clock.systemDefaultZone()) }, desktopPhone(outbox), work, SwingUtilities::invokeLater)
    application {
        Window(
            onCloseRequest = ::exitApplication,
            state = WindowState(position = WindowPosition(Alignment.Center), size = DpSize(420.dp, 860.dp)),
            title = "Tidemark",
        ) {
            CompositionLocalProvider(LocalPictureDecoder provides decoder) {
                TidemarkTheme { TidemarkApp(env, onLeave = ::exitApplication) }
            }
        }
    }
    work.submit { diary.shut() }.get()
}

private val decoder = PictureDecoder { png -> runCatching { Image.makeFromEncoded(png).toComposeImageBitmap() }.getOrNull() }

private fun now(clock: Clock): Moment {
    val at = ZonedDateTime.now(clock)
    return Moment(at.toInstant().toEpochMilli(), at.offset.totalSeconds, at.zone.id)
}
