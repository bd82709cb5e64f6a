package org.tidemark.desktop

import org.tidemark.logic.ChosenFile
import org.tidemark.logic.Phone
import java.io.File
import java.io.IOException
import java.nio.file.FileAlreadyExistsException
import java.nio.file.Files
import javax.swing.JFileChooser
import javax.swing.SwingUtilities

/**
 * What a window can do of what a phone does: files. It has no dialler, no reminders and no share sheet. The folder of copies stands in
 * [mark].
 */
internal fun desktopPhone(outbox: String, mark: File): Phone = Phone(
    outbox = outbox,
    share = { path, _ -> save(path, File(path).name) },
    saveAs = { path, name, _ -> save(path, name) },
    chooseFile = { chosen { it.showOpenDialog(null) }?.let { file -> ChosenFile(file.path, file.name) } },
    copyFolder = { copyFolder(mark)?.name },
    chooseCopyFolder = {
        chosen { chooser ->
            chooser.fileSelectionMode = JFileChooser.DIRECTORIES_ONLY
            chooser.showOpenDialog(null)
        }?.also { mark.writeText(it.absolutePath) }?.name
    },
    leaveCopyFolder = { mark.delete() },
    copyInto = { path, name, _ -> copyFolder(mark)?.let { copy(File(path), it, name) } ?: false },
)

private fun copyFolder(mark: File): File? = if (mark.isFile) File(mark.readText()) else null

/** Puts a file into a folder under a name that is not taken, compared byte by byte; what is not the same is removed. */
private fun copy(file: File, folder: File, name: String): Boolean {
    val names = sequenceOf(name) + generateSequence(1) { it + 1 }.map { "$it $name" }
    val to = names.map { File(folder, it) }.first { !it.exists() }.toPath()
    val same = try {
        Files.copy(file.toPath(), to)
        Files.mismatch(file.toPath(), to) == -1L
    } catch (_: FileAlreadyExistsException) {
        // Somebody else's, that came in between: it stays.
        return false
    } catch (_: IOException) {
        false
    }
    if (!same) to.toFile().delete()
    return same
}

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
