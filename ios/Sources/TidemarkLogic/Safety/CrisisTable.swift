//! Whom to call in a region: the table belongs to the core, and is read without a key. No number is written down here.

import TidemarkBindings

/// A service of the dated table of contacts that ships with the core.
public struct CrisisEntry: Hashable, Sendable {
    public let service: String
    /// Number to call.
    public let number: String
    /// Number to write to.
    public let text: String?
    /// When somebody answers.
    public let hours: String?
    /// The day the number was checked; none when it was not.
    public let checkedOn: LogicalDate?
    /// Whether it was never checked, or not within twelve months.
    public let needsCheck: Bool
    /// The country it is for, two capital letters of ISO 3166: the same number reaches nobody in another.
    public let region: String?
}

/// Whom to call in a region. The table belongs to the core, and is read without a key and without a diary.
public struct CrisisTable: Sendable {
    /// Regions with entries, two capital letters of ISO 3166.
    public let regions: @Sendable () -> [String]
    /// Entries of a region; of all regions when none is named, or one the table lacks.
    public let entries: @Sendable (_ region: String?, _ now: Moment) -> [CrisisEntry]

    public init(
        regions: @escaping @Sendable () -> [String],
        entries: @escaping @Sendable (_ region: String?, _ now: Moment) -> [CrisisEntry]
    ) {
        self.regions = regions
        self.entries = entries
    }

    /// The one of this version.
    public static let shipped = CrisisTable(
        regions: { contactRegions() },
        entries: { region, now in
            lockedContacts(path: nil, region: region, now: now).contacts.map {
                CrisisEntry(
                    service: $0.service, number: $0.number, text: $0.text, hours: $0.hours,
                    checkedOn: $0.verifiedOn.map(LogicalDate.init), needsCheck: $0.needsCheck, region: $0.region)
            }
        })
}
