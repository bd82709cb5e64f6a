//! The rules of the ways out: one at a time, and what went is said only when it went.

public func reduce(_ state: ShareState, _ event: ShareEvent) -> Next<ShareState, ShareEffect> {
    switch event {
    case .shown: return Next(state, .list)
    case .listed(let leaves):
        return Next(
            state.copy {
                $0.leaves = leaves
                $0.problem = nil
            })
    case .formChosen(let form):
        if state.working { return Next(state) }
        return Next(
            state.copy {
                $0.form = form
                $0.sent = nil
                $0.problem = nil
            })
    case .passwordTyped(let password):
        return Next(
            state.copy {
                $0.password = password
                $0.problem = nil
            })
    case .passwordRepeated(let password):
        return Next(
            state.copy {
                $0.repeated = password
                $0.problem = nil
            })
    case .tablesTicked(let tables): return Next(state.copy { $0.tables = tables })
    case .went(let way): return state.went(way)
    case .handed(let sent):
        return Next(
            state.copy {
                $0.working = false
                $0.sent = sent
                $0.problem = nil
                $0.password = ""
                $0.repeated = ""
            })
    case .notHanded(let problem):
        return Next(
            state.copy {
                $0.working = false
                $0.sent = nil
                $0.problem = problem
            })
    }
}

extension ShareState {
    fileprivate func went(_ way: Way) -> Next<ShareState, ShareEffect> {
        if working || !form.ways.contains(way) || passwordProblem != nil { return Next(self) }
        return Next(
            copy {
                $0.working = true
                $0.sent = nil
                $0.problem = nil
            }, .send(form, way, password: password, tables))
    }
}
