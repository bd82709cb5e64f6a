package org.tidemark.desktop

import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.LaunchedEffect
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
import org.tidemark.logic.backup.copyIfDue
import org.tidemark.ui.app.TidemarkApp
import org.tidemark.ui.report.LocalPictureDecoder
import org.tidemark.ui.report.PictureDecoder
import org.tidemark.ui.theme.TidemarkTheme
import java.io.File
import java.nio.file.Files
import java.time.Clock
import java.time.ZonedDateTime
import java.util.concurrent.Executors
import javax.swing.SwingUtilities
import kotlin.system.exitProcess

/** The app's screens in a window, over a real diary: `DIARY`; the words come from `TIDEMARK_PASSPHRASE` or are asked for. */
fun main(arguments: Array<String>) {
    // Never an argument: every program of the machine can read those.
    val passphrase = System.getenv("TIDEMARK_PASSPHRASE") ?: System.console()?.readPassword("recovery words: ")?.concatToString()
    if (arguments.size != 1 || passphrase == null) {
        System.err.println("usage: desktop DIARY, with the recovery words in TIDEMARK_PASSPHRASE")
        exitProcess(2)
    }
    val path = arguments.single()
    uniffiEnsureInitialized()
    val diary = try {
        OpenDiary.openWithPassphrase(path, passphrase)
    } catch (refused: DiaryException) {
        System.err.println("$path was not opened: ${refused.message}. Nothing was changed.")
        exitProcess(1)
    }
    val (work, copies) = listOf("diary", "copies").map { name -> Executors.newSingleThreadExecutor { Thread(it, name).apply { isDaemon = true } } }
    val outbox = Files.createTempDirectory("tidemark").toString()
    val env = Env(diary, { now(Clock.systemDefaultZone()) }, desktopPhone(outbox, File("$path.copies")), work, SwingUtilities::invokeLater, aside = copies)
    Runtime.getRuntime().addShutdownHook(Thread { File(outbox).deleteRecursively() })
    application(exitProcessOnExit = false) {
        Window(
            onCloseRequest = ::exitApplication,
            state = WindowState(position = WindowPosition(Alignment.Center), size = DpSize(420.dp, 860.dp)),
            title = "Tidemark",
        ) {
            CompositionLocalProvider(LocalPictureDecoder provides decoder) {
                TidemarkTheme { TidemarkApp(env, onLeave = ::exitApplication) }
                LaunchedEffect(env) { work.execute { copies.execute { copyIfDue(env) } } }
            }
        }
    }
    // What is on its way to the disk comes before it.
    work.submit { diary.shut() }.get()
    exitProcess(0)
}

private val decoder = PictureDecoder { png -> runCatching { Image.makeFromEncoded(png).toComposeImageBitmap() }.getOrNull() }

private fun now(clock: Clock): Moment {
    val at = ZonedDateTime.now(clock)
    return Moment(at.toInstant().toEpochMilli(), at.offset.totalSeconds, at.zone.id)
}
