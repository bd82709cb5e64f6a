//! The evening all tests begin on, and the words they are written in.

import Foundation
import TidemarkBindings

@testable import TidemarkLogic

let passphrase = "four plain words here"

/// 24 November 2026, 21:04 in Berlin; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
let evening = Moment(epochMs: 1_795_550_640_000, offsetS: 3600, zoneId: "Europe/Berlin")

extension Moment {
    func later(minutes: Int64) -> Moment {
        Moment(epochMs: epochMs + minutes * 60_000, offsetS: offsetS, zoneId: zoneId)
    }
}

/// Whole points.
func number(_ value: Int64) -> Answer { .recorded(milli: value * 1000) }

extension MeasureId: ExpressibleByStringLiteral {
    public init(stringLiteral name: String) { self.init(name) }
}

/// A clock that a test moves by hand.
final class Clock: @unchecked Sendable {
    private let lock = NSLock()
    private var moment: Moment

    init(_ moment: Moment) { self.moment = moment }

    var now: Moment {
        get { lock.withLock { moment } }
        set { lock.withLock { moment = newValue } }
    }
}
