//! What screens work with once the diary is open; a test puts its own in place of each.

import TidemarkBindings

/// What screens work with once the diary is open.
public struct Env: Sendable {
    public let diary: any OpenDiaryProtocol
    /// The clock and the zone; a test moves them by hand.
    public let now: @Sendable () -> Moment
    public let phone: Phone
    /// Where calls of the diary run: one queue, off the main actor.
    public let work: Work
    public let home: Home
    /// What lies behind the open diary: its folder, the device's lock, the way back to the door.
    public let doorway: Doorway
    /// What was typed or chosen and not saved, for the way back to its screen.
    public let drafts: Drafts
    /// Where a copy goes into a folder, which may be slow: a queue of its own, so that nothing that was rated waits for it.
    public let aside: Work

    public init(
        diary: any OpenDiaryProtocol, now: @escaping @Sendable () -> Moment, phone: Phone, work: @escaping Work,
        home: @escaping Home, doorway: Doorway = Doorway(), drafts: Drafts = Drafts(), aside: Work? = nil
    ) {
        self.diary = diary
        self.now = now
        self.phone = phone
        self.work = work
        self.home = home
        self.doorway = doorway
        self.drafts = drafts
        self.aside = aside ?? work
    }

    @MainActor
    public func store<State, Event, Effect>(_ feature: Feature<State, Event, Effect>) -> Store<State, Event, Effect> {
        Store(feature, work: work, home: home)
    }
}
