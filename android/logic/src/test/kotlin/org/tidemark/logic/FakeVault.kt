package org.tidemark.logic

/** A device's lock in memory, which a test can take things away from. */
internal class FakeVault {
    var key: ByteArray? = null
    var words: String? = null

    /** What unsealing answers in place of the key. */
    var answers: Unsealed? = null
    var keepsKeys = true
    var keepsWords = true
    var asks = false

    /** How often the key was asked for. */
    var asked = 0

    val vault: Vault = Vault(
        seal = { bytes, _ -> keepsKeys.also { if (it) key = bytes.copyOf() } },
        unseal = { _ -> unseal() },
        asksPerson = { asks },
        setAsksPerson = { on, _ -> keepsKeys.also { if (it) asks = on } },
        holdWords = { text, _ -> keepsWords.also { if (it) words = text } },
        heldWords = { words },
        forgetWords = { words = null },
    )

    private fun unseal(): Unsealed {
        asked++
        return answers ?: key?.let { Unsealed.Key(it.copyOf()) } ?: Unsealed.None
    }
}
