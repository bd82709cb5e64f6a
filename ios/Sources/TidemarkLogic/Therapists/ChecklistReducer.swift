//! The rules of the checklist: an item is as it is on disk; what is typed stays in its form until it is.

import TidemarkBindings

private typealias NextChecklist = Next<ChecklistState, ChecklistEffect>

public func reduce(_ state: ChecklistState, _ event: ChecklistEvent) -> Next<ChecklistState, ChecklistEffect> {
    switch event {
    case .shown: return Next(state, .read)
    case .read(let therapist, let today):
        return Next(
            state.copy {
                $0.therapist = therapist
                $0.today = today
                $0.problem = nil
            })
    case .notRead(let problem): return Next(state.copy { $0.problem = problem })
    case .opened(let item): return state.opened(item)
    case .statusChosen(let status): return state.changed { $0.stands(status) }
    case .dayTyped(let text):
        return state.changed {
            $0.on = text
            $0.brokenDay = nil
        }
    case .howChosen(let how): return state.changed { $0.how = how }
    case .noteTyped(let text):
        return state.changed {
            $0.note = text
            $0.brokenNote = nil
        }
    case .closed: return state.working ? Next(state) : state.closing()
    case .submitted: return state.submitted()
    case .fitTyped(let text):
        if state.working { return Next(state) }
        return state.copy {
            $0.fit = text
            $0.problem = nil
        }.kept()
    case .fitSubmitted: return state.fitSubmitted()
    case .undone:
        if state.saved == nil || state.working { return Next(state) }
        return Next(
            state.copy {
                $0.working = true
                $0.problem = nil
            }, .takeBack)
    case .went(let way):
        if state.out.working || !SheetOut.ways.contains(way) { return Next(state) }
        return Next(state.copy { $0.out = .onItsWay }, .send(way))
    case .written(let at, let fit): return state.written(at, fit)
    case .notWritten(let problem):
        return Next(
            state.copy {
                $0.working = false
                $0.problem = problem
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

extension ChecklistState {
    private var drafts: ChecklistDrafts { ChecklistDrafts(draft: draft, fit: fit) }

    fileprivate func kept() -> NextChecklist { Next(self, .keep(drafts)) }

    fileprivate func closing() -> NextChecklist {
        copy {
            $0.draft = nil
            $0.problem = nil
        }.kept()
    }

    /// One item is open at a time; one that is open and touched is not left by a tap on another.
    fileprivate func opened(_ item: String) -> NextChecklist {
        guard let answer = therapist?.answers.first(where: { $0.item == item }), !working,
            draft.map({ $0.after == $0.before }) ?? true
        else { return Next(self) }
        return copy {
            $0.draft = AnswerDraft(answer)
            $0.problem = nil
        }.kept()
    }

    fileprivate func changed(_ change: (inout AnswerDraft) -> Void) -> NextChecklist {
        guard let draft, !working else { return Next(self) }
        return copy {
            $0.draft = draft.copy(change)
            $0.problem = nil
        }.kept()
    }

    fileprivate func submitted() -> NextChecklist {
        guard let draft, !working else { return Next(self) }
        // What is put back to not asked says nothing any more, whatever stands in its form.
        let after = draft.status == .notAsked ? draft.before.blank : draft.after
        let checked = draft.copy {
            $0.brokenDay = !after.on.isEmpty && CivilDay(after.on) == nil ? .noDay : nil
            $0.brokenNote = after.note.unicodeScalars.count > longestNote ? .tooLong(most: longestNote) : nil
        }
        if checked.brokenDay != nil || checked.brokenNote != nil { return Next(copy { $0.draft = checked }) }
        // Nothing was changed, so nothing is written.
        if draft.before == after || draft.before == draft.after { return closing() }
        return Next(
            copy {
                $0.draft = checked
                $0.working = true
                $0.saved = nil
                $0.problem = nil
            }, .write(after, empties: after.empties(draft.before)))
    }

    fileprivate func fitSubmitted() -> NextChecklist {
        guard let fit, !working, !fitTooLong else { return Next(self) }
        if !fitTouched { return copy { $0.fit = nil }.kept() }
        return Next(
            copy {
                $0.working = true
                $0.saved = nil
                $0.problem = nil
            }, .writeFit(filled(fit) ?? ""))
    }

    fileprivate func written(_ at: Moment, _ fit: Bool) -> NextChecklist {
        let next = copy {
            $0.working = false
            $0.saved = at
            $0.problem = nil
            if fit { $0.fit = nil } else { $0.draft = nil }
        }
        return Next(next, .keep(next.drafts), .read)
    }
}

extension AnswerDraft {
    /// Another answer has another day: the day of the former one goes, unless the person typed it.
    fileprivate mutating func stands(_ next: ChecklistStatus) {
        if next == status { return }
        if on == before.on, next != before.status {
            on = ""
        } else if on.isEmpty, next == before.status {
            on = before.on
        }
        status = next
    }
}

extension ItemAnswer {
    fileprivate var blank: ItemAnswer { ItemAnswer(item: item, question: question) }

    /// Whether something that `before` said is to be gone. The day of a question that was asked is today's when it is empty.
    fileprivate func empties(_ before: ItemAnswer) -> Bool {
        if status == .notAsked { return false }
        return how == nil && before.how != nil || note.isEmpty && !before.note.isEmpty
            || !status.asked && on.isEmpty && !before.on.isEmpty
    }
}
