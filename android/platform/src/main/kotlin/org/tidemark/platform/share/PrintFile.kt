package org.tidemark.platform.share

import android.os.Bundle
import android.os.CancellationSignal
import android.os.ParcelFileDescriptor
import android.print.PageRange
import android.print.PrintAttributes
import android.print.PrintDocumentAdapter
import android.print.PrintDocumentInfo
import java.io.File
import java.io.FileOutputStream
import java.io.IOException

/** Hands a PDF that is there already to the printer's window, page for page as it is. */
internal class PrintFile(private val file: File) : PrintDocumentAdapter() {
    override fun onLayout(
        old: PrintAttributes?,
        new: PrintAttributes?,
        cancel: CancellationSignal?,
        callback: LayoutResultCallback,
        extras: Bundle?,
    ) {
        if (cancel?.isCanceled == true) return callback.onLayoutCancelled()
        val info = PrintDocumentInfo.Builder(file.name).setContentType(PrintDocumentInfo.CONTENT_TYPE_DOCUMENT).build()
        callback.onLayoutFinished(info, old != new)
    }

    override fun onWrite(pages: Array<out PageRange>?, to: ParcelFileDescriptor, cancel: CancellationSignal?, callback: WriteResultCallback) {
        if (cancel?.isCanceled == true) return callback.onWriteCancelled()
        try {
            file.inputStream().use { from -> FileOutputStream(to.fileDescriptor).use { from.copyTo(it) } }
            callback.onWriteFinished(arrayOf(PageRange.ALL_PAGES))
        } catch (_: IOException) {
            // No words: the system has its own for a print that did not come about.
            callback.onWriteFailed(null)
        }
    }
}
