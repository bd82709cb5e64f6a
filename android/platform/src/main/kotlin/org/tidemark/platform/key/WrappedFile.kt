package org.tidemark.platform.key

import org.json.JSONException
import org.json.JSONObject
import org.tidemark.platform.file.readBounded
import org.tidemark.platform.file.writeWhole
import java.io.File
import java.io.IOException
import java.util.Base64

/** A secret as the device wrapped it. Worth nothing without the key of the hardware. */
internal class Wrapped(
    /** Name of the wrapping key in the device's keystore. */
    val alias: String,
    /** Whether the wrapping key works only after a finger, a face or the device's code. */
    val asksPerson: Boolean,
    val iv: ByteArray,
    val bytes: ByteArray,
)

/** What stands in the file of a wrapped secret. */
internal sealed interface Found {
    data object Missing : Found

    /** Cut off, of another kind, or made by a newer version. */
    data object Unreadable : Found

    class Read(val secret: Wrapped) : Found
}

/** The file of a wrapped secret; [format] says of which. */
internal class WrappedFile(private val file: File, private val format: String) {
    fun read(): Found = try {
        val bytes = readBounded(file, LONGEST)
        if (bytes == null) Found.Missing else read(JSONObject(bytes.toString(Charsets.UTF_8)))
    } catch (_: IOException) {
        Found.Unreadable
    } catch (_: JSONException) {
        Found.Unreadable
    } catch (_: IllegalArgumentException) {
        Found.Unreadable
    }

    private fun read(json: JSONObject): Found {
        if (json.getString("format") != format || json.getInt("min_reader") > VERSION) return Found.Unreadable
        val decode = Base64.getDecoder()
        return Found.Read(
            Wrapped(
                alias = json.getString("alias"),
                asksPerson = json.getBoolean("asks_person"),
                iv = decode.decode(json.getString("iv")),
                bytes = decode.decode(json.getString("wrapped")),
            ),
        )
    }

    /** Throws [IOException] when it cannot be written; then the former file stays. */
    fun write(secret: Wrapped) {
        val encode = Base64.getEncoder()
        val json = JSONObject()
            .put("format", format)
            .put("version", VERSION)
            .put("min_reader", VERSION)
            .put("alias", secret.alias)
            .put("asks_person", secret.asksPerson)
            .put("iv", encode.encodeToString(secret.iv))
            .put("wrapped", encode.encodeToString(secret.bytes))
        writeWhole(file, (json.toString(2) + "\n").toByteArray())
    }

    fun remove() {
        file.delete()
    }

    /** The alias of the key that the file needs; none without a file that can be read. */
    fun alias(): String? = (read() as? Found.Read)?.secret?.alias

    private companion object {
        const val VERSION = 1
        const val LONGEST = 16 * 1024
    }
}
