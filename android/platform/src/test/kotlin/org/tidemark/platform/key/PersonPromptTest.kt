package org.tidemark.platform.key

import android.hardware.biometrics.BiometricPrompt
import org.junit.Test
import org.tidemark.platform.OnAndroid
import java.util.concurrent.CompletableFuture
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertIs

class PersonPromptTest : OnAndroid() {
    private fun error(code: Int): Confirmed = CompletableFuture<Confirmed>().also { callback(it).onAuthenticationError(code, "") }.get()

    @Test
    fun `what the system's window says is told apart`() {
        assertEquals(Confirmed.TurnedBack, error(BiometricPrompt.BIOMETRIC_ERROR_USER_CANCELED))
        assertEquals(Confirmed.TurnedBack, error(BiometricPrompt.BIOMETRIC_ERROR_CANCELED))
        assertEquals(Confirmed.NoScreenLock, error(BiometricPrompt.BIOMETRIC_ERROR_NO_DEVICE_CREDENTIAL))
        assertEquals(Confirmed.NotNow, error(BiometricPrompt.BIOMETRIC_ERROR_LOCKOUT))
        assertEquals(Confirmed.NotNow, error(BiometricPrompt.BIOMETRIC_ERROR_HW_UNAVAILABLE))
    }

    @Test
    fun `a finger that was not known is no answer`() {
        val answer = CompletableFuture<Confirmed>()
        callback(answer).onAuthenticationFailed()
        assertFalse(answer.isDone)
    }

    @Test
    fun `a person without the cipher is not enough`() {
        val answer = CompletableFuture<Confirmed>()
        callback(answer).onAuthenticationSucceeded(null)
        assertIs<Confirmed.NotNow>(answer.get())
    }
}
