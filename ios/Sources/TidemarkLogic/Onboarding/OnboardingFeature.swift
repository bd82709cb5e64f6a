//! The rules of the questions after the first page, and what is kept for them.

import TidemarkBindings

/// The questions after the first page, over a diary that is there already.
public func onboardingFeature(_ env: Env) -> Feature<OnboardingState, OnboardingEvent, OnboardingEffect> {
    Feature(OnboardingState(), shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, env) })
}

/// The rules of the questions.
public func reduce(_ state: OnboardingState, _ event: OnboardingEvent) -> Next<OnboardingState, OnboardingEffect> {
    switch event {
    case .shown: return Next(state, .read)
    case .read(let sets, let labels, let rolloverMin):
        return Next(
            state.copy {
                $0.sets = sets
                $0.labels = labels
                $0.rolloverMin = rolloverMin
            })
    case .setChosen(let id): return Next(state.copy { $0.problem = nil }, .chooseSet(id: id))
    case .dayEnds(let minutes): return Next(state.copy { $0.problem = nil }, .setDayEnd(minutes: minutes))
    case .reminder(let minutes):
        // One reminder is added here; a second tap would add another.
        if state.reminderMin != nil || state.adding { return Next(state) }
        return Next(
            state.copy {
                $0.adding = true
                $0.problem = nil
            }, .addReminder(minutes: minutes))
    case .setKept(let id): return Next(state.copy { $0.set = id })
    case .dayEndKept(let minutes): return Next(state.copy { $0.rolloverMin = minutes })
    case .reminderKept(let minutes):
        return Next(
            state.copy {
                $0.reminderMin = minutes
                $0.adding = false
            })
    case .notKept(let problem):
        return Next(
            state.copy {
                $0.problem = problem
                $0.adding = false
            })
    case .went:
        guard let page = OnboardingState.Page(rawValue: state.page.rawValue + 1) else { return Next(state.copy { $0.over = true }) }
        return Next(state.at(page))
    case .wentBack: return Next(state.at(OnboardingState.Page(rawValue: state.page.rawValue - 1) ?? state.page))
    }
}

extension OnboardingState {
    fileprivate func at(_ page: Page) -> OnboardingState {
        copy {
            $0.page = page
            $0.problem = nil
        }
    }
}

/// Does what `effect` says. Touches the disk: call it off the main actor.
func perform(_ effect: OnboardingEffect, _ env: Env) -> OnboardingEvent {
    switch effect {
    case .read:
        reply {
            let labels = Dictionary(try env.diary.measures().map { ($0.id, $0.label) }, uniquingKeysWith: { _, later in later })
            return .read(sets: starterSets(), labels: labels, rolloverMin: Int(try env.diary.settings().rolloverMin))
        }.event({ $0 }, refused: OnboardingEvent.notKept)
    case .chooseSet(let id):
        reply { try env.diary.chooseStarterSet(id: id, by: .own, now: env.now()) }
            .event({ _ in .setKept(id: id) }, refused: OnboardingEvent.notKept)
    case .setDayEnd(let minutes):
        // A number that no setting can hold goes as one that the core does not take.
        reply { try env.diary.setSetting(setting: .rollover(minutes: UInt16(exactly: minutes) ?? .max)) }
            .event({ .dayEndKept(minutes: minutes) }, refused: OnboardingEvent.notKept)
    case .addReminder(let minutes):
        reply { try env.addReminder(minutes) }
            .event({ .reminderKept(minutes: minutes) }, refused: OnboardingEvent.notKept)
    }
}
