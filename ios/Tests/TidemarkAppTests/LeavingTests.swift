import Testing
import TidemarkLogic

@testable import TidemarkApp

@Suite("Away from the screen")
struct LeavingTests {
    /// Whether it locks, having left and come back at these seconds.
    private func locks(left: [Int], asking: Bool = false, back: Int) -> Bool {
        var leaving = Leaving()
        for second in left { leaving.left(at: .seconds(second), asking: asking) }
        return leaving.locks(at: .seconds(back))
    }

    @Test("a minute away locks, and a second less does not")
    func minute() {
        #expect(!locks(left: [10], back: 69))
        #expect(locks(left: [10], back: 70))
    }

    @Test("while a window of the system asks it is ten minutes")
    func asking() {
        #expect(!locks(left: [0], asking: true, back: 599))
        #expect(locks(left: [0], asking: true, back: 600))
    }

    @Test("it was away since it left first, whatever is said in between")
    func first() { #expect(locks(left: [0, 50], back: 60)) }

    @Test("who never left is not locked out, and who came back is asked once")
    func once() {
        #expect(!locks(left: [], back: 900))
        var leaving = Leaving()
        leaving.left(at: .zero, asking: false)
        let (first, second) = (leaving.locks(at: .seconds(60)), leaving.locks(at: .seconds(2000)))
        #expect(first && !second)
    }
}

@Suite("Where the app is led")
@MainActor
struct LeadTests {
    @Test("what was asked for before there was a window comes once there is one, and only once")
    func early() {
        let lead = Lead()
        lead.to(.visitPrep)
        lead.to(.backup)
        var places: [Place?] = []
        lead.watcher = { places.append($0) }
        #expect(places == [.backup])
        lead.watcher = { places.append($0) }
        #expect(places == [.backup])
        lead.to(.sessions)
        #expect(places == [.backup, .sessions])
    }
}
