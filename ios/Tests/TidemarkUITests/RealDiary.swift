//! A new encrypted diary in a folder, and screens over it whose effects run at once, on a clock moved by hand.

import Foundation
import SwiftUI
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic
@testable import TidemarkUI

@MainActor
final class RealDiary {
    static let words = "four plain words here"
    let folder: Folder
    let diary: OpenDiary
    private let clock = Hand(Sample.evening)

    var now: Moment {
        get { clock.moment }
        set { clock.moment = newValue }
    }

    init() throws {
        folder = try Folder()
        diary = try OpenDiary.create(path: folder.path("my.diary"), passphrase: Self.words, rolloverMin: nil, now: Sample.evening)
    }

    func env(_ change: (inout Phone) -> Void = { _ in }) -> Env {
        var phone = Phone(outbox: folder.path("outbox"))
        change(&phone)
        return Env(
            diary: diary, now: { [clock] in clock.moment }, phone: phone, work: { $0() },
            // Everything here runs on the main actor already.
            home: { act in MainActor.assumeIsolated { act() } })
    }

    func pass(minutes: Int64) { now = Sample.minutes(minutes, after: now) }
}

/// A clock that a test moves by hand.
private final class Hand: @unchecked Sendable {
    private let lock = NSLock()
    private var now: Moment

    init(_ moment: Moment) { now = moment }

    var moment: Moment {
        get { lock.withLock { now } }
        set { lock.withLock { now = newValue } }
    }
}
