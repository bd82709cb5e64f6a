import Testing
import TidemarkBindings

@testable import TidemarkLogic

/// What a script cannot time: how far a file is, and breaking it off.
@Suite("The rules of a backup that is being written")
struct BackupReducerTests {
    private typealias Next = TidemarkLogic.Next<BackupState, BackupEffect>
    private let some = TidemarkLogic.Progress(done: 1, total: 9)

    private func after(_ events: BackupEvent...) -> BackupState { events.reduce(BackupState()) { reduce($0, $1).state } }

    @Test("it tells how far it is, and a file that was left says nothing about the next one")
    func progress() {
        let writing = after(.saveAsked)
        #expect(writing.saving == .writing(run: 1))
        #expect(reduce(writing, .progressed(run: 1, some)).state.saving == .writing(run: 1, progress: some))
        let second = after(.saveAsked, .brokenOff, .saveAsked)
        #expect(second.saving == .writing(run: 2))
        #expect(reduce(second, .progressed(run: 1, some)) == Next(second))
        let over = after(.saveAsked, .turnedBack)
        #expect(reduce(over, .progressed(run: 1, some)) == Next(over))
    }

    @Test("it is broken off once, by its number, and only while it is written")
    func brokenOff() {
        #expect(reduce(BackupState(), .breakOffAsked) == Next(BackupState()))
        let writing = after(.saveAsked, .brokenOff, .saveAsked, .progressed(run: 2, some))
        let asked = reduce(writing, .breakOffAsked)
        #expect(asked.effects == [.breakOff(run: 2)])
        #expect(asked.state.saving == .writing(run: 2, progress: some, breakingOff: true))
        #expect(reduce(asked.state, .breakOffAsked) == Next(asked.state))
        #expect(reduce(asked.state, .saveAsked) == Next(asked.state))
        // What is on its way still says how far it is.
        let last = TidemarkLogic.Progress(done: 2, total: 9)
        #expect(reduce(asked.state, .progressed(run: 2, last)).state.saving == .writing(run: 2, progress: last, breakingOff: true))
    }

    @Test("one copy at a time, and nothing is chosen or left while it is on its way")
    func copying() {
        let copies = Copies(folder: "A", latest: nil, failed: true)
        let known = after(.read(daysSince: nil, waiting: false, copies: copies))
        let asked = reduce(known, .copyNowAsked)
        #expect(asked.effects == [.copyInto] && asked.state.copying)
        for event in [BackupEvent.copyNowAsked, .folderAsked, .copiesLeft] { #expect(reduce(asked.state, event) == Next(asked.state)) }
        let copied = reduce(asked.state, .copied(.copied))
        #expect(copied.effects == [.read] && !copied.state.copying && copied.state.copies?.failed == false)
        // Turned back, the folder of before stays.
        let back = reduce(reduce(known, .folderAsked).state, .folderChosen(nil))
        #expect(back == Next(known))
        let other = reduce(reduce(known, .folderAsked).state, .folderChosen("B"))
        #expect(other.effects == [.copyInto] && other.state.copies == Copies(folder: "B", latest: nil, failed: false))
    }

    @Test("while words wait to be shown no folder is asked for")
    func waiting() {
        let waiting = after(.read(daysSince: nil, waiting: true))
        #expect(!waiting.offersCopies)
        #expect(reduce(waiting, .folderAsked) == Next(waiting))
        #expect(after(.read(daysSince: nil, waiting: false)).offersCopies)
    }
}
