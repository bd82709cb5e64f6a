//! The rules of the Safety screen, and what is read and dialled for it.

import TidemarkBindings

/// The Safety screen: over an open diary, or over the door without one. Needs no key.
public func safetyFeature(
    diary: (any OpenDiaryProtocol)?, doorway: Doorway, phone: Phone, now: @escaping @Sendable () -> Moment
) -> Feature<SafetyState, SafetyEvent, SafetyEffect> {
    Feature(
        SafetyState(), shown: .shown, reduce: { reduce($0, $1) },
        perform: { perform($0, diary: diary, doorway: doorway, phone: phone, now: now) })
}

/// The rules of the Safety screen.
public func reduce(_ state: SafetyState, _ event: SafetyEvent) -> Next<SafetyState, SafetyEffect> {
    switch event {
    case .shown: return Next(state, .read)
    case .callAsked(let number): return Next(state.copy { $0.byHand = nil }, .call(number: number))
    case .textAsked(let number): return Next(state.copy { $0.byHand = nil }, .text(number: number))
    case .regionAsked: return Next(state.copy { $0.choosing.toggle() })
    case .regionChosen(let region):
        let chosen = state.copy {
            $0.region = region
            $0.choosing = false
        }
        // The numbers come first; that the choice is kept is second, and impossible while locked.
        if state.locked { return Next(chosen, .readServices(region: region)) }
        return Next(chosen, .readServices(region: region), .keepRegion(region))
    case .read(let found): return state.read(found)
    case .servicesRead(let services): return Next(state.copy { $0.services = services })
    case .notReached(let number): return Next(state.copy { $0.byHand = number })
    case .notKept(let problem): return Next(state.copy { $0.problem = problem })
    }
}

extension SafetyState {
    /// A region chosen while locked is nowhere on disk; it holds while the screen stands.
    fileprivate func read(_ found: SafetyState) -> Next<SafetyState, SafetyEffect> {
        let kept = found.copy {
            $0.choosing = choosing
            $0.byHand = byHand
        }
        guard let region, found.region == nil else { return Next(kept) }
        return Next(kept.copy { $0.region = region }, .readServices(region: region))
    }
}

func perform(
    _ effect: SafetyEffect, diary: (any OpenDiaryProtocol)?, doorway: Doorway, phone: Phone, now: () -> Moment
) -> SafetyEvent? {
    switch effect {
    case .read: return .read(read(diary, doorway, now()))
    case .call(let number): return phone.dial(number) ? nil : .notReached(number: number)
    case .text(let number): return phone.writeText(number) ? nil : .notReached(number: number)
    case .readServices(let region): return .servicesRead(doorway.crisis.entries(region, now()))
    case .keepRegion(let region):
        return reply { try diary?.setSetting(setting: .regionOf(region: region)) }
            .event({ _ in nil }, refused: SafetyEvent.notKept)
    }
}

/// Reads all it can: what one part refuses leaves the others standing.
private func read(_ diary: (any OpenDiaryProtocol)?, _ doorway: Doorway, _ now: Moment) -> SafetyState {
    func fallback() -> SafetyState {
        reply { try locked(doorway.path) }.event({ $0 }, refused: { problem in SafetyState().copy { $0.problem = problem } })
    }
    let found =
        if let diary {
            reply { try diary.everything() }.event(
                { $0 },
                refused: { problem in
                    fallback().copy {
                        $0.locked = false
                        $0.problem = problem
                    }
                })
        } else {
            fallback()
        }
    return found.copy {
        $0.read = true
        $0.regions = doorway.crisis.regions()
        $0.services = doorway.crisis.entries(found.region, now)
    }
}

private func locked(_ path: String) throws -> SafetyState {
    let facts = try readOpenFacts(path: path)
    return SafetyState().copy {
        $0.own = facts.contacts
        $0.plan = facts.planLines.isEmpty ? [] : [PlanPart(section: nil, lines: facts.planLines)]
    }
}

/// Sections of a plan in the order they are read in a hard hour: what helps, and who, before the rest.
private let sections = ["what_helps", "people", "professionals", "places", "signs", "reasons"]

extension OpenDiaryProtocol {
    fileprivate func everything() throws -> SafetyState {
        let contacts = try records(kind: .crisisContact, span: Span())
        let plans = try records(kind: .safetyPlan, span: Span())
        let parts = try plans.flatMap { plan in
            try sections.map { PlanPart(section: $0, lines: try items(plan.text($0))) }
        }
        let region = try settings().region
        return SafetyState().copy {
            $0.locked = false
            $0.own = contacts.map(contact)
            $0.plan = parts.filter { !$0.lines.isEmpty }
            $0.region = region
        }
    }
}

private func contact(_ record: DiaryRecord) -> OpenContact {
    OpenContact(
        service: record.text("service") ?? "", number: record.text("number") ?? "", text: record.text("text"),
        hours: record.text("hours") ?? "")
}
