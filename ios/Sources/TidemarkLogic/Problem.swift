//! Why something was not done, as the person's next step. It holds no words of a screen and nothing private.

/// Why the diary did not do what was asked, as what the person can do next. The words come from the catalogue; the reasons of
/// `notTaken` and `other` are fragments in English that hold no note, rating or name.
public enum Problem: Hashable, Sendable {
    /// Free some space, then try again. What was saved before is safe.
    case storageFull

    /// Unlock again, or use the recovery passphrase. Never a reason to start over.
    case locked

    /// Copy the record file to a safe place. Nothing was deleted.
    case damaged

    /// Update the app. The records are untouched.
    case madeByNewerVersion

    /// Try again in a moment.
    case busy

    /// Correct it. Nothing was saved.
    case notTaken(reason: String)

    /// The diary was shut; open it again.
    case shut

    /// Try again.
    case other(reason: String)
}
