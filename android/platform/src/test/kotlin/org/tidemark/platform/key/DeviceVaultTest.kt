package org.tidemark.platform.key

import android.content.pm.PackageManager
import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.KeyProperties
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.robolectric.Shadows.shadowOf
import org.tidemark.logic.Unsealed
import org.tidemark.platform.OnAndroid
import java.io.File
import java.security.ProviderException
import javax.crypto.Cipher
import javax.crypto.SecretKey
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertTrue

class DeviceVaultTest : OnAndroid() {
    @get:Rule
    val folder = TemporaryFolder()

    private val key = ByteArray(32) { (it * 7 + 1).toByte() }
    private lateinit var diary: String
    private var asked = 0
    private var answer: (Cipher) -> Confirmed = { Confirmed.Yes(it) }
    private var unlocked = true
    private var made = 0

    @Before
    fun fresh() {
        FakeKeystore.install()
        diary = folder.newFolder("my.diary").path
    }

    private fun vault(keys: WrappingKeys = AndroidWrappingKeys(app)) = DeviceVault(
        keys = keys,
        prompt = { cipher ->
            asked++
            answer(cipher)
        },
        diary = { diary },
        heldWords = File(folder.root, "held-words.json"),
        newAlias = { "$it${made++}" },
        deviceUnlocked = { unlocked },
    )

    private val file get() = File(diary, "device.key")

    private fun opened(from: DeviceVault = vault()) = assertIs<Unsealed.Key>(from.unseal(diary)).bytes

    @Test
    fun `what was sealed is unsealed and its file does not hold it`() {
        assertTrue(vault().seal(key, diary))
        assertContentEquals(key, opened())
        assertEquals(0, asked)
        val text = file.readText()
        assertFalse(text.contains(java.util.Base64.getEncoder().encodeToString(key)))
        assertTrue(text.contains("\"min_reader\": 1"))
        assertEquals(listOf("device.key"), File(diary).list()?.toList())
    }

    @Test
    fun `the first key is in the chip, asks nobody and outlives a new finger`() {
        shadowOf(app.packageManager).setSystemFeature(PackageManager.FEATURE_STRONGBOX_KEYSTORE, true)
        assertTrue(vault().seal(key, diary))
        val spec = FakeKeystore.specs.values.single()
        assertTrue(spec.isStrongBoxBacked)
        assertFalse(spec.isUserAuthenticationRequired)
        assertFalse(spec.isInvalidatedByBiometricEnrollment)
        assertEquals(256, spec.keySize)
        assertEquals(listOf(KeyProperties.BLOCK_MODE_GCM), spec.blockModes.toList())
        assertEquals(listOf(KeyProperties.ENCRYPTION_PADDING_NONE), spec.encryptionPaddings.toList())
    }

    @Test
    fun `without a chip, or with one that is full, the key is made all the same`() {
        assertTrue(vault().seal(key, diary))
        assertFalse(FakeKeystore.specs.values.last().isStrongBoxBacked)
        shadowOf(app.packageManager).setSystemFeature(PackageManager.FEATURE_STRONGBOX_KEYSTORE, true)
        FakeKeystore.chipRefuses = true
        assertTrue(vault().seal(key, diary))
        assertFalse(FakeKeystore.specs.values.last().isStrongBoxBacked)
        assertContentEquals(key, opened())
    }

    @Test
    fun `a lock that asks takes a finger, a face or the code at each use`() {
        val vault = vault().vault()
        assertTrue(vault.seal(key, diary))
        assertFalse(vault.asksPerson())
        assertTrue(vault.setAsksPerson(true, diary))
        assertTrue(vault.asksPerson())
        val spec = FakeKeystore.specs.values.last()
        assertTrue(spec.isUserAuthenticationRequired)
        assertEquals(KeyProperties.AUTH_BIOMETRIC_STRONG or KeyProperties.AUTH_DEVICE_CREDENTIAL, spec.userAuthenticationType)
        assertEquals(0, spec.userAuthenticationValidityDurationSeconds.coerceAtLeast(0))
        assertFalse(spec.isInvalidatedByBiometricEnrollment)
        val before = asked
        assertContentEquals(key, assertIs<Unsealed.Key>(vault.unseal(diary)).bytes)
        assertEquals(before + 1, asked)
        assertTrue(vault.setAsksPerson(false, diary))
        assertFalse(FakeKeystore.specs.getValue("${DeviceVault.KEY_PREFIX}2").isUserAuthenticationRequired)
        assertEquals(setOf("${DeviceVault.KEY_PREFIX}2"), FakeKeystore.keys.keys)
    }

    @Test
    fun `who opens with the words once takes no lock off`() {
        val vault = vault().vault()
        assertTrue(vault.seal(key, diary))
        assertTrue(vault.setAsksPerson(true, diary))
        val before = file.readText()
        answer = { Confirmed.TurnedBack }
        assertFalse(vault.seal(key, diary))
        assertTrue(vault.asksPerson())
        assertEquals(before, file.readText())
        answer = { Confirmed.Yes(it) }
        assertTrue(vault.seal(key, diary))
        assertTrue(vault.asksPerson())
    }

    @Test
    fun `the cipher that unwraps is the one the person confirmed`() {
        assertTrue(vault().seal(key, diary))
        assertTrue(vault().setAsksPerson(true, diary))
        val keys = AndroidWrappingKeys(app)
        val other = keys.unwrapping(keys.make("another", false), ByteArray(12))
        answer = { Confirmed.Yes(other) }
        assertEquals(Unsealed.Gone, vault().unseal(diary))
    }

