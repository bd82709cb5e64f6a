//! The rules of the door. An event that does not fit what is on the screen changes nothing: a late answer opens no other door.

private typealias NextDoor = Next<DoorState, DoorEffect>

/// The rules of the door.
public func reduce(_ state: DoorState, _ event: DoorEvent) -> Next<DoorState, DoorEffect> {
    switch event {
    case .shown: return state.looked()
    case .helpAsked:
        if case .help = state { return Next(state) }
        return Next(.help(back: state))
    case .helpLeft:
        guard case .help(let back) = state else { return Next(state) }
        return Next(back)
    case .restoreAsked: return Next(state.restoring)
    case .lockAsked: return state.locked()
    case .setUpLeft(let place):
        guard case .open(let open) = state else { return Next(state) }
        return Next(
            .open(
                open.copy {
                    $0.setUp = false
                    $0.start = place
                }))
    default:
        // What is under Help goes on while it is read.
        guard case .help(let back) = state else { return state.answered(event) }
        return back.answered(event).underHelp
    }
}

extension Next where State == DoorState {
    /// The same, with Help over it.
    fileprivate var underHelp: Next { Next(.help(back: state), all: effects) }
}

extension DoorState {
    /// Whatever stands in front of it: an open diary is shut.
    fileprivate func locked() -> NextDoor {
        switch self {
        case .open(let open): Next(.locked(Locked(.shut)), .shut(open.diary))
        case .help(let back): back.locked().underHelp
        default: Next(self)
        }
    }

    fileprivate func looked() -> NextDoor {
        switch self {
        case .open(let open): Next(.starting, .shut(open.diary), .look)
        case .locked(let locked):
            Next(
                .locked(
                    locked.copy {
                        $0.working = true
                        $0.notice = nil
                        $0.wrongWords = false
                    }), .look)
        case .help(let back): back.looked().underHelp
        default: Next(.starting, .look)
        }
    }

    fileprivate var restoring: DoorState {
        switch self {
        case .noDiary: .restoring(here: false)
        case .locked: .restoring(here: true)
        default: self
        }
    }

    fileprivate func answered(_ event: DoorEvent) -> NextDoor {
        switch self {
        case .starting: return Next(begun(event) ?? self)
        case .noDiary(let none): return none.made(event)
        case .locked(let locked): return locked.opened(event)
        default:
            // A diary that opens too late is on no screen; it is not left open behind one.
            if case .opened(let diary, _) = event { return Next(self, .shut(diary)) }
            return Next(self)
        }
    }
}

/// What is found there, as a state; none when the event is no finding.
private func begun(_ event: DoorEvent) -> DoorState? {
    switch event {
    case .notMatched: .mismatched
    case .nothingHere: .noDiary(DoorState.NoDiary())
    case .notOpened(let why): .locked(DoorState.Locked(why))
    case .opened(let diary, let day): .open(DoorState.Open(diary).copy { $0.snapshotOf = day })
    default: nil
    }
}

extension DoorState.NoDiary {
    fileprivate func made(_ event: DoorEvent) -> NextDoor {
        switch event {
        case .begun(let setUp):
            if making { return stays() }
            return stays(.makeDiary(words: nil)) {
                $0.making = true
                $0.setUp = setUp
                $0.problem = nil
            }
        case .wordsFirst(let check):
            return stays {
                $0.making = false
                $0.words = check
            }
        case .wordsChecked(let typed): return checked(typed)
        case .wordsLeft: return stays { $0.words = nil }
        case .notMade(let problem):
            return stays {
                $0.making = false
                $0.problem = problem
            }
        case .opened(let diary, _): return Next(.open(DoorState.Open(diary).copy { $0.setUp = setUp }))
        case .notOpened(let why): return Next(.locked(DoorState.Locked(why)))
        default: return stays()
        }
    }

    private func checked(_ typed: [String]) -> NextDoor {
        guard let check = words, !making else { return stays() }
        let marked = check.copy { $0.wrong = check.others(typed) }
        if !marked.wrong.isEmpty { return stays { $0.words = marked } }
        return stays(.makeDiary(words: check.words)) {
            $0.making = true
            $0.words = marked
            $0.problem = nil
        }
    }

    private func stays(_ effect: DoorEffect? = nil, _ change: (inout Self) -> Void = { _ in }) -> NextDoor {
        Next(.noDiary(copy(change)), all: [effect].compactMap { $0 })
    }
}

extension DoorState.Locked {
    fileprivate func opened(_ event: DoorEvent) -> NextDoor {
        switch event {
        case .wordsAsked:
            stays {
                $0.asks = .diary
                $0.wrongWords = false
                $0.notice = nil
            }
        case .wordsLeft:
            stays {
                $0.asks = nil
                $0.wrongWords = false
            }
        case .wordsGiven(let words): given(words)
        case .snapshotAsked: works(.openSnapshot(words: nil))
        case .snapshotNeedsWords:
            stays {
                $0.working = false
                $0.asks = .snapshot
                $0.wrongWords = false
            }
        case .exportAsked: works(.export)
        case .wordsWrong:
            stays {
                $0.working = false
                $0.wrongWords = true
            }
        case .noticed(let notice):
            stays {
                $0.working = false
                $0.notice = notice
            }
        // The form stays open while the reason is shown, so that what was typed is not typed twice.
        case .notOpened(let why):
            Next(.locked(DoorState.Locked(why).copy { $0.asks = why.offers.contains(.words) ? asks : nil }))
        case .nothingHere: Next(.noDiary(DoorState.NoDiary()))
        case .notMatched: Next(.mismatched)
        case .opened(let diary, let day): Next(.open(DoorState.Open(diary).copy { $0.snapshotOf = day }))
        default: stays()
        }
    }

    private func given(_ words: RecoveryWords) -> NextDoor {
        guard let asks, !working else { return stays() }
        let effect: DoorEffect =
            switch asks {
            case .diary: .openWithWords(words)
            case .snapshot: .openSnapshot(words: words)
            }
        return works(effect) { $0.wrongWords = false }
    }

    private func works(_ effect: DoorEffect, _ change: (inout Self) -> Void = { _ in }) -> NextDoor {
        stays(effect) {
            $0.working = true
            $0.notice = nil
            change(&$0)
        }
    }

    private func stays(_ effect: DoorEffect? = nil, _ change: (inout Self) -> Void = { _ in }) -> NextDoor {
        Next(.locked(copy(change)), all: [effect].compactMap { $0 })
    }
}
