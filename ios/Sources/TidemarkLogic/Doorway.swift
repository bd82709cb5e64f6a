//! What screens behind the door need of it. It opens nothing by itself.

/// What screens behind the door need of it: where the diary is, the device's lock, and the way back.
public struct Doorway: Sendable {
    /// The diary's folder.
    public let path: String
    public let vault: Vault
    /// Whom to call in a region.
    public let crisis: CrisisTable
    /// Shuts the diary and stands before the locked door. May be called from any thread.
    public var lock: @Sendable () -> Void = {}
    /// Goes back to the door, which looks anew what is there: after a restore, after erasing. May be called from any thread.
    public var reopen: @Sendable () -> Void = {}

    public init(path: String = "", vault: Vault = .none, crisis: CrisisTable = .shipped) {
        self.path = path
        self.vault = vault
        self.crisis = crisis
    }
}
