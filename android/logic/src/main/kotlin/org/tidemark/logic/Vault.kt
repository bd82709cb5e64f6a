package org.tidemark.logic

/** What came of asking the device for the diary's key. */
public sealed interface Unsealed {
    /** The key, 32 bytes; the caller wipes it after use. */
    public class Key(public val bytes: ByteArray) : Unsealed

    /** There is no key of the device beside the diary: the recovery words open it. */
    public data object None : Unsealed

    /** The person turned back, or the face or finger was not known: try again, or use the recovery words. */
    public data object TurnedBack : Unsealed

    /** The device cannot give it now, such as before the first unlock after a start: try again. */
    public data object NotNow : Unsealed

    /** The device lost what opens it, as when its screen lock was removed: the recovery words open the diary. Never a new diary. */
    public data object Gone : Unsealed
}

/** The device's own lock around the diary's key, as functions; called off the main thread, and may wait for the person. */
public class Vault(
    /** Wraps the key and puts it beside the diary; false when the device cannot keep keys. */
    public val seal: (key: ByteArray, diary: String) -> Boolean,
    /** Gives the key back, after a finger, a face or the device's code when the lock asks for it. */
    public val unseal: (diary: String) -> Unsealed,
    /** Whether using the key asks for the person each time. */
    public val asksPerson: () -> Boolean = { false },
    /** Binds the key to the person's finger, face or code, or frees it; false when the device could not. */
    public val setAsksPerson: (on: Boolean, diary: String) -> Boolean = { _, _ -> false },
    /**
     * Keeps the recovery words of a new diary, wrapped as its key is, until the person has shown that they have them; not inside
     * the diary's folder, which is not there yet. False when the device cannot: then they are shown before anything is written.
     */
    public val holdWords: (words: String, diary: String) -> Boolean = { _, _ -> false },
    /** The words that are still kept; none when there are none, or the device cannot give them now. */
    public val heldWords: (diary: String) -> String? = { null },
    /** Lets go of the words for good. */
    public val forgetWords: (diary: String) -> Unit = {},
) {
    public companion object {
        /** A device that keeps nothing: the recovery words open the diary each time. */
        public val none: Vault = Vault(seal = { _, _ -> false }, unseal = { Unsealed.None })
    }
}
