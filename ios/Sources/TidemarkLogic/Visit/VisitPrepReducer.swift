//! The rules of the visit's page: a question is on disk before it joins the list, and stays in the field until then.

import TidemarkBindings

private typealias NextPrep = Next<VisitPrepState, VisitPrepEffect>

public func reduce(_ state: VisitPrepState, _ event: VisitPrepEvent) -> Next<VisitPrepState, VisitPrepEffect> {
    switch event {
    case .shown: Next(state, .read)
    case .read(let prep):
        Next(
            state.copy {
                $0.prep = prep
                $0.problem = nil
                // A question that is no longer there is written as a new one.
                if let at = state.draft.at, !prep.questions.indices.contains(at) { $0.draft.at = nil }
            })
    case .notRead(let problem): Next(state.copy { $0.problem = problem })
    case .typed(let text): state.writing(state.draft.copy { $0.text = text })
    case .submitted: state.submitted()
    case .changeAsked(let at):
        state.question(at).map { state.writing(QuestionDraft(text: $0, at: at)) } ?? Next(state)
    case .changeLeft: state.writing(QuestionDraft())
    case .removed(let at): state.removed(at)
    case .undone: state.takingBack()
    case .saved(let questions, let at, let clears): state.saved(questions, at, clears)
    case .notSaved(let problem):
        Next(
            state.copy {
                $0.working = false
                $0.saved = nil
                $0.problem = problem
            })
    case .takenBack:
        Next(
            state.copy {
                $0.working = false
                $0.undo = false
                $0.saved = nil
                $0.problem = nil
            }, .read)
    }
}

extension VisitPrepState {
    fileprivate func question(_ at: Int) -> String? {
        prep?.questions.enumerated().first { $0.offset == at }?.element
    }

    fileprivate func writing(_ draft: QuestionDraft) -> NextPrep {
        if working { return Next(self) }
        return Next(
            copy {
                $0.draft = draft
                $0.saved = nil
                $0.problem = nil
            }, .keep(draft))
    }

    fileprivate func submitted() -> NextPrep {
        guard let prep, let visit = prep.visit, !working, let text = filled(draft.text), !draft.tooLong else { return Next(self) }
        let questions: [String]
        if let at = draft.at {
            questions = prep.questions.enumerated().map { $0.offset == at ? text : $0.element }
        } else {
            guard hasRoom else { return Next(self) }
            questions = prep.questions + [text]
        }
        if questions == prep.questions { return writing(QuestionDraft()) }
        return Next(acting(), .save(visit: visit.id, questions, clears: true))
    }

    fileprivate func removed(_ at: Int) -> NextPrep {
        guard let prep, let visit = prep.visit, !working, question(at) != nil else { return Next(self) }
        let rest = prep.questions.enumerated().filter { $0.offset != at }.map(\.element)
        return Next(acting(), .save(visit: visit.id, rest, clears: draft.at != nil))
    }

    fileprivate func takingBack() -> NextPrep {
        guard let visit = prep?.visit, undo, !working else { return Next(self) }
        return Next(
            copy {
                $0.working = true
                $0.problem = nil
            }, .takeBack(visit: visit.id))
    }

    fileprivate func saved(_ questions: [String], _ at: Moment, _ clears: Bool) -> NextPrep {
        let draft = clears ? QuestionDraft() : draft
        return Next(
            copy {
                $0.prep?.questions = questions
                $0.draft = draft
                $0.working = false
                $0.saved = at
                $0.undo = true
                $0.problem = nil
            }, .keep(draft))
    }

    private func acting() -> VisitPrepState {
        copy {
            $0.working = true
            $0.saved = nil
            $0.undo = false
            $0.problem = nil
        }
    }
}
