package org.tidemark.ui

import androidx.compose.runtime.Composable
import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.unit.Density
import org.jetbrains.skia.Bitmap
import org.jetbrains.skia.EncodedImageFormat
import org.jetbrains.skia.Image
import java.io.File
import kotlin.math.abs
import kotlin.test.fail

/** Kept pictures of screens; renewed with UPDATE_GOLDEN=1 and then looked at. */
private val kept = File("src/test/goldens")

/** Where a picture that differs is put beside what was wanted. */
private val made = File("target/pictures")

/** A pixel counts as another one from this difference of a channel on; drawing differs a little between processors. */
private const val ANOTHER = 32

/** Share of other pixels that a picture may have. */
private const val TOLERANCE = 0.003

internal const val PHONE_WIDTH: Int = 400
internal const val PHONE_HEIGHT: Int = 860

/** Draws a screen and holds it against the kept picture of that name. */
internal fun assertPicture(name: String, look: Look, height: Int = PHONE_HEIGHT, content: @Composable () -> Unit) {
    val image = draw(look, height, content)
    val file = File(kept, "$name.png")
    if (System.getenv("UPDATE_GOLDEN") == "1") {
        file.parentFile.mkdirs()
        file.writeBytes(image.coarse().png())
        return
    }
    if (!file.exists()) fail("there is no picture $file; UPDATE_GOLDEN=1 makes it, then look at it")
    val wanted = Bitmap.makeFromImage(Image.makeFromEncoded(file.readBytes()))
    val got = Bitmap.makeFromImage(image)
    val share = otherPixels(wanted, got)
    if (share > TOLERANCE) {
        val beside = File(made, "$name.png").apply { parentFile.mkdirs() }
        beside.writeBytes(image.png())
        fail("$name: ${"%.2f".format(share * 100)} % of the pixels are others than in $file; see $beside")
    }
}

@OptIn(ExperimentalComposeUiApi::class)
internal fun draw(look: Look, height: Int = PHONE_HEIGHT, content: @Composable () -> Unit): Image {
    val scene = ImageComposeScene(PHONE_WIDTH, height, Density(1f)) { Shown(look, content) }
    try {
        scene.render(0)
        // A second later, when what moves has come to rest.
        return scene.render(1_000_000_000)
    } finally {
        scene.close()
    }
}

/** Sixteen levels a channel: no level is moved by more than 8, far below [ANOTHER], and a kept picture takes a third of the room. */
private fun Image.coarse(): Image {
    val bitmap = Bitmap.makeFromImage(this)
    val pixels = checkNotNull(bitmap.readPixels())
    for (at in pixels.indices) {
        val level = pixels[at].toInt() and 255
        pixels[at] = ((level + 8) / 17 * 17).toByte()
    }
    bitmap.installPixels(pixels)
    return Image.makeFromBitmap(bitmap)
}

internal fun Image.png(): ByteArray = checkNotNull(encodeToData(EncodedImageFormat.PNG)).bytes

private fun otherPixels(wanted: Bitmap, got: Bitmap): Double {
    if (wanted.width != got.width || wanted.height != got.height) return 1.0
    var others = 0
    for (y in 0 until wanted.height) {
        for (x in 0 until wanted.width) {
            if (apart(wanted.getColor(x, y), got.getColor(x, y))) others++
        }
    }
    return others.toDouble() / (wanted.width * wanted.height)
}

private fun apart(one: Int, other: Int): Boolean =
    listOf(0, 8, 16).any { abs((one shr it and 255) - (other shr it and 255)) > ANOTHER }
