//! The rules of the screen before a session.

import TidemarkBindings

private typealias NextBefore = Next<BeforeState, BeforeEffect>

public func reduce(_ state: BeforeState, _ event: BeforeEvent) -> Next<BeforeState, BeforeEffect> {
    switch event {
    case .shown: return state.left == nil ? Next(state, .read(sessionId: state.sessionId)) : Next(state)
    case .read(let read): return Next(state.read(read))
    case .ofRating(let rating): return state.rating(rating)
    case .opened(let choice): return state.copy { $0.open = choice == state.open ? nil : choice }.goingOn()
    case .chosen(let choices): return state.chosen(choices)
    case .doseAdded, .doseMoved, .doseRemoved: return state.dosed(event)
    case .cardShown(let on):
        return state.copy {
            $0.card = on
            $0.open = nil
        }.goingOn()
    case .begun(let minutesAgo):
        return Next(
            state.copy {
                $0.begunMin = minutesAgo
                $0.fromMemory = state.fromMemory && minutesAgo != nil
            })
    case .fromMemory(let yes): return Next(state.copy { $0.fromMemory = yes })
    case .startAsked: return state.canStart ? state.asks(.start) : Next(state)
    case .keepAsked: return state.asked == nil ? state.asks(.keep) : Next(state)
    case .overAlready: return Next(state.copy { $0.left = .over(sessionId: state.sessionId) })
    case .removeAsked: return state.removing()
    case .planned(let sessionId, let choices, let rating): return state.planned(sessionId, choices, rating)
    case .notPlanned(let rating):
        return Next(
            state.copy {
                $0.working = false
                $0.asked = nil
                $0.ratings = state.ratings.after(rating)
            })
    case .choicesStored(let choices):
        return state.copy {
            $0.stored = choices
            $0.working = false
        }.goingOnHeld()
    case .apartRead(let apart): return Next(state.copy { $0.apart = apart })
    case .apartNotRead(let problem):
        return Next(
            state.copy {
                // A sentence about a length or a dose of before is not left standing.
                $0.apart = []
                $0.problem = problem
            })
    case .done(let left):
        return Next(
            state.copy {
                $0.left = left
                $0.working = false
                $0.asked = nil
            })
    case .refused(let problem):
        return Next(
            state.copy {
                $0.problem = problem
                $0.working = false
                $0.asked = nil
            })
    }
}

extension BeforeState {
    fileprivate func read(_ read: BeforeRead) -> BeforeState {
        copy {
            $0.sessionId = read.sessionId
            // What was chosen on this screen stays when it comes to the front again.
            if choices == nil || choices == stored { $0.choices = read.choices }
            $0.stored = read.stored
            $0.apart = read.apart
            $0.ratings = ratings.read(read.questions, read.found)
            $0.allergies = read.allergies
            $0.medicines = read.medicines
            // Wherever the way here came from, a session that runs is on its timer.
            if left == nil, read.running, let id = read.sessionId { $0.left = .started(sessionId: id) }
            $0.problem = nil
        }
    }

    fileprivate func chosen(_ choices: SessionChoices) -> NextBefore {
        copy {
            $0.choices = choices
            $0.problem = nil
        }.goingOn()
    }

    /// What changes no dose is no choice.
    fileprivate func dosed(_ event: BeforeEvent) -> NextBefore {
        guard let agreed = choices else { return Next(self) }
        var doses = agreed.doses
        switch event {
        case .doseAdded(let id, let at):
            guard let medicine = medicines.first(where: { $0.id == id }), !doses.contains(where: { $0.medicationId == id }) else {
                return Next(self)
            }
            doses.append(medicine.dose(before: at))
        case .doseMoved(let id, let minutes, let at):
            doses = doses.moved(id, minutes: minutes, at: at) ?? doses
        case .doseRemoved(let id): doses.removeAll { $0.medicationId == id }
        default: break
        }
        return doses == agreed.doses ? Next(self) : chosen(agreed.copy { $0.doses = doses })
    }

    fileprivate func rating(_ event: RatingEvent) -> NextBefore {
        var about: Moment?
        if case .rated(_, _, let at) = event { about = fromMemory ? at.minus(minutes: begunMin ?? 0) : at }
        let acted = copy { $0.ratings = ratings.after(event, recalled: fromMemory, about: about) }
        // What was asked for does not go on over a number that is not on disk.
        if case .refused = event { return Next(acted.copy { $0.asked = nil }) }
        return acted.goingOn()
    }

    fileprivate func asks(_ what: Asked) -> NextBefore {
        copy {
            $0.asked = what
            $0.open = nil
            $0.problem = nil
        }.goingOn()
    }

    /// Sends what is not on disk yet, one thing at a time: ratings, then choices, then what was asked for.
    fileprivate func goingOn() -> NextBefore {
        // While something is on its way, whatever else is given waits: a session that is being made has no id yet.
        guard !working, !ratings.given.contains(where: { $0.saving == .inFlight }), let agreed = choices else { return Next(self) }
        let (sent, rating) = ratings.next()
        if let rating {
            let sending = copy { $0.ratings = sent }
            guard let sessionId else { return sending.works(.plan(agreed, ratings.questions, rating)) }
            return Next(sending, .rate(sessionId: sessionId, rating))
        }
        // Texts go to disk when their editor is closed, not letter by letter.
        if let sessionId, agreed != stored, !typing, problem == nil {
            return works(.storeChoices(sessionId: sessionId, agreed, held: stored ?? SessionChoices()))
        }
        return leaving(agreed)
    }

    private func leaving(_ agreed: SessionChoices) -> NextBefore {
        switch asked {
        case nil: return Next(self)
        case .keep:
            if sessionId == nil { return works(.plan(agreed, ratings.questions, nil)) }
            return Next(copy { $0.left = .kept })
        // A session that has begun is put on disk first, and its timer is then set to the start.
        case .start:
            if let sessionId { return works(.start(sessionId: sessionId, minutesAgo: begunMin ?? 0)) }
            return works(begunMin == nil ? .startNew(agreed) : .plan(agreed, ratings.questions, nil))
        }
    }

    fileprivate func planned(_ sessionId: String, _ choices: SessionChoices, _ rating: RatingEvent?) -> NextBefore {
        copy {
            $0.sessionId = sessionId
            $0.stored = choices
            $0.working = false
            if let rating { $0.ratings = ratings.after(rating) }
        }.goingOnHeld()
    }

    /// The session on disk is another than it was, and so is what is near to it; once it is left, nobody asks.
    fileprivate func goingOnHeld() -> NextBefore {
        let next = goingOn()
        guard let sessionId, next.state.asked == nil, next.state.left == nil else { return next }
        return Next(next.state, all: next.effects + [.readApart(sessionId: sessionId)])
    }

    fileprivate func removing() -> NextBefore {
        if working { return Next(self) }
        guard let sessionId else { return Next(copy { $0.left = .removed }) }
        return works(.remove(sessionId: sessionId))
    }

    private var typing: Bool { open == .needs || open == .oils }

    private func works(_ effect: BeforeEffect) -> NextBefore { Next(copy { $0.working = true }, effect) }
}

extension Moment {
    func minus(minutes: Int) -> Moment {
        Moment(epochMs: epochMs - Int64(minutes) * 60_000, offsetS: offsetS, zoneId: zoneId)
    }
}
