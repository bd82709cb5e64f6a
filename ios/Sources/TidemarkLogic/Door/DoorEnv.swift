//! What the door works with, before any diary is open: the folder, the device's lock, the clock. `App/` makes the real one.

import TidemarkBindings

/// What the door works with, before any diary is open.
public struct DoorEnv: Sendable {
    /// Folder of the one diary of this phone; it may not be there yet. Its parent is.
    public let path: String
    public let vault: Vault
    public let phone: Phone
    public let now: @Sendable () -> Moment
    /// Where calls of the library run: one queue, off the main actor; the open diary's run there too.
    public let work: Work
    public let home: Home
    public let crisis: CrisisTable
    /// The first call of the library: throws when the generated bindings and the library are not of one build. The generated
    /// check cannot throw and ends the process instead, before anything is read or written.
    public let firstCall: @Sendable () throws -> Void
    /// See `Env.aside`.
    public let aside: Work

    public init(
        path: String, vault: Vault, phone: Phone, now: @escaping @Sendable () -> Moment, work: @escaping Work,
        home: @escaping Home, crisis: CrisisTable = .shipped,
        firstCall: @escaping @Sendable () throws -> Void = { uniffiEnsureTidemarkMobileInitialized() }, aside: Work? = nil
    ) {
        self.path = path
        self.vault = vault
        self.phone = phone
        self.now = now
        self.work = work
        self.home = home
        self.crisis = crisis
        self.firstCall = firstCall
        self.aside = aside ?? work
    }

    /// What the screens behind the door work with; `send` is the door's.
    public func opened(_ diary: any OpenDiaryProtocol, send: @escaping @MainActor @Sendable (DoorEvent) -> Void) -> Env {
        Env(diary: diary, now: now, phone: phone, work: work, home: home, doorway: doorway(send: send), aside: aside)
    }

    public func doorway(send: @escaping @MainActor @Sendable (DoorEvent) -> Void) -> Doorway {
        var doorway = Doorway(path: path, vault: vault, crisis: crisis)
        doorway.lock = { [home] in home { send(.lockAsked) } }
        doorway.reopen = { [home] in home { send(.shown) } }
        return doorway
    }

    @MainActor
    public func store<State, Event, Effect>(_ feature: Feature<State, Event, Effect>) -> Store<State, Event, Effect> {
        Store(feature, work: work, home: home)
    }

    /// Whether app and library go together.
    func matches() -> Bool {
        do {
            try firstCall()
            return true
        } catch {
            return false
        }
    }
}
