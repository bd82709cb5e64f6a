//! The door in each of its states: the first page, and the lock.

#if DEBUG
    import SwiftUI

    @testable import TidemarkLogic

    struct WelcomePreviews: PreviewProvider {
        static var previews: some View {
            Looks { screen($0, DoorState.NoDiary()) }
            screen("Loading", DoorState.NoDiary().copy { $0.making = true })
            screen("Words first", words)
            screen("Error", DoorState.NoDiary().copy { $0.problem = .storageFull })
        }

        static let words = DoorState.NoDiary().copy { $0.words = Sample.check.copy { $0.wrong = [6] } }

        static func screen(_ name: String, _ state: DoorState.NoDiary) -> some View {
            Pictured(name, title: { $0.strings.onboardingTitle() }) { WelcomeView(state, { _ in }) }
        }
    }

    struct LockPreviews: PreviewProvider {
        static var previews: some View {
            screen("Shut", DoorState.Locked(.shut))
            screen("Loading", DoorState.Locked(.shut).copy { $0.working = true })
            screen("No key", DoorState.Locked(.noKey))
            screen("Words", words)
            screen("Trying words", words.copy { $0.working = true })
            Looks { screen($0, damaged) }
            screen("Key or file", DoorState.Locked(.keyOrFile).copy { $0.notice = .noSnapshot })
            screen("Newer", DoorState.Locked(.newer))
            screen("Error", DoorState.Locked(.other(.storageFull)).copy { $0.notice = .refused(.busy) })
        }

        static let words = DoorState.Locked(.keyGone).copy {
            $0.asks = .diary
            $0.wrongWords = true
        }
        static let damaged = DoorState.Locked(.damaged).copy { $0.notice = .exported }

        static func screen(_ name: String, _ state: DoorState.Locked) -> some View {
            Pictured(name, title: { $0.strings.lockTitle() }) { LockView(state, { _ in }) }
        }
    }

    extension Sample {
        static let recovery = RecoveryWords("ocean timber velvet anchor maple silent river")
        static let check = WordsCheck(words: recovery, asked: [3, 6])
    }
#endif
