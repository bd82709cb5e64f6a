package org.tidemark.platform.key

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.StrongBoxUnavailableException
import java.io.InputStream
import java.io.OutputStream
import java.security.Key
import java.security.KeyStoreSpi
import java.security.Provider
import java.security.SecureRandom
import java.security.Security
import java.security.UnrecoverableKeyException
import java.security.cert.Certificate
import java.security.spec.AlgorithmParameterSpec
import java.util.Collections
import java.util.Date
import java.util.Enumeration
import javax.crypto.KeyGeneratorSpi
import javax.crypto.SecretKey
import javax.crypto.spec.SecretKeySpec

/** Robolectric has no Android keystore. This one keeps keys in memory and remembers what was asked of it; it guards nothing. */
internal object FakeKeystore {
    val keys = LinkedHashMap<String, SecretKey>()
    val specs = LinkedHashMap<String, KeyGenParameterSpec>()

    /** The security chip says no, as a full one does. */
    var chipRefuses = false

    /** The key is there and cannot be had, as some devices answer after their lock was taken away. */
    var unrecoverable = false

    fun install() {
        keys.clear()
        specs.clear()
        chipRefuses = false
        unrecoverable = false
        Security.removeProvider("AndroidKeyStore")
        Security.addProvider(
            object : Provider("AndroidKeyStore", "1.0", "keys in memory, for tests") {}.apply {
                put("KeyStore.AndroidKeyStore", Store::class.java.name)
                put("KeyGenerator.AES", Generator::class.java.name)
            },
        )
    }

    class Generator : KeyGeneratorSpi() {
        private lateinit var spec: KeyGenParameterSpec

        override fun engineInit(random: SecureRandom?) = error("this keystore takes a KeyGenParameterSpec")

        override fun engineInit(size: Int, random: SecureRandom?) = error("this keystore takes a KeyGenParameterSpec")

        override fun engineInit(parameters: AlgorithmParameterSpec?, random: SecureRandom?) {
            spec = parameters as KeyGenParameterSpec
        }

        override fun engineGenerateKey(): SecretKey {
            if (spec.isStrongBoxBacked && chipRefuses) throw StrongBoxUnavailableException("planted")
            specs[spec.keystoreAlias] = spec
            return SecretKeySpec(ByteArray(32).also(SecureRandom()::nextBytes), "AES").also { keys[spec.keystoreAlias] = it }
        }
    }

    class Store : KeyStoreSpi() {
        override fun engineGetKey(alias: String, password: CharArray?): Key? =
            if (unrecoverable) throw UnrecoverableKeyException("planted") else keys[alias]

        override fun engineContainsAlias(alias: String) = alias in keys

        override fun engineDeleteEntry(alias: String) {
            keys.remove(alias)
        }

        override fun engineAliases(): Enumeration<String> = Collections.enumeration(keys.keys.toList())

        override fun engineSize() = keys.size

        override fun engineIsKeyEntry(alias: String) = alias in keys

        override fun engineIsCertificateEntry(alias: String) = false

        override fun engineGetCertificate(alias: String): Certificate? = null

        override fun engineGetCertificateChain(alias: String): Array<Certificate>? = null

        override fun engineGetCertificateAlias(certificate: Certificate?): String? = null

        override fun engineGetCreationDate(alias: String) = Date(0)

        override fun engineSetKeyEntry(alias: String, key: Key, password: CharArray?, chain: Array<Certificate>?) = throw UnsupportedOperationException()

        override fun engineSetKeyEntry(alias: String, key: ByteArray, chain: Array<Certificate>?) = throw UnsupportedOperationException()

        override fun engineSetCertificateEntry(alias: String, certificate: Certificate?) = throw UnsupportedOperationException()

        override fun engineLoad(stream: InputStream?, password: CharArray?) = Unit

        override fun engineStore(stream: OutputStream?, password: CharArray?) = Unit
    }
}
