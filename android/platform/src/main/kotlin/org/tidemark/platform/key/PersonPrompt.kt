package org.tidemark.platform.key

import android.app.Activity
import android.hardware.biometrics.BiometricManager.Authenticators
import android.hardware.biometrics.BiometricPrompt
import android.os.Build
import android.os.CancellationSignal
import java.util.concurrent.CompletableFuture
import javax.crypto.Cipher

/** What came of asking the person for a finger, a face or the device's code. */
internal sealed interface Confirmed {
    /** The cipher works now, once. */
    class Yes(val cipher: Cipher) : Confirmed

    data object TurnedBack : Confirmed

    /** Too many tries, or nothing on screen to ask from. */
    data object NotNow : Confirmed

    /** The device has no screen lock any more, so what it guarded is gone. */
    data object NoScreenLock : Confirmed
}

/** Asks the person before a cipher works; waits for the answer, so never on the main thread. */
internal fun interface PersonPrompt {
    fun confirm(cipher: Cipher): Confirmed
}

/** The words of the system's own window. */
public class PromptWords(public val title: String, public val about: String)

/** The system's window for face, finger or code. The cipher goes through it: without a confirmed person the key does nothing. */
internal class SystemPrompt(private val front: () -> Activity?, private val words: () -> PromptWords) : PersonPrompt {
    override fun confirm(cipher: Cipher): Confirmed {
        val activity = front()
        if (activity == null || Build.VERSION.SDK_INT < Build.VERSION_CODES.R) return Confirmed.NotNow
        val answer = CompletableFuture<Confirmed>()
        val said = words()
        activity.mainExecutor.execute {
            if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
                BiometricPrompt.Builder(activity)
                    .setTitle(said.title)
                    .setDescription(said.about)
                    .setAllowedAuthenticators(Authenticators.BIOMETRIC_STRONG or Authenticators.DEVICE_CREDENTIAL)
                    .build()
                    .authenticate(BiometricPrompt.CryptoObject(cipher), CancellationSignal(), activity.mainExecutor, callback(answer))
            }
        }
        return answer.get()
    }
}

/** A face or finger that was not known is no answer yet: the window stays and the person tries again. */
internal fun callback(answer: CompletableFuture<Confirmed>): BiometricPrompt.AuthenticationCallback =
    object : BiometricPrompt.AuthenticationCallback() {
        override fun onAuthenticationSucceeded(result: BiometricPrompt.AuthenticationResult?) {
            val cipher = result?.cryptoObject?.cipher
            answer.complete(if (cipher == null) Confirmed.NotNow else Confirmed.Yes(cipher))
        }

        override fun onAuthenticationError(code: Int, text: CharSequence?) {
            answer.complete(
                when (code) {
                    BiometricPrompt.BIOMETRIC_ERROR_USER_CANCELED, BiometricPrompt.BIOMETRIC_ERROR_CANCELED -> Confirmed.TurnedBack
                    BiometricPrompt.BIOMETRIC_ERROR_NO_DEVICE_CREDENTIAL -> Confirmed.NoScreenLock
                    else -> Confirmed.NotNow
                },
            )
        }
    }
