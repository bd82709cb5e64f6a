package org.tidemark.ui.report

import androidx.compose.runtime.ProvidableCompositionLocal
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.graphics.ImageBitmap

/** Makes a picture of the bytes of a PNG file; none when they are no picture. Android and the desktop each have their own. */
public fun interface PictureDecoder {
    public fun decode(png: ByteArray): ImageBitmap?
}

/** The decoder of the device, given where the app starts. Without one a page shows its words. */
public val LocalPictureDecoder: ProvidableCompositionLocal<PictureDecoder> = staticCompositionLocalOf { PictureDecoder { null } }
