package org.tidemark.platform.key

import android.os.Build
import org.tidemark.logic.Unsealed
import org.tidemark.logic.Vault
import java.io.File

/**
 * Keeps the diary's key in `device.key` beside the diary, and the recovery words of a new diary until the person has them, both wrapped
 * by keys of the device's hardware. No answer here is a reason for a new diary: without the device's key the recovery words open it.
 */
internal class DeviceVault(
    keys: WrappingKeys,
    prompt: PersonPrompt,
    private val diary: () -> String,
    /** Where the words wait, in the folder that no backup carries. */
    heldWords: File,
    newAlias: (prefix: String) -> String,
    /** Before the first unlock after a start the keystore answers with errors that look like loss. */
    private val deviceUnlocked: () -> Boolean,
    private val canAsk: () -> Boolean = { Build.VERSION.SDK_INT >= Build.VERSION_CODES.R },
) {
    private val key = Wrapping(keys, prompt, newAlias, KEY_PREFIX)
    private val words = Wrapping(keys, prompt, newAlias, WORDS_PREFIX)
    private val held = WrappedFile(heldWords, "tidemark-held-words")

    fun vault(): Vault = Vault(
        seal = ::seal,
        unseal = ::unseal,
        asksPerson = { asksPerson(diary()) },
        setAsksPerson = ::setAsksPerson,
        holdWords = { text, _ -> words.wrap(text.toByteArray(), held, asksPerson = false) },
        heldWords = { heldWords() },
        forgetWords = { words.forget(held) },
    )

    /**
     * Never bound to the person at first: such keys die with the screen lock, and the recovery words may not be on paper yet. A key that
     * is bound stays so: who opens with the words once takes no lock off. Only one that is dead gives its place to an unbound one.
     */
    fun seal(bytes: ByteArray, diary: String): Boolean {
        if (!asksPerson(diary)) return key.wrap(bytes, file(diary), asksPerson = false)
        return when (val kept = unseal(diary)) {
            is Unsealed.Key -> {
                val same = kept.bytes.contentEquals(bytes)
                kept.bytes.fill(0)
                same || key.wrap(bytes, file(diary), asksPerson = true)
            }
            Unsealed.Gone -> key.wrap(bytes, file(diary), asksPerson = false)
            else -> false
        }
    }

    fun unseal(diary: String): Unsealed = if (deviceUnlocked()) key.unwrap(file(diary)) else Unsealed.NotNow

    fun asksPerson(diary: String): Boolean = (file(diary).read() as? Found.Read)?.secret?.asksPerson == true

    /** Only once the person has confirmed the recovery words, which is the caller's to know. */
    fun setAsksPerson(on: Boolean, diary: String): Boolean {
        if (on && !canAsk()) return false
        val kept = (file(diary).read() as? Found.Read)?.secret ?: return false
        if (kept.asksPerson == on) return true
        val bytes = (unseal(diary) as? Unsealed.Key)?.bytes ?: return false
        return try {
            key.wrap(bytes, file(diary), on)
        } finally {
            bytes.fill(0)
        }
    }

    private fun heldWords(): String? {
        val bytes = if (deviceUnlocked()) (words.unwrap(held) as? Unsealed.Key)?.bytes else null
        return bytes?.let { it.decodeToString().also { _ -> bytes.fill(0) } }
    }

    private fun file(diary: String) = WrappedFile(File(diary, "device.key"), "tidemark-device-key")

    internal companion object {
        const val KEY_PREFIX = "tidemark-diary-"
        const val WORDS_PREFIX = "tidemark-words-"
    }
}
