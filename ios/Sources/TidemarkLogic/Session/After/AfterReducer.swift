//! The rules of the screen right after a session.

import TidemarkBindings

private typealias NextAfter = Next<AfterState, AfterEffect>

public func reduce(_ state: AfterState, _ event: AfterEvent) -> Next<AfterState, AfterEffect> {
    switch event {
    case .shown: Next(state, .read(sessionId: state.sessionId))
    case .read(let session): Next(state.read(session))
    case .revealed(let session): Next(state.read(session.copy { $0.beforeSeen = true }))
    case .notRead(let problem): Next(state.copy { $0.problem = problem })
    case .ofRating(let rating): state.rating(rating)
    case .revealAsked: state.canReveal ? Next(state, .reveal(sessionId: state.sessionId)) : Next(state)
    case .pressureFelt(let step):
        state.tells(state.told.copy { $0.pressureFelt = step == state.told.pressureFelt ? nil : step })
    case .effectTapped(let kind, let at): state.effect(kind, at)
    case .effectStrength(let kind, let strength):
        state.copy { $0.openEffect = nil }.tells(state.told.strength(kind, strength))
    case .noteTyped(let text): Next(state.typed(text))
    case .toldAgain: state.tells(state.told)
    case .distressTold(let distress):
        Next(
            state.copy {
                $0.distress = distress
                $0.problem = nil
            })
    case .distressSaveAsked(let at): state.savingDistress(at)
    case .toldWritten(let at, let told): Next(state.arrived(at, told))
    case .toldRefused(let problem): Next(state.copy { $0.written = .notSaved(problem) })
    case .distressSaved:
        Next(
            state.copy {
                $0.distress = nil
                $0.distressSaved = true
            })
    case .distressRefused(let problem):
        Next(
            state.copy {
                $0.distress?.saving = false
                $0.problem = problem
            })
    }
}

extension AfterState {
    /// "Saved" only when what is on the screen is what arrived.
    fileprivate func arrived(_ at: Moment, _ told: Told) -> AfterState {
        copy {
            let arrived = written.arrived(at)
            $0.session = session?.copy { $0.told = told }
            if case .saved = arrived, told != self.told { $0.written = .asRead } else { $0.written = arrived }
        }
    }

    fileprivate func read(_ session: Session) -> AfterState {
        copy {
            let seen = session.beforeSeen || self.session?.beforeSeen == true
            $0.session = session.copy { $0.beforeSeen = seen }
            $0.ratings = ratings.read(session.questions, session.after)
            // What was told here and is not on disk stays on the screen.
            if self.session == nil || told == self.session?.told { $0.told = session.told }
            $0.problem = nil
        }
    }

    fileprivate func rating(_ event: RatingEvent) -> NextAfter {
        let (sent, rating) = ratings.after(event).next()
        let next = copy { $0.ratings = sent }
        if let rating { return Next(next, .rate(sessionId: sessionId, rating)) }
        // The last one is on disk: now what was given before can be read.
        return next.ratings.complete && event.isStored ? Next(next, .read(sessionId: sessionId)) : Next(next)
    }

    fileprivate func tells(_ changed: Told) -> NextAfter {
        Next(
            copy {
                $0.told = changed
                $0.written = written.sent()
            }, .write(sessionId: sessionId, changed))
    }

    fileprivate func typed(_ text: String) -> AfterState {
        copy {
            $0.told.note = text
            if case .writing = written { return }
            $0.written = .asRead
        }
    }

    fileprivate func effect(_ kind: String, _ at: Moment) -> NextAfter {
        let changed = told.toggled(kind, onsetMin: session?.minutesAfterEnd(at) ?? 0)
        let noted = changed.unwanted.contains { $0.kind == kind }
        return copy { $0.openEffect = noted ? kind : nil }.tells(changed)
    }

    fileprivate func savingDistress(_ at: Moment) -> NextAfter {
        guard let told = distress, told.kind != nil, !told.saving else { return Next(self) }
        return Next(
            copy {
                $0.distress?.saving = true
                $0.problem = nil
            }, .saveDistress(sessionId: sessionId, told, at: at))
    }
}
