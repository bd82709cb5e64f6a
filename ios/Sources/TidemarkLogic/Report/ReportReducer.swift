//! The rules of the report builder. Nothing is written here: choices, what would leave, and how many pages.

import TidemarkBindings

private typealias NextReport = Next<ReportState, ReportEffect>

public func reduce(_ state: ReportState, _ event: ReportEvent) -> Next<ReportState, ReportEffect> {
    switch event {
    case .shown: return Next(state, .read)
    case .read(let basis): return state.read(basis)
    case .notRead(let problem): return Next(state.copy { $0.problem = problem })
    case .recipientChosen(let recipient):
        return state.chosen {
            $0.recipient = recipient
            $0.included = state.basis?.ticked[recipient] ?? $0.included
        }
    case .ticked(let tick, let on): return state.including { tick.set($0, on) }
    case .notesListed(let on): return state.listing(on)
    case .noteTicked(let entry, let on): return state.noteTicks { on ? $0.union([entry]) : $0.subtracting([entry]) }
    case .allNotesTicked(let on): return state.noteTicks { _ in on ? Set((state.notesShown ?? []).map(\.entry)) : [] }
    case .usualDays: return state.chosen { $0.days = .usual }
    case .ownDays:
        guard let usual = state.basis?.usual else { return Next(state) }
        return state.chosen { if $0.days == .usual { $0.days = .chosen(from: usual.from, to: usual.to) } }
    case .daysTyped(let from, let to): return state.chosen { $0.days = .chosen(from: from, to: to) }
    case .nameTicked(let on): return state.chosen { $0.named = on }
    case .nameTyped(let name): return state.chosen { $0.name = name }
    case .paperChosen(let paper): return state.chosen { $0.paper = paper }
    case .notesRead(let listed):
        return state.copy {
            $0.notes.listed = listed
            $0.notes.reading = false
            $0.notes.problem = nil
        }.stillThere()
    case .notesNotRead(let problem):
        return state.copy {
            $0.notes.reading = false
            $0.notes.problem = problem
        }.layOut()
    case .laidOut(let laid):
        return state.copy {
            $0.laid = laid
            $0.laying = false
            $0.problem = nil
        }.caughtUp()
    case .notLaidOut(let problem):
        return state.copy {
            $0.laying = false
            $0.problem = problem
        }.caughtUp()
    }
}

extension ReportState {
    fileprivate func read(_ basis: Basis) -> NextReport {
        guard let included = basis.ticked[.usual] else { return Next(self) }
        return copy {
            $0.basis = basis
            $0.choices = choices ?? ReportChoices(included, basis.paper)
            $0.problem = nil
            // Whoever comes back may have deleted a note meanwhile.
            $0.notes.listed = nil
            $0.notes.problem = nil
        }.layOut()
    }

    fileprivate func chosen(_ change: (inout ReportChoices) -> Void) -> NextReport {
        guard let choices else { return Next(self) }
        let next = choices.copy(change)
        if next == choices { return Next(self) }
        return copy {
            $0.choices = next
            $0.problem = nil
            $0.notes.problem = nil
        }.layOut(.keep(next))
    }

    /// Other ticks. A recipient is what its ticks are; what matches none is the person's own choice.
    fileprivate func including(_ change: (Included) -> Included) -> NextReport {
        chosen { choices in
            let included = change(choices.included)
            choices.included = included
            choices.recipient = Recipient.allCases.first { basis?.ticked[$0] == included } ?? .ownChoice
        }
    }

    /// Opens the list, which is read then, or closes it; what is ticked in it stays ticked.
    fileprivate func listing(_ on: Bool) -> NextReport {
        copy {
            $0.notes.open = on
            if !on, chosenNotes.isEmpty { $0.notes.listed = nil }
            $0.notes.problem = nil
        }.layOut()
    }

    /// Other ticks of single notes, in the order of the list. Only what is in the list can be ticked.
    fileprivate func noteTicks(_ change: (Set<EntryId>) -> Set<EntryId>) -> NextReport {
        let shown = (notesShown ?? []).map(\.entry)
        let ticked = shown.filter { choices?.hasNote($0) == true }
        let wanted = change(Set(ticked))
        let next = shown.filter(wanted.contains)
        return next == ticked ? Next(self) : including { $0.copy(notes: false, chosenNotes: next) }
    }

    /// A ticked note that is in no list any more is gone: deleted, or of other days.
    fileprivate func stillThere() -> NextReport {
        guard let shown = notesShown else { return layOut() }
        let left = shown.map(\.entry).filter(chosenNotes.contains)
        return left == chosenNotes ? layOut() : including { $0.copy(chosenNotes: left) }
    }

    private var chosenNotes: [EntryId] { choices?.included.chosenNotes ?? [] }

    /// What is to be read before the ticks of single notes can be shown, or taken for what is still there.
    private var notesAsked: NotesOf? {
        notesShown == nil && notes.problem == nil && (notes.open || !chosenNotes.isEmpty) ? notesOf : nil
    }

    /// One at a time: a tick while pages are laid out or notes read waits, so that ten ticks are not ten reports. `first` is done
    /// before.
    fileprivate func layOut(_ first: ReportEffect? = nil) -> NextReport {
        func next(_ effect: ReportEffect?, _ change: (inout ReportState) -> Void) -> NextReport {
            NextReport(copy(change), all: [first, effect].compactMap { $0 })
        }
        if laying || notes.reading { return next(nil) { $0.behind = true } }
        if let madeAt = basis?.madeAt, let asked = notesAsked {
            return next(.listNotes(of: asked, madeAt: madeAt)) {
                $0.notes.reading = true
                $0.behind = false
            }
        }
        guard let options, options != laid?.options else { return next(nil) { $0.behind = false } }
        return next(.layOut(options)) {
            $0.laying = true
            $0.behind = false
        }
    }

    fileprivate func caughtUp() -> NextReport { behind ? layOut() : Next(self) }
}
