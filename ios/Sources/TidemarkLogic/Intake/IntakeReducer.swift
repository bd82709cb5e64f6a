//! The rules of the intake sheet: what is written makes a new version, and a tick is set once it is on disk.

import TidemarkBindings

private typealias NextIntake = Next<IntakeState, IntakeEffect>

public func reduce(_ state: IntakeState, _ event: IntakeEvent) -> Next<IntakeState, IntakeEffect> {
    switch event {
    case .shown: return Next(state, .read)
    case .read(let read):
        return Next(
            state.copy {
                $0.read = read
                $0.problem = nil
            })
    case .notRead(let problem): return Next(state.copy { $0.problem = problem })
    case .changed: return state.changed()
    case .typed(let field, let text): return state.typed(field, text)
    case .closed: return state.working ? Next(state) : state.copy { $0.form = nil }.kept()
    case .submitted: return state.submitted()
    case .reviewed: return state.reviewed()
    // Never held back by what is on its way: each tap counts, one after another.
    case .ticked(let field, let on):
        guard let newest = state.read?.newest else { return Next(state) }
        return Next(
            state.copy {
                $0.saved = nil
                $0.problem = nil
            }, .tick(id: newest.id, field: field, on))
    case .reverseTicked(let on): return state.copy { $0.reverse = on }.kept()
    case .signaturesTicked(let on): return state.copy { $0.signatures = on }.kept()
    case .versionOpened(let id):
        let earlier = state.read?.earlier ?? []
        return Next(state.copy { $0.openVersion = earlier.contains { $0.id == id } ? id : nil })
    case .undone: return state.takingBack()
    case .went(let way):
        if state.out.working || !SheetOut.ways.contains(way) || state.read?.newest == nil { return Next(state) }
        return Next(
            state.copy { $0.out = .onItsWay }, .send(reverse: state.reverse, signatures: state.signatures, way))
    case .written(let id, let at, let form): return state.written(IntakeState.Saved(id: id, at: at), form)
    case .notWritten(let problem, let form):
        let rules = state.read?.rules ?? []
        return Next(
            state.copy {
                $0.form = form ? state.form?.refused(problem, rules) : state.form
                $0.working = false
                // Where the form was left meanwhile, the screen says it.
                $0.problem = form && state.form != nil ? nil : problem
            })
    case .takenBack:
        return Next(
            state.copy {
                $0.working = false
                $0.saved = nil
                $0.problem = nil
            }, .read)
    case .sheetCame(let out): return Next(state.copy { $0.out = out })
    }
}

extension IntakeState {
    fileprivate func kept() -> NextIntake { Next(self, .keep(draft)) }

    fileprivate func changed() -> NextIntake {
        guard let read, form == nil else { return Next(self) }
        return copy {
            $0.form = RecordForm(read.newest?.id, before: read.newest?.shown ?? [:])
            $0.saved = nil
            $0.problem = nil
        }.kept()
    }

    fileprivate func typed(_ field: String, _ text: String) -> NextIntake {
        guard form != nil, !working, read?.rules.contains(where: { $0.name == field }) ?? false else { return Next(self) }
        return copy {
            $0.form?.texts[field] = text
            $0.form?.broken[field] = nil
            $0.form?.problem = nil
        }.kept()
    }

    fileprivate func submitted() -> NextIntake {
        guard let form, let read, !working else { return Next(self) }
        var broken = form.brokenBy(read.rules)
        // A version that says what the one before says is none; a first one that says nothing is none either.
        if broken.isEmpty, !form.touched {
            if form.id != nil { return copy { $0.form = nil }.kept() }
            broken = ["name": .needed]
        }
        let checked = copy {
            $0.form?.broken = broken
            $0.form?.problem = nil
        }
        return broken.isEmpty ? Next(checked.copy { $0.working = true }, .write(form.typed(read.rules))) : Next(checked)
    }

    /// Words that were begun while a tick was on its way stay in their form.
    fileprivate func written(_ saved: Saved, _ ofForm: Bool) -> NextIntake {
        let next = copy {
            if ofForm { $0.form = nil }
            $0.working = false
            $0.saved = saved
            $0.problem = nil
        }
        return ofForm ? Next(next, .keep(next.draft), .read) : Next(next, .read)
    }

    fileprivate func reviewed() -> NextIntake {
        guard let read, let newest = read.newest, !working, form == nil, newest.reviewedOn != read.today else { return Next(self) }
        return Next(
            copy {
                $0.working = true
                $0.saved = nil
                $0.problem = nil
            }, .review(id: newest.id))
    }

    fileprivate func takingBack() -> NextIntake {
        guard let saved, !working else { return Next(self) }
        return Next(
            copy {
                $0.working = true
                $0.problem = nil
            }, .takeBack(id: saved.id))
    }
}
