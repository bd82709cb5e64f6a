import Testing
import TidemarkBindings

@testable import TidemarkLogic

/// "Saved" under a note says that this note is on disk, and no other.
@Suite("What is told right after a session")
struct AfterReducerTests {
    private let warm = Told().copy { $0.note = "warm" }
    private let sent: AfterState

    init() {
        let told = AfterState("s").copy { [warm] in $0.told = warm }
        sent = reduce(told, .toldAgain).state
    }

    @Test("a note that arrived as it stands is saved")
    func arrived() { #expect(reduce(sent, .toldWritten(at: evening, warm)).state.written == .saved(at: evening)) }

    @Test("words typed while the ones before were written are not called saved")
    func typedMeanwhile() {
        let typed = reduce(sent, .noteTyped("warm room")).state
        let arrived = reduce(typed, .toldWritten(at: evening, warm)).state
        #expect(arrived.written == .asRead)
        #expect(arrived.told.note == "warm room")
    }
}
