//! The rules of imports: a dry run first, with the counts of what is said on the screen; nothing is written before "Add" and all
//! or nothing then. What was said about a file stays until it is left.

import TidemarkBindings

private typealias NextImports = Next<ImportsState, ImportsEffect>

public func reduce(_ state: ImportsState, _ event: ImportsEvent) -> Next<ImportsState, ImportsEffect> {
    let next = state.next(event)
    let draft = next.state.draft
    return draft == state.draft ? next : NextImports(next.state, all: [.keep(draft)] + next.effects)
}

extension ImportsState {
    /// What the way back to the screen begins with: a file that is looked at, without what is on its way.
    var draft: ImportsState? {
        guard step == .columns || step == .look else { return nil }
        return copy {
            $0.past = nil
            $0.undo = nil
            $0.undone = nil
            $0.problem = nil
            $0.refused = nil
        }
    }

    fileprivate func next(_ event: ImportsEvent) -> NextImports {
        switch event {
        // A file that was being looked at is read again: the diary may have changed meanwhile.
        case .shown: return step == .look ? reading(.readPast) : Next(self, .readPast)
        case .fileAsked: return busy ? Next(self) : Next(copy { $0.undone = nil }, .chooseFile)
        case .fileChosen(let file): return begun.copy { $0.file = file }.reading()
        case .noFile: return Next(self)
        case .tableFound(let mapping):
            return Next(
                copy {
                    $0.step = .columns
                    $0.mapping = mapping
                })
        case .columnSet(let at, let use): return mapped { $0.set(at, use) }
        case .commaChosen(let comma): return mapped { $0.comma = comma }
        case .missingTyped(let text): return mapped { $0.missing = text }
        case .columnsGiven: return columnsGiven()
        case .columnsAsked: return columnsAsked()
        // No answer is the range that was typed, where there is one.
        case .nameAnswered(let name, let answer): return saying { $0.answers[name] = answer ?? ranges[name]?.answer }
        case .rangeTyped(let name, let typed): return ranged(name, typed)
        case .zoneTyped(let zone): return saying { $0.zone = zone }
        case .lookAsked: return step == .look ? reading() : Next(self)
        case .skipTicked(let on):
            return Next(step == .look ? copy { $0.choices = ImportChoices(skipRejected: on, restoreDeleted: choices.restoreDeleted) } : self)
        case .restoreTicked(let on):
            if step != .look { return Next(self) }
            return copy { $0.choices = ImportChoices(skipRejected: choices.skipRejected, restoreDeleted: on) }.reading()
        case .looked(let seen): return looked(seen)
        case .applyAsked: return applying()
        case .progressed(let progress): return Next(step == .applying ? copy { $0.progress = progress } : self)
        case .breakOffAsked: return step == .applying ? Next(copy { $0.breaking = true }, .breakOff(run: run)) : Next(self)
        case .applied(let counts):
            return Next(
                begun.copy {
                    $0.step = .done
                    $0.done = counts
                }, .readPast)
        case .stopped(let refused): return Next(stopped(refused))
        case .left: return busy ? Next(self) : Next(begun, .letGo)
        case .pastRead(let past):
            return Next(
                copy {
                    $0.past = past
                    $0.problem = nil
                })
        case .pastNotRead(let problem): return Next(copy { $0.problem = problem })
        case .undoAsked(let batchId): return undoAsked(batchId)
        case .undoConfirmed: return undoConfirmed()
        case .undoLeft:
            if undo?.working == true { return Next(self) }
            return Next(
                copy {
                    $0.undo = nil
                    $0.problem = nil
                })
        case .editedFound(let edited):
            return Next(
                copy {
                    $0.undo?.edited = edited
                    $0.undo?.working = false
                })
        case .undone(let undone):
            return Next(
                copy {
                    $0.undo = nil
                    $0.undone = undone
                    $0.done = nil
                    if step == .done { $0.step = .file }
                    $0.problem = nil
                }, .readPast)
        case .notUndone(let problem):
            return Next(
                copy {
                    $0.undo?.working = false
                    $0.problem = problem
                })
        }
    }

    private var busy: Bool { step == .reading || step == .applying || undo?.working == true }

    /// The beginning again; the list of before stays.
    private var begun: ImportsState {
        ImportsState().copy {
            $0.past = past
            $0.run = run
        }
    }

    private func reading(_ before: ImportsEffect...) -> NextImports {
        guard let file else { return NextImports(self, all: before) }
        let state = copy {
            $0.step = .reading
            $0.refused = nil
        }
        return NextImports(state, all: before + [.read(file, said, choices)])
    }

    private func mapped(_ change: (inout Mapping) -> Void) -> NextImports {
        guard step == .columns, var mapping else { return Next(self) }
        change(&mapping)
        return Next(
            copy {
                $0.mapping = mapping
                $0.refused = nil
            })
    }

    private func columnsGiven() -> NextImports {
        guard step == .columns, let mapping else { return Next(self) }
        let checked = copy { $0.mapping?.checked = true }
        guard mapping.faults.isEmpty, let toml = mapping.toml else { return Next(checked) }
        return checked.copy { $0.said.map = toml }.reading()
    }

    private func columnsAsked() -> NextImports {
        guard step == .look, mapping != nil else { return Next(self) }
        return Next(
            copy {
                $0.step = .columns
                $0.found = nil
                $0.refused = nil
            })
    }

    private func saying(_ change: (inout Said) -> Void) -> NextImports {
        guard step == .look else { return Next(self) }
        return Next(
            copy {
                change(&$0.said)
                $0.refused = nil
            })
    }

    /// A tick that leaves rows out was about those that were seen then: for more of them it is asked for again.
    private func looked(_ seen: Found) -> NextImports {
        let more = seen.preview.rejected > (found?.preview.rejected ?? 0)
        return Next(
            copy {
                $0.step = .look
                $0.found = seen
                $0.refused = nil
                if more { $0.choices = ImportChoices(skipRejected: false, restoreDeleted: choices.restoreDeleted) }
            })
    }

    private func ranged(_ name: String, _ typed: RangeTyped) -> NextImports {
        guard step == .look else { return Next(self) }
        return Next(
            copy {
                $0.ranges[name] = typed
                $0.said.answers[name] = typed.answer
                $0.refused = nil
            })
    }

    private func applying() -> NextImports {
        guard canApply else { return Next(self) }
        return Next(
            copy {
                $0.step = .applying
                $0.run = run + 1
                $0.progress = nil
                $0.breaking = false
                $0.refused = nil
            }, .apply(run: run + 1, choices))
    }

    /// Back to the step where something else can be said, or another file be chosen.
    private func stopped(_ refused: Refused) -> ImportsState {
        copy {
            $0.step = found != nil ? .look : mapping != nil ? .columns : .file
            $0.refused = refused
            $0.progress = nil
            $0.breaking = false
        }
    }

    private func undoAsked(_ batchId: String) -> NextImports {
        guard !busy, let batch = past?.first(where: { $0.batchId == batchId && !$0.undone }) else { return Next(self) }
        return Next(
            copy {
                $0.undo = Undo(batch: batch)
                $0.undone = nil
                $0.problem = nil
            })
    }

    private func undoConfirmed() -> NextImports {
        guard let undo, !undo.working else { return Next(self) }
        return Next(
            copy {
                $0.undo?.working = true
                $0.problem = nil
            }, .undo(batchId: undo.batch.batchId, keepEdited: undo.edited != nil))
    }
}
