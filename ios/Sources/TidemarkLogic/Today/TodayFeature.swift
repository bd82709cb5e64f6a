//! The Today screen, put together.

import TidemarkBindings

/// The Today screen over a diary.
public func todayFeature(
    diary: any OpenDiaryProtocol, now: @escaping @Sendable () -> Moment
) -> Feature<TodayState, TodayEvent, TodayEffect> {
    Feature(TodayState(), shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, diary: diary, now: now) })
}
