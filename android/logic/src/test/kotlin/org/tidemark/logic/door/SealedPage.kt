package org.tidemark.logic.door

import java.io.File
import java.nio.ByteBuffer
import java.nio.ByteOrder
import javax.crypto.Cipher
import javax.crypto.Mac
import javax.crypto.spec.IvParameterSpec
import javax.crypto.spec.SecretKeySpec
import kotlin.experimental.xor

/*
 * A diary as a newer version would have left it: the number of its schema, at byte 60 of the first page, raised by hand. The page
 * is opened and sealed as SQLCipher 4 documents it: AES-256-CBC, then HMAC-SHA512 over ciphertext, IV and page number, the
 * HMAC's key by two rounds of PBKDF2 over the salt with each byte xor 0x3a.
 */
internal fun raiseSchema(database: File, key: ByteArray, schema: Int) {
    val bytes = database.readBytes()
    val salt = bytes.copyOfRange(0, SALT)
    val sealed = bytes.copyOfRange(SALT, PAGE - RESERVE)
    val iv = bytes.copyOfRange(PAGE - RESERVE, PAGE - RESERVE + SALT)
    val hmac = { text: ByteArray -> seal(key, salt, text, iv) }
    check(hmac(sealed).contentEquals(bytes.copyOfRange(PAGE - RESERVE + SALT, PAGE))) { "this is not how the page is sealed" }
    val plain = aes(Cipher.DECRYPT_MODE, key, iv, sealed)
    ByteBuffer.wrap(plain).putInt(USER_VERSION - SALT, schema)
    val again = aes(Cipher.ENCRYPT_MODE, key, iv, plain)
    again.copyInto(bytes, SALT)
    hmac(again).copyInto(bytes, PAGE - RESERVE + SALT)
    database.writeBytes(bytes)
}

private const val PAGE = 4096
private const val SALT = 16
private const val RESERVE = 80
private const val USER_VERSION = 60

private fun aes(mode: Int, key: ByteArray, iv: ByteArray, text: ByteArray): ByteArray =
    Cipher.getInstance("AES/CBC/NoPadding").run {
        init(mode, SecretKeySpec(key, "AES"), IvParameterSpec(iv))
        doFinal(text)
    }

private fun hmac(key: ByteArray, vararg parts: ByteArray): ByteArray = Mac.getInstance("HmacSHA512").run {
    init(SecretKeySpec(key, "HmacSHA512"))
    parts.forEach { update(it) }
    doFinal()
}

private fun seal(key: ByteArray, salt: ByteArray, text: ByteArray, iv: ByteArray): ByteArray {
    val first = hmac(key, salt.map { it xor 0x3a }.toByteArray(), byteArrayOf(0, 0, 0, 1))
    val second = hmac(key, first)
    val own = ByteArray(32) { first[it] xor second[it] }
    val number = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(1).array()
    return hmac(own, text, iv, number)
}
