//! An environment in which everything runs where it is called, so that a screen has settled when a test looks at it.

import TidemarkBindings

@testable import TidemarkLogic

/// Screens over an open diary.
@MainActor
func directEnv(
    _ diary: any OpenDiaryProtocol, phone: Phone, doorway: Doorway = Doorway(), now: @escaping @Sendable () -> Moment = { evening }
) -> Env {
    Env(
        diary: diary, now: now, phone: phone, work: { $0() }, home: { act in MainActor.assumeIsolated { act() } },
        doorway: doorway)
}
