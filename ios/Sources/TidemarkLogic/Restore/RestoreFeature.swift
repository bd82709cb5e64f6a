//! The rules of the way back: file, words, what is in it, and only then what to do with it.

import TidemarkBindings

public enum RestoreEvent: Hashable, Sendable {
    /// "Choose a file" was tapped.
    case fileAsked
    case wordsGiven(RecoveryWords)
    case wayChosen(RestoreState.Way)

    /// "Break off" was tapped while it is put in place.
    case breakOffAsked

    /// Back to choosing a file.
    case anotherAsked
    case fileChosen(ChosenFile)

    /// The person turned back.
    case noFile
    case opened(BackupContents)

    /// So far is the putting in place of that run.
    case progressed(run: Int, Progress)
    case stopped(RestoreState.Refused, shut: Bool = false)
    case restored(RestoreState.Done)
}

public enum RestoreEffect: Hashable, Sendable {
    case chooseFile
    case open(ChosenFile, RecoveryWords)
    case apply(run: Int, ChosenFile, RecoveryWords, RestoreState.Way)

    /// Breaks that applying off; done while it runs.
    case breakOff(run: Int)
}

/// The way back over `work`; `here` says whether a diary is in its place.
public func restoreFeature(_ work: RestoreWork, here: Bool) -> Feature<RestoreState, RestoreEvent, RestoreEffect> {
    Feature(
        RestoreState(here: here), shown: nil, reduce: { reduce($0, $1) }, perform: { work.perform($0) }, meanwhile: work.long.meanwhile,
        // One that runs is broken off while it runs, and not after it.
        atOnce: { if case .breakOff = $0 { true } else { false } })
}

private typealias NextRestore = Next<RestoreState, RestoreEffect>

/// The rules of the way back.
public func reduce(_ state: RestoreState, _ event: RestoreEvent) -> Next<RestoreState, RestoreEffect> {
    switch event {
    case .fileAsked: return state.step == .working ? Next(state) : Next(state, .chooseFile)
    case .fileChosen(let file):
        return Next(
            state.idle.copy {
                $0.step = .words
                $0.file = file
                $0.words = nil
                $0.contents = nil
                $0.refused = nil
            })
    case .noFile: return Next(state)
    case .wordsGiven(let words):
        guard let file = state.file, state.step == .words else { return Next(state) }
        return Next(
            state.idle.copy {
                $0.step = .working
                $0.words = words
                $0.refused = nil
            }, .open(file, words))
    case .opened(let contents):
        return Next(
            state.idle.copy {
                $0.step = .contents
                $0.contents = contents
            })
    case .wayChosen(let way): return state.chosen(way)
    case .progressed(let run, let progress):
        return Next(state.canBreakOff && run == state.run ? state.copy { $0.progress = progress } : state)
    case .breakOffAsked:
        guard state.canBreakOff, !state.breakingOff else { return Next(state) }
        return Next(state.copy { $0.breakingOff = true }, .breakOff(run: state.run))
    case .anotherAsked:
        return Next(
            RestoreState(here: state.here).copy {
                $0.shut = state.shut
                $0.run = state.run
            })
    case .stopped(let refused, let shut): return Next(state.stopped(refused, shut))
    case .restored(let done):
        return Next(
            state.idle.copy {
                $0.step = .done
                $0.done = done
                $0.words = nil
                $0.refused = nil
                $0.shut = true
            })
    }
}

extension RestoreState {
    /// Without what belongs to work that ended.
    fileprivate var idle: RestoreState {
        copy {
            $0.progress = nil
            $0.breakingOff = false
        }
    }

    fileprivate func chosen(_ way: Way) -> NextRestore {
        guard let file, let words, step == .contents else { return Next(self) }
        return Next(
            idle.copy {
                $0.step = .working
                $0.run = run + 1
                $0.refused = nil
            }, .apply(run: run + 1, file, words, way))
    }

    /// Back to the step where something else can be given: other words, another way, another file.
    fileprivate func stopped(_ refused: Refused, _ shut: Bool) -> RestoreState {
        idle.copy {
            $0.step = contents != nil ? .contents : refused == .wrongWords ? .words : .file
            $0.refused = refused
            $0.shut = self.shut || shut
        }
    }
}
