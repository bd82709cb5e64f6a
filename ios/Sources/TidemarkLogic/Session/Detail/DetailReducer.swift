//! The rules of a session that is told by hand: nothing is saved that lacks a part, and nothing goes at one tap.

import TidemarkBindings

private typealias NextDetail = Next<DetailState, DetailEffect>

public func reduce(_ state: DetailState, _ event: DetailEvent) -> Next<DetailState, DetailEffect> {
    switch event {
    case .shown: state.shown()
    case .read(let session):
        Next(
            state.copy {
                $0.session = session
                $0.form = state.form ?? session.openForm
                $0.problem = nil
            })
    case .begun(let form, let questions):
        Next(
            state.copy {
                $0.form = state.form ?? form
                $0.questions = questions
                $0.problem = nil
            })
    case .changeAsked:
        Next(
            state.copy {
                $0.form = state.session?.form
                $0.saved = false
            })
    case .filled(let form):
        Next(
            state.copy {
                $0.form = form
                $0.problem = nil
                $0.overlaps = false
                $0.saved = false
            })
    case .saveAsked(let anyway): state.keeping(anyway)
    case .deleteAsked(let sure): state.deleting(sure)
    case .deleteTakenBack: Next(state.copy { $0.deleteAsked = false })
    case .saved(let session):
        Next(
            DetailState(session.id).copy {
                $0.session = session
                $0.saved = true
            })
    case .overlaps:
        Next(
            state.copy {
                $0.overlaps = true
                $0.saving = false
            })
    case .deleted: Next(state.copy { $0.deleted = true })
    case .refused(let problem):
        Next(
            state.copy {
                $0.problem = problem
                $0.saving = false
                $0.deleteAsked = false
            })
    }
}

extension DetailState {
    fileprivate func shown() -> NextDetail {
        if deleted { return Next(self) }
        return Next(self, sessionId.map { .read(sessionId: $0) } ?? .begin)
    }

    fileprivate func keeping(_ anyway: Bool) -> NextDetail {
        guard let form, form.lacks == nil, !saving else { return Next(self) }
        return Next(
            copy {
                $0.saving = true
                $0.overlaps = false
                $0.problem = nil
            }, session.map { .change($0, form) } ?? .add(form, questions, anyway: anyway))
    }

    fileprivate func deleting(_ sure: Bool) -> NextDetail {
        guard let sessionId else { return Next(self) }
        return sure && deleteAsked ? Next(self, .delete(sessionId: sessionId)) : Next(copy { $0.deleteAsked = true })
    }
}

extension Session {
    /// One that was planned is told at once; one that is over is looked at first.
    fileprivate var openForm: DetailState.Form? { status == .planned ? form.copy { $0.status = .held } : nil }

    var form: DetailState.Form {
        DetailState.Form(
            date: wallDate(startedAt), time: wallTime(startedAt),
            minutes: (actualMin ?? choices.minutes).map { String($0) } ?? ""
        ).copy {
            $0.status = status
            $0.choices = choices
            $0.pressureFelt = told.pressureFelt
            $0.reason = reason ?? ""
            $0.note = told.note
        }
    }
}