    @Test
    fun `turning back leaves everything as it was`() {
        assertTrue(vault().seal(key, diary))
        val before = file.readText()
        answer = { Confirmed.TurnedBack }
        assertFalse(vault().setAsksPerson(true, diary))
        assertEquals(before, file.readText())
        assertEquals(setOf("${DeviceVault.KEY_PREFIX}0"), FakeKeystore.keys.keys)
        assertContentEquals(key, opened())
    }

    @Test
    fun `no answer of the device is a reason for a new diary`() {
        assertEquals(Unsealed.None, vault().unseal(diary))
        assertTrue(vault().seal(key, diary))
        assertTrue(vault().setAsksPerson(true, diary))
        val whole = file.readBytes()
        answer = { Confirmed.TurnedBack }
        assertEquals(Unsealed.TurnedBack, vault().unseal(diary))
        answer = { Confirmed.NotNow }
        assertEquals(Unsealed.NotNow, vault().unseal(diary))
        answer = { Confirmed.NoScreenLock }
        assertEquals(Unsealed.Gone, vault().unseal(diary))
        answer = { Confirmed.Yes(it) }
        unlocked = false
        assertEquals(Unsealed.NotNow, vault().unseal(diary))
        unlocked = true
        FakeKeystore.unrecoverable = true
        assertEquals(Unsealed.Gone, vault().unseal(diary))
        FakeKeystore.unrecoverable = false
        assertEquals(Unsealed.Gone, vault(Dying { throw KeyPermanentlyInvalidatedException() }).unseal(diary))
        assertEquals(Unsealed.NotNow, vault(Dying { throw ProviderException("busy") }).unseal(diary))
        FakeKeystore.keys.clear()
        assertEquals(Unsealed.Gone, vault().unseal(diary))
        assertContentEquals(whole, file.readBytes())
    }

    private class Dying(private val ends: () -> Nothing) : WrappingKeys {
        override fun make(alias: String, asksPerson: Boolean): SecretKey = ends()

        override fun find(alias: String): SecretKey? = FakeKeystore.keys[alias]

        override fun drop(alias: String) = Unit

        override fun aliases(): List<String> = emptyList()

        override fun wrapping(key: SecretKey): Cipher = ends()

        override fun unwrapping(key: SecretKey, iv: ByteArray): Cipher = ends()
    }

    @Test
    fun `a file cut anywhere, of a newer version or with any byte of the key changed is Gone`() {
        assertTrue(vault().seal(key, diary))
        val whole = file.readText()
        // The last byte is the line's end, which JSON does not need.
        for (length in 0 until whole.trimEnd().length) {
            file.writeText(whole.take(length))
            assertEquals(Unsealed.Gone, vault().unseal(diary), "$length bytes")
        }
        file.writeText(whole.replace("\"min_reader\": 1", "\"min_reader\": 2"))
        assertEquals(Unsealed.Gone, vault().unseal(diary))
        val at = whole.indexOf("\"wrapped\": \"") + 12
        val other = if (whole[at] == 'A') 'B' else 'A'
        file.writeText(whole.replaceRange(at, at + 1, other.toString()))
        assertEquals(Unsealed.Gone, vault().unseal(diary))
        file.writeBytes(ByteArray(20_000))
        assertEquals(Unsealed.Gone, vault().unseal(diary))
    }

    @Test
    fun `a sealing that cannot be written leaves the one before`() {
        assertTrue(vault().seal(key, diary))
        // A folder in the way of the file beside it: nobody can write there.
        assertTrue(File(diary, "device.key.part").mkdir())
        assertFalse(vault().seal(ByteArray(32), diary))
        assertContentEquals(key, opened())
        assertEquals(setOf("${DeviceVault.KEY_PREFIX}0"), FakeKeystore.keys.keys)
        assertFalse(vault().seal(key, folder.root.path + "/nowhere"))
    }

    @Test
    fun `keys that a broken off sealing left go with the next`() {
        assertTrue(vault().seal(key, diary))
        AndroidWrappingKeys(app).make("${DeviceVault.KEY_PREFIX}left", false)
        AndroidWrappingKeys(app).make("of another app's part", false)
        assertContentEquals(key, opened())
        assertTrue(vault().seal(key, diary))
        assertEquals(setOf("of another app's part", "${DeviceVault.KEY_PREFIX}1"), FakeKeystore.keys.keys)
    }

    @Test
    fun `the words of a new diary are kept until they are let go of and no longer`() {
        val vault = vault().vault()
        val words = "abandon ability able about above absent absorb"
        assertEquals(null, vault.heldWords(diary))
        assertTrue(vault.holdWords(words, diary))
        assertTrue(vault.seal(key, diary))
        assertEquals(words, vault().vault().heldWords(diary))
        assertContentEquals(key, opened())
        val kept = File(folder.root, "held-words.json")
        assertFalse(kept.readText().contains("abandon"))
        unlocked = false
        assertEquals(null, vault.heldWords(diary))
        unlocked = true
        vault.forgetWords(diary)
        assertFalse(kept.exists())
        assertEquals(null, vault.heldWords(diary))
        assertEquals(listOf(DeviceVault.KEY_PREFIX), FakeKeystore.keys.keys.map { it.trimEnd('0', '1', '2') })
        assertContentEquals(key, opened())
    }

    @Test
    fun `a device that cannot keep the words says so`() {
        assertFalse(vault(Dying { throw ProviderException("planted") }).vault().holdWords("some words", diary))
        assertFalse(File(folder.root, "held-words.json").exists())
    }

    @Test
    fun `a key file that cannot be read is not asked to change`() {
        assertFalse(vault().setAsksPerson(true, diary))
        file.writeText("{}")
        assertFalse(vault().setAsksPerson(true, diary))
        assertFalse(vault().setAsksPerson(false, diary))
        assertEquals("{}", file.readText())
    }
}
