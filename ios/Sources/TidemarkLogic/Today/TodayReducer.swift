//! The rules of the Today screen: pure, so that a test or a script can replay them.

import TidemarkBindings

private typealias NextToday = Next<TodayState, TodayEffect>

public func reduce(_ state: TodayState, _ event: TodayEvent) -> Next<TodayState, TodayEffect> {
    switch event {
    case .shown: Next(state, .readDay)
    case .dayRead(let day): state.read(day)
    case .dayNotRead(let problem): Next(state.copy { $0.problem = problem })
    case .rated(let measure, let answer, let at): state.rated(measure, answer, at)
    case .padOpened(let measure): Next(state.asks(measure) ? state.copy { $0.open = measure } : state)
    case .triedAgain(let measure): state.triedAgain(measure)
    case .saved(let measure, let stored): state.saved(measure, stored)
    case .notSaved(let measure, let problem): state.notSaved(measure, problem)
    case .undone: state.undone()
    case .removed(let measure): state.removed(measure)
    case .notRemoved(let measure, let problem): state.notRemoved(measure, problem)
    case .screenReader(let on): Next(state.copy { $0.advances = !on })
    }
}

extension TodayState {
    fileprivate func asks(_ measure: MeasureId) -> Bool { questions.contains { $0.measure == measure } }

    fileprivate func read(_ day: Day) -> NextToday {
        // An answer on its way, or on the screen only, belongs to the day it was given on: that day stays until it is on disk.
        if pending, date != day.date { return Next(copy { $0.behind = true }) }
        let stored = day.answers.mapValues {
            Entry(shown: $0.answer, ratedAt: $0.recordedAt, stored: $0, saving: .saved(at: $0.recordedAt))
        }
        let kept = entries.filter { !$0.value.saving.isSaved }
        let same = date == day.date
        var read = copy {
            $0.date = day.date
            $0.questions = day.questions
            $0.around = day.around
            $0.entries = stored.merging(kept) { _, kept in kept }
            $0.undo = same ? undo : nil
            $0.problem = nil
            $0.behind = false
        }
        let stays = same ? open.flatMap { read.asks($0) ? $0 : nil } : nil
        read.open = stays ?? read.unansweredAfter(nil)
        return Next(read)
    }

    fileprivate func rated(_ measure: MeasureId, _ answer: Answer, _ at: Moment) -> NextToday {
        guard asks(measure) else { return Next(self) }
        let acted = copy {
            $0.open = measure
            $0.undo = nil
            $0.problem = nil
        }
        guard let entry = entries[measure] else {
            return acted.send(measure, Entry(shown: answer, ratedAt: at, stored: nil, saving: .inFlight(undoable: true)))
        }
        let chosen = entry.copy { $0.shown = answer }
        switch entry.saving {
        // Sent when the one before has arrived, so that the last tap is what stays.
        case .inFlight:
            return Next(acted.with(measure, chosen.copy { $0.saving = .inFlight(undoable: true) }))
        case .removing:
            return Next(
                acted.with(
                    measure,
                    chosen.copy {
                        $0.ratedAt = at
                        $0.saving = .removing(again: true)
                    }))
        case .saved:
            return answer == entry.shown ? Next(acted) : acted.send(measure, chosen)
        case .notSaved:
            return acted.send(measure, chosen.copy { if entry.stored == nil { $0.ratedAt = at } })
        }
    }

    /// Sends what `entry` shows to the disk: as a new check-in, or as a change of the one it is in.
    private func send(_ measure: MeasureId, _ entry: Entry, undoable: Bool = true) -> NextToday {
        let sent = with(measure, entry.copy { $0.saving = .inFlight(undoable: undoable) })
        guard let stored = entry.stored else { return Next(sent, .save(measure, entry.shown, ratedAt: entry.ratedAt)) }
        return Next(sent, .change(stored.checkIn, measure, entry.shown))
    }

    fileprivate func triedAgain(_ measure: MeasureId) -> NextToday {
        guard let entry = entries[measure], case .notSaved = entry.saving else { return Next(self) }
        return send(measure, entry)
    }

    fileprivate func saved(_ measure: MeasureId, _ stored: Stored) -> NextToday {
        guard let entry = entries[measure] else { return Next(self) }
        let undoable = entry.saving.undoable
        if entry.shown != stored.answer { return send(measure, entry.copy { $0.stored = stored }, undoable: undoable) }
        var arrived = with(
            measure,
            entry.copy {
                $0.stored = stored
                $0.saving = .saved(at: stored.recordedAt)
            })
        if undoable { arrived.undo = Undo(measure: measure, before: entry.stored) }
        if advances, undoable, open == measure { arrived.open = arrived.unansweredAfter(measure) }
        return arrived.settled()
    }

    fileprivate func notSaved(_ measure: MeasureId, _ problem: Problem) -> NextToday {
        guard let entry = entries[measure] else { return Next(self) }
        return Next(with(measure, entry.copy { $0.saving = .notSaved(problem) }))
    }

    fileprivate func undone() -> NextToday {
        guard let undo, let entry = entries[undo.measure], let stored = entry.stored else { return Next(self) }
        let acted = copy {
            $0.undo = nil
            $0.problem = nil
        }
        guard let before = undo.before else {
            return Next(
                acted.with(undo.measure, entry.copy { $0.saving = .removing(again: false) }),
                .remove(stored.checkIn, undo.measure))
        }
        return acted.send(undo.measure, entry.copy { $0.shown = before.answer }, undoable: false)
    }

    fileprivate func removed(_ measure: MeasureId) -> NextToday {
        guard let entry = entries[measure] else { return Next(self) }
        if entry.saving.again { return send(measure, entry.copy { $0.stored = nil }) }
        return copy {
            $0.entries[measure] = nil
            $0.open = measure
        }.settled()
    }

    fileprivate func notRemoved(_ measure: MeasureId, _ problem: Problem) -> NextToday {
        guard let entry = entries[measure], let stored = entry.stored else { return Next(self) }
        if entry.saving.again { return send(measure, entry) }
        // It is still on disk, and the line says so; the undo is offered again.
        let kept = entry.copy {
            $0.shown = stored.answer
            $0.saving = .saved(at: stored.recordedAt)
        }
        return Next(
            with(measure, kept).copy {
                $0.undo = Undo(measure: measure, before: nil)
                $0.problem = problem
            })
    }

    /// Reads the day that was put off, once nothing is on its way.
    private func settled() -> NextToday { behind && !pending ? Next(self, .readDay) : Next(self) }
}
