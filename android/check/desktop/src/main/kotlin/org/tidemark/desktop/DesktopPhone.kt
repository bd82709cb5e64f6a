package org.tidemark.desktop

import org.tidemark.logic.ChosenFile
import org.tidemark.logic.Phone
import java.io.File
import java.io.IOException
import java.nio.file.Files
import javax.swing.JFileChooser
import javax.swing.SwingUtilities

/** What a window can do of what a phone does: files. It has no dialler, no reminders and no share sheet. */
internal fun desktopPhone(outbox: String): Phone = Phone(
    outbox = outbox,
    share = { path, _ -> save(path, File(path).name) },
    saveAs = { path, name, _ -> save(path, name) },
    chooseFile = { chosen { it.showOpenDialog(null) }?.let { file -> ChosenFile(file.path, file.name) } },
)

private fun save(path: String, name: String): Boolean {
    val place = chosen { chooser ->
        chooser.selectedFile = File(name)
        chooser.showSaveDialog(null)
    } ?: return false
    return try {
        // Over no file that is there: the dialog does not ask.
        Files.copy(File(path).toPath(), place.toPath())
        true
    } catch (_: IOException) {
        false
    }
}

/** Called off the main thread; the dialog runs on it. */
private fun chosen(show: (JFileChooser) -> Int): File? {
    var file: File? = null
    SwingUtilities.invokeAndWait {
        val chooser = JFileChooser()
        if (show(chooser) == JFileChooser.APPROVE_OPTION) file = chooser.selectedFile
    }
    return file
}
