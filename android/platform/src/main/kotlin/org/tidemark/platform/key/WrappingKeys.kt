package org.tidemark.platform.key

import android.content.Context
import android.content.pm.PackageManager
import android.os.Build
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import android.security.keystore.StrongBoxUnavailableException
import java.security.KeyStore
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/** Keys that wrap the diary's key; they never leave the hardware. Calls throw what the device's keystore throws. */
internal interface WrappingKeys {
    /** Makes a key; [asksPerson] binds it to a finger, a face or the device's code at each use. */
    fun make(alias: String, asksPerson: Boolean): SecretKey

    /** None when the device has no such key any more. */
    fun find(alias: String): SecretKey?

    fun drop(alias: String)

    fun aliases(): List<String>

    fun wrapping(key: SecretKey): Cipher

    fun unwrapping(key: SecretKey, iv: ByteArray): Cipher
}

/** The keys of Android's keystore: AES in GCM, in the separate security chip where there is one. */
internal class AndroidWrappingKeys(private val context: Context) : WrappingKeys {
    override fun make(alias: String, asksPerson: Boolean): SecretKey {
        // A chip that is full or slow to answer says so here; the processor's own secure area takes the key instead.
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.P && hasChip()) {
            try {
                return generate(spec(alias, asksPerson).setIsStrongBoxBacked(true).build())
            } catch (_: StrongBoxUnavailableException) {
                return generate(spec(alias, asksPerson).build())
            }
        }
        return generate(spec(alias, asksPerson).build())
    }

    private fun hasChip(): Boolean =
        Build.VERSION.SDK_INT >= Build.VERSION_CODES.P &&
            context.packageManager.hasSystemFeature(PackageManager.FEATURE_STRONGBOX_KEYSTORE)

    // Not `setUnlockedDeviceRequired`: phones before Android 15 lose such keys when they are unlocked in some ways.
    private fun spec(alias: String, asksPerson: Boolean): KeyGenParameterSpec.Builder {
        val spec = KeyGenParameterSpec.Builder(alias, KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT)
            .setKeySize(256)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            // Another finger is added: the diary stays open to its owner.
            .setInvalidatedByBiometricEnrollment(false)
        if (asksPerson && Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
            spec.setUserAuthenticationRequired(true)
            spec.setUserAuthenticationParameters(0, KeyProperties.AUTH_BIOMETRIC_STRONG or KeyProperties.AUTH_DEVICE_CREDENTIAL)
        }
        return spec
    }

    private fun generate(spec: KeyGenParameterSpec): SecretKey =
        KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE).apply { init(spec) }.generateKey()

    override fun find(alias: String): SecretKey? = store().getKey(alias, null) as? SecretKey

    override fun drop(alias: String) = store().deleteEntry(alias)

    override fun aliases(): List<String> = store().aliases().toList()

    override fun wrapping(key: SecretKey): Cipher = Cipher.getInstance(TRANSFORMATION).apply { init(Cipher.ENCRYPT_MODE, key) }

    override fun unwrapping(key: SecretKey, iv: ByteArray): Cipher =
        Cipher.getInstance(TRANSFORMATION).apply { init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(TAG_BITS, iv)) }

    private fun store(): KeyStore = KeyStore.getInstance(STORE).apply { load(null) }

    private companion object {
        const val STORE = "AndroidKeyStore"
        const val TRANSFORMATION = "AES/GCM/NoPadding"
        const val TAG_BITS = 128
    }
}
