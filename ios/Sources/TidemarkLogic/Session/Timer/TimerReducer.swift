//! The rules of the timer.

import TidemarkBindings

private typealias NextTimer = Next<TimerState, TimerEffect>

public func reduce(_ state: TimerState, _ event: TimerEvent) -> Next<TimerState, TimerEffect> {
    switch event {
    case .shown: return Next(state, .read(sessionId: state.sessionId))
    case .ticked(let now): return Next(state.copy { $0.now = now })
    case .asked(let kind): return state.asked(kind)
    case .triedAgain: return state.sending.map { state.asked($0) } ?? Next(state, .read(sessionId: state.sessionId))
    case .finishAsked:
        if state.elapsedMin == nil { return Next(state.copy { $0.end = End(early: false, asksLength: true) }) }
        return state.finish(End(early: false))
    case .stopAsked:
        return Next(
            state.copy {
                $0.end = End(early: true, asksLength: state.elapsedMin == nil)
                $0.problem = nil
            })
    case .endTold(let end):
        return Next(
            state.copy {
                $0.end = end
                $0.problem = nil
            })
    case .ended:
        guard let end = state.end, end.canFinish else { return Next(state) }
        return state.finish(end)
    case .read(let session, let grounding, let now):
        return Next(
            state.copy {
                $0.session = session
                $0.grounding = grounding
                $0.now = now
                $0.problem = nil
                $0.over = $0.elsewhere
            })
    case .noted(let kind, let session):
        return Next(
            state.copy {
                $0.session = session
                $0.noted = kind
                $0.sending = nil
            })
    case .finished:
        return Next(
            state.copy {
                $0.over = true
                $0.working = false
            })
    case .refused(let problem):
        return Next(
            state.copy {
                $0.problem = problem
                $0.working = false
            })
    case .lengthAsked(let problem): return state.lengthAsked(problem)
    }
}

extension TimerState {
    fileprivate func asked(_ kind: MomentKind) -> NextTimer {
        Next(
            copy {
                $0.sending = kind
                $0.problem = nil
            }, .note(sessionId: sessionId, kind))
    }

    fileprivate func finish(_ told: End) -> NextTimer {
        if working { return Next(self) }
        return Next(
            copy {
                $0.end = told.early || told.asksLength ? told : nil
                $0.working = true
                $0.problem = nil
            }, .finish(sessionId: sessionId, told))
    }

    fileprivate func lengthAsked(_ problem: Problem) -> NextTimer {
        let told = end ?? End(early: false)
        // Asked once; a length that is not taken says why.
        return Next(
            copy {
                $0.working = false
                $0.end = told.copy { $0.asksLength = true }
                $0.problem = told.asksLength ? problem : nil
            })
    }
}
