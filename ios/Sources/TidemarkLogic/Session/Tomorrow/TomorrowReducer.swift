//! The rules of the time after a session.

import TidemarkBindings

private typealias NextTomorrow = Next<TomorrowState, TomorrowEffect>

public func reduce(_ state: TomorrowState, _ event: TomorrowEvent) -> Next<TomorrowState, TomorrowEffect> {
    switch event {
    case .shown: Next(state, .read(sessionId: state.sessionId))
    case .read(let session, let asks, let reminder): Next(state.read(session, asks, reminder))
    case .ofRating(let rating): state.rating(rating)
    case .careTapped(let item, let at): state.care(item, at)
    case .effectTapped(let kind, let at): state.effect(kind, at)
    case .effectStrength(let kind, let strength):
        state.copy { $0.openEffect = nil }.tells(state.told.strength(kind, strength))
    case .toldAgain: state.tells(state.told)
    case .reminderAsked:
        state.reminder == nil ? Next(state.copy { $0.problem = nil }, .setReminder) : Next(state)
    case .toldWritten(let at): Next(state.copy { $0.written = state.written.arrived(at) })
    case .toldRefused(let problem): Next(state.copy { $0.written = .notSaved(problem) })
    case .reminderSet(let clock): Next(state.copy { $0.reminder = clock })
    case .refused(let problem): Next(state.copy { $0.problem = problem })
    }
}

extension TomorrowState {
    fileprivate func read(_ session: Session, _ asks: Bool, _ reminder: String?) -> TomorrowState {
        copy {
            $0.session = session
            $0.ratings = ratings.read(session.questions, session.followUp)
            $0.asks = asks
            // What was told here and is not on disk stays on the screen.
            if self.session == nil || told == self.session?.told { $0.told = session.told }
            $0.reminder = reminder
            $0.problem = nil
        }
    }

    fileprivate func rating(_ event: RatingEvent) -> NextTomorrow {
        let (sent, rating) = ratings.after(event).next()
        let next = copy { $0.ratings = sent }
        guard let rating else { return Next(next) }
        return Next(next, .rate(sessionId: sessionId, rating))
    }

    fileprivate func care(_ item: String, _ at: Moment) -> NextTomorrow {
        switch reply({ try momentToText(moment: at) }) {
        case .done(let text): tells(told.ticked(item, at: text))
        // A clock outside the years a diary knows: the tick is not taken, and that is said.
        case .refused(let problem): Next(copy { $0.written = .notSaved(problem) })
        }
    }

    fileprivate func tells(_ changed: Told) -> NextTomorrow {
        Next(
            copy {
                $0.told = changed
                $0.written = written.sent()
            }, .write(sessionId: sessionId, changed))
    }

    fileprivate func effect(_ kind: String, _ at: Moment) -> NextTomorrow {
        let changed = told.toggled(kind, onsetMin: session?.minutesAfterEnd(at) ?? 0)
        let noted = changed.unwanted.contains { $0.kind == kind }
        return copy { $0.openEffect = noted ? kind : nil }.tells(changed)
    }
}
