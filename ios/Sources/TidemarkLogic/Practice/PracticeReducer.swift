//! The rules of the quick entry: one tap saves, and what was chosen stays until it is on disk.

private typealias NextPractice = Next<PracticeState, PracticeEffect>

public func reduce(_ state: PracticeState, _ event: PracticeEvent) -> Next<PracticeState, PracticeEffect> {
    switch event {
    case .shown: return Next(state, .read)
    case .read(let today, let kinds, let recent):
        return Next(
            state.copy {
                // A day that was typed stays; the one of the day before goes with its day.
                if state.day.isEmpty || state.day == state.today { $0.day = today }
                $0.today = today
                $0.kinds = kinds
                $0.recent = recent
                $0.problem = nil
            })
    case .notRead(let problem): return Next(state.copy { $0.problem = problem })
    case .minutesChosen(let minutes): return state.choosing { $0.minutes = minutes }
    case .dayTyped(let day): return state.choosing { $0.day = day }
    case .kindTapped(let kind): return state.tapped(kind)
    case .written(let saved):
        return Next(
            state.copy {
                $0.working = false
                $0.kind = nil
                $0.minutes = nil
                $0.day = state.today
                $0.saved = saved
                $0.problem = nil
            }, .read)
    case .notWritten(let problem), .notTakenBack(let problem):
        return Next(
            state.copy {
                $0.working = false
                $0.problem = problem
            })
    case .undone: return state.takingBack()
    case .takenBack:
        return Next(
            state.copy {
                $0.working = false
                $0.saved = nil
                $0.problem = nil
            }, .read)
    }
}

extension PracticeState {
    fileprivate func choosing(_ change: (inout PracticeState) -> Void) -> NextPractice {
        if working { return Next(self) }
        return Next(
            copy {
                change(&$0)
                $0.saved = nil
                $0.noDay = false
                $0.problem = nil
            })
    }

    fileprivate func tapped(_ kind: String) -> NextPractice {
        if working || !kinds.contains(kind) { return Next(self) }
        guard let on = filled(day), CivilDay(on) != nil else {
            return Next(
                copy {
                    $0.noDay = true
                    $0.saved = nil
                })
        }
        return Next(
            copy {
                $0.working = true
                $0.kind = kind
                $0.saved = nil
                $0.noDay = false
                $0.problem = nil
            }, .write(kind: kind, day: on, minutes: minutes))
    }

    fileprivate func takingBack() -> NextPractice {
        guard let saved, !working else { return Next(self) }
        return Next(
            copy {
                $0.working = true
                $0.problem = nil
            }, .takeBack(id: saved.id))
    }
}
