package androidx.compose.ui.graphics

import android.graphics.Bitmap

/** Stands in for the one of Compose on Android, which the desktop's has not: its shape alone. */
@Suppress("UnusedReceiverParameter")
fun Bitmap.asImageBitmap(): ImageBitmap = ImageBitmap(1, 1)
