//! Whom to call and what helps. Stands without a key; while the diary is locked it shows only what the person marked open.

import TidemarkBindings

/// Whom to call and what helps.
public struct SafetyState: Hashable, Sendable, Copied {
    public internal(set) var read = false
    /// Whether the diary is shut: then only what the person marked open stands here.
    public internal(set) var locked = true
    /// The person's own contacts, in their order; they come first.
    public internal(set) var own: [OpenContact] = []
    /// Lines of the plan by section; while locked, under one section without a name.
    public internal(set) var plan: [PlanPart] = []
    /// The region chosen; none when the phone does not know.
    public internal(set) var region: String?
    /// Regions that can be chosen.
    public internal(set) var regions: [String] = []
    /// Whether the regions are shown to choose from.
    public internal(set) var choosing = false
    /// Services of the region; of all regions when none was chosen.
    public internal(set) var services: [CrisisEntry] = []
    /// The number the device could not dial or write to: it is shown large, to be typed elsewhere.
    public internal(set) var byHand: String?
    /// Why something could not be read; what was read stands all the same.
    public internal(set) var problem: Problem?

    public init() {}
}

/// Lines of one section of the safety plan; `section` is its code.
public struct PlanPart: Hashable, Sendable {
    public let section: String?
    public let lines: [String]
}

public enum SafetyEvent: Hashable, Sendable {
    case shown
    case callAsked(number: String)
    case textAsked(number: String)

    /// "Change" beside the region.
    case regionAsked
    case regionChosen(String)
    case read(SafetyState)
    case servicesRead([CrisisEntry])

    /// The device opened no dialler and no text.
    case notReached(number: String)
    case notKept(Problem)
}

public enum SafetyEffect: Hashable, Sendable {
    case read
    case call(number: String)
    case text(number: String)
    case keepRegion(String)
    case readServices(region: String)
}
