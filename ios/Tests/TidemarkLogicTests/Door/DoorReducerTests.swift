import Testing
import TidemarkBindings

@testable import TidemarkLogic

@Suite("The rules of the door by themselves")
struct DoorReducerTests {
    private static let whys: [Why] = [
        .shut, .turnedBack, .notNow, .noKey, .keyGone, .keyOrFile, .damaged, .missing, .newer, .other(.busy),
    ]

    private func isShut(_ effect: DoorEffect?) -> Bool {
        if case .shut(let diary) = effect { diary === noDiary } else { false }
    }

    private func isLook(_ effect: DoorEffect?) -> Bool {
        if case .look = effect { true } else { false }
    }

    @Test("no locked door makes a diary whatever happens", arguments: whys)
    func lockedMakesNone(why: Why) {
        let state = DoorState.locked(DoorState.Locked(why))
        for event: DoorEvent in [.begun(setUp: true), .wordsChecked(["a", "b"]), .notMade(.busy)] {
            let next = reduce(state, event)
            #expect(next.state == state)
            #expect(next.effects.isEmpty)
        }
    }

    @Test("every locked door offers to try again and the sealed files and none offers words for a newer diary", arguments: whys)
    func offers(why: Why) {
        #expect(Set<Offer>([.tryAgain, .export]).subtracting(why.offers).isEmpty)
        #expect(Why.newer.offers == [.tryAgain, .export])
    }

    @Test("an answer that comes under help is there when help is left")
    func underHelp() {
        let help = reduce(.starting, .helpAsked).state
        let answered = reduce(help, .notOpened(.notNow)).state
        #expect(answered == .help(back: .locked(DoorState.Locked(.notNow))))
        #expect(reduce(answered, .helpLeft).state == .locked(DoorState.Locked(.notNow)))
        // A second tap on Help leads to no second one.
        #expect(reduce(help, .helpAsked).state == help)
    }

    @Test("an open diary is shut before what is there is looked at anew")
    func shutFirst() {
        let effects = reduce(.open(DoorState.Open(noDiary)), .shown).effects
        #expect(effects.count == 2)
        #expect(isShut(effects.first))
        #expect(isLook(effects.last))
    }

    @Test("the lock shuts an open diary behind help too")
    func lockedBehindHelp() {
        let locked = reduce(.help(back: .open(DoorState.Open(noDiary))), .lockAsked)
        #expect(locked.effects.count == 1)
        #expect(isShut(locked.effects.first))
        #expect(locked.state == .help(back: .locked(DoorState.Locked(.shut))))
    }

    @Test(
        "a diary that opens too late is not left open behind another screen",
        arguments: [.restoring(here: true), .open(DoorState.Open(noDiary)), .mismatched] as [DoorState])
    func late(state: DoorState) {
        let late = reduce(state, .opened(noDiary))
        #expect(late.effects.count == 1)
        #expect(isShut(late.effects.first))
        #expect(late.state == state)
    }

    @Test("words are sent once while they are tried")
    func wordsOnce() {
        let asked = DoorState.locked(DoorState.Locked(.noKey).copy { $0.asks = .diary })
        let tried = reduce(asked, .wordsGiven(RecoveryWords("a")))
        guard tried.effects.count == 1, case .openWithWords(let words) = tried.effects.first else {
            Issue.record("the words were not tried")
            return
        }
        #expect(words == RecoveryWords("a"))
        #expect(reduce(tried.state, .wordsGiven(words)).effects.isEmpty)
    }

    @Test("a tap on begin makes one diary")
    func beginOnce() {
        let made = reduce(.noDiary(DoorState.NoDiary()), .begun(setUp: false))
        guard made.effects.count == 1, case .makeDiary(words: nil) = made.effects.first else {
            Issue.record("no diary is made")
            return
        }
        #expect(reduce(made.state, .begun(setUp: false)).effects.isEmpty)
    }
}
