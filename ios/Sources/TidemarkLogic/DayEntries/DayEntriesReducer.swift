//! The rules of the page of a day: pure, so that a test or a script can replay them.

import TidemarkBindings

private typealias NextDay = Next<DayEntriesState, DayEntriesEffect>

public func reduce(_ state: DayEntriesState, _ event: DayEntriesEvent) -> Next<DayEntriesState, DayEntriesEffect> {
    switch event {
    case .shown: Next(state, .read(state.date))
    case .pageRead(let page):
        Next(
            state.copy {
                $0.page = page
                $0.problem = nil
            })
    case .pageNotRead(let problem), .changesNotRead(let problem): Next(state.copy { $0.problem = problem })
    case .padOpened(let target): Next(state.free ? state.copy { $0.open = target } : state)
    case .addTapped: Next(state.add())
    case .padClosed: Next(state.closed())
    case .rated(let answer, let at): state.rated(answer, at)
    case .triedAgain: state.triedAgain()
    case .saved(let id, let at): state.saved(id, at)
    case .notSaved(let problem): Next(state.notSaved(problem))
    case .deleteTapped(let kind, let id): state.act(.delete(kind, id: id))
    case .undoTapped: state.undo.map { state.act(.undo(id: $0)) } ?? Next(state)
    case .deleted(let id): state.done(.deleted, undo: id)
    case .undone: state.done(.undone, undo: nil)
    // What was last before is last still, and its undo is offered again.
    case .notDone(let problem):
        Next(
            state.copy {
                $0.busy = false
                $0.problem = problem
                $0.line = .none
            })
    case .changesShown(let kind, let id): Next(state, .readChanges(kind, id: id))
    case .changesClosed(let id): Next(state.copy { $0.changes[id] = nil })
    case .changesRead(let id, let revisions): Next(state.copy { $0.changes[id] = revisions })
    }
}

extension DayEntriesState {
    fileprivate func add() -> DayEntriesState {
        guard let page, let first = page.unansweredAfter(nil) ?? page.daily.first, free else { return self }
        return copy { $0.open = .add(first) }
    }

    fileprivate func closed() -> DayEntriesState {
        // What is on its way arrives all the same; only a number that was refused goes with its pad.
        if let attempt, attempt.refused == nil { return self }
        return copy {
            $0.open = nil
            $0.attempt = nil
            if attempt != nil { $0.line = .none }
        }
    }

    fileprivate func rated(_ answer: Answer, _ at: Moment) -> NextDay {
        guard let target = open, !busy else { return Next(self) }
        guard let attempt else {
            if case .change = target, shown == answer { return Next(copy { $0.open = nil }) }
            return send(Attempt(target: target, shown: answer, sent: answer, at: at, refused: nil))
        }
        if attempt.refused != nil {
            return send(
                attempt.copy {
                    $0.shown = answer
                    $0.sent = answer
                    $0.refused = nil
                })
        }
        // Sent when the one before has arrived, so that the last tap is what stays.
        return Next(copy { $0.attempt = attempt.copy { $0.shown = answer } })
    }

    fileprivate func triedAgain() -> NextDay {
        guard let attempt, attempt.refused != nil else { return Next(self) }
        return send(
            attempt.copy {
                $0.sent = $0.shown
                $0.refused = nil
            })
    }

    private func send(_ attempt: Attempt) -> NextDay {
        let effect: DayEntriesEffect =
            switch attempt.target {
            case .change(let checkIn, let measure): .change(checkIn: checkIn, measure, attempt.sent)
            case .add(let measure): .add(date, measure, attempt.sent, ratedAt: attempt.at)
            }
        return Next(
            copy {
                $0.attempt = attempt
                $0.line = .saving
                $0.undo = nil
                $0.problem = nil
            }, effect)
    }

    fileprivate func saved(_ id: String, _ at: Moment) -> NextDay {
        guard let attempt else { return Next(self) }
        if attempt.shown != attempt.sent {
            return send(
                attempt.copy {
                    $0.target = .change(checkIn: id, attempt.target.measure)
                    $0.sent = attempt.shown
                })
        }
        // After a new answer the next question without one opens; after a change the pad closes.
        let next = adding ? page?.unansweredAfter(attempt.target.measure) : nil
        return copy {
            $0.attempt = nil
            $0.open = next.map { .add($0) }
        }.done(.saved(at: at), undo: id)
    }

    fileprivate func notSaved(_ problem: Problem) -> DayEntriesState {
        copy {
            $0.attempt?.refused = problem
            $0.line = .notSaved(problem)
        }
    }

    fileprivate func act(_ effect: DayEntriesEffect) -> NextDay {
        guard free else { return Next(self) }
        return Next(
            copy {
                $0.busy = true
                $0.open = nil
                $0.problem = nil
                $0.line = .saving
            }, effect)
    }

    /// Reads the day again, with what is on disk now; changes that are shown are read again by their next tap.
    fileprivate func done(_ line: Line, undo: String?) -> NextDay {
        Next(
            copy {
                $0.busy = false
                $0.line = line
                $0.undo = undo
                $0.problem = nil
                $0.changes = [:]
            }, .read(date))
    }
}
