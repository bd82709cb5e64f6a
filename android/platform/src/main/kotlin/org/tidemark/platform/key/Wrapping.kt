package org.tidemark.platform.key

import android.security.keystore.KeyPermanentlyInvalidatedException
import org.tidemark.logic.Unsealed
import java.io.IOException
import java.security.GeneralSecurityException
import java.security.ProviderException
import java.security.UnrecoverableKeyException
import javax.crypto.AEADBadTagException
import javax.crypto.SecretKey

/**
 * Wraps one secret into one file by a key of the device's hardware.
 *
 * A new wrapping key is made each time and the old one goes only after the new file is on disk, so that cut off anywhere one pair of
 * file and key is whole.
 */
internal class Wrapping(
    private val keys: WrappingKeys,
    private val prompt: PersonPrompt,
    /** A name that no key of the device has yet; it begins with the prefix. */
    private val newAlias: (prefix: String) -> String,
    /** What names of keys for this secret begin with; others are never touched. */
    private val prefix: String,
) {
    /** False when it could not be kept; then what was kept before is as it was. */
    fun wrap(secret: ByteArray, file: WrappedFile, asksPerson: Boolean): Boolean {
        val alias = newAlias(prefix)
        val kept = try {
            val key = keys.make(alias, asksPerson)
            val made = wrapped(secret, key, alias, asksPerson)
            if (made != null && (asksPerson || opens(made, key, secret))) {
                file.write(made)
                true
            } else {
                false
            }
        } catch (_: GeneralSecurityException) {
            false
        } catch (_: ProviderException) {
            false
        } catch (_: IOException) {
            false
        }
        dropOthers(if (kept) alias else file.alias(), made = alias)
        return kept
    }

    private fun wrapped(secret: ByteArray, key: SecretKey, alias: String, asksPerson: Boolean): Wrapped? {
        val ready = keys.wrapping(key)
        val cipher = if (asksPerson) (prompt.confirm(ready) as? Confirmed.Yes)?.cipher ?: return null else ready
        return Wrapped(alias, asksPerson, cipher.iv, cipher.doFinal(secret))
    }

    /** What was wrapped is unwrapped once before anything relies on it. A bound key would ask the person a second time. */
    private fun opens(made: Wrapped, key: SecretKey, secret: ByteArray): Boolean {
        val back = keys.unwrapping(key, made.iv).doFinal(made.bytes)
        return back.contentEquals(secret).also { back.fill(0) }
    }

    /** What the keystore says for good is `Gone`; everything else may pass, and the person can always use the recovery words. */
    fun unwrap(file: WrappedFile): Unsealed {
        val kept = when (val found = file.read()) {
            Found.Missing -> return Unsealed.None
            Found.Unreadable -> return Unsealed.Gone
            is Found.Read -> found.secret
        }
        return try {
            unwrap(kept)
        } catch (_: KeyPermanentlyInvalidatedException) {
            Unsealed.Gone
        } catch (_: UnrecoverableKeyException) {
            Unsealed.Gone
        } catch (_: AEADBadTagException) {
            Unsealed.Gone
        } catch (_: GeneralSecurityException) {
            Unsealed.NotNow
        } catch (_: ProviderException) {
            Unsealed.NotNow
        }
    }

    private fun unwrap(kept: Wrapped): Unsealed {
        val key = keys.find(kept.alias) ?: return Unsealed.Gone
        val cipher = keys.unwrapping(key, kept.iv)
        val confirmed = if (kept.asksPerson) prompt.confirm(cipher) else Confirmed.Yes(cipher)
        return when (confirmed) {
            is Confirmed.Yes -> Unsealed.Key(confirmed.cipher.doFinal(kept.bytes))
            Confirmed.TurnedBack -> Unsealed.TurnedBack
            Confirmed.NotNow -> Unsealed.NotNow
            Confirmed.NoScreenLock -> Unsealed.Gone
        }
    }

    /** The secret is let go of: first its key, without which the file is nothing. */
    fun forget(file: WrappedFile) {
        dropOthers(keep = "", made = "")
        file.remove()
    }

    /** Keys that an earlier wrapping left, cut off before its end, go with the old one. Without a file to keep, only the one just made. */
    private fun dropOthers(keep: String?, made: String) {
        try {
            if (keep == null) return keys.drop(made)
            keys.aliases().filter { it.startsWith(prefix) && it != keep }.forEach(keys::drop)
        } catch (_: GeneralSecurityException) {
            // A key that is left over opens nothing: its file is gone.
            return
        } catch (_: ProviderException) {
            return
        }
    }
}
