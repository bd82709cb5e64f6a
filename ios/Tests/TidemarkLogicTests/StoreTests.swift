import Testing

@testable import TidemarkLogic

@MainActor
@Suite("The running of a screen")
struct StoreTests {
    /// Keeps what is to be run until the test says so.
    @MainActor
    private final class Queue {
        var waiting: [@MainActor () -> Void] = []

        func runOne() { waiting.removeFirst()() }
    }

    private let work = Queue()
    private let home = Queue()

    // An event adds its number; an even one asks for an effect, which answers with the number plus one.
    private func store(_ performed: @escaping @MainActor (Int) -> Void = { _ in }) -> Store<[Int], Int, Int> {
        let feature = Feature<[Int], Int, Int>(
            [], shown: nil,
            reduce: { state, event in
                event.isMultiple(of: 2) ? TidemarkLogic.Next(state + [event], event) : TidemarkLogic.Next(state + [event])
            },
            perform: { effect in
                MainActor.assumeIsolated { performed(effect) }
                return effect + 1
            })
        return Store(
            feature,
            work: { [work] act in MainActor.assumeIsolated { work.waiting.append { act() } } },
            home: { [home] act in MainActor.assumeIsolated { home.waiting.append(act) } })
    }

    @Test("the answer of an effect is reduced before the next effect runs")
    func inOrder() {
        let store = store()
        var told: [[Int]] = []
        store.watcher = { told.append($0) }
        store.send(2)
        store.send(4)
        #expect(work.waiting.count == 1)
        work.runOne()
        #expect(work.waiting.isEmpty)
        home.runOne()
        #expect(store.state == [2, 4, 3])
        #expect(store.working)
        work.runOne()
        home.runOne()
        #expect(store.state == [2, 4, 3, 5])
        #expect(!store.working)
        #expect(told == [[2], [2, 4], [2, 4, 3], [2, 4, 3, 5]])
    }

    @Test("what waits when the screen goes is done all the same")
    func gone() {
        var performed: [Int] = []
        weak var kept: Store<[Int], Int, Int>?
        do {
            let store = store { performed.append($0) }
            kept = store
            store.send(2)
            store.send(4)
        }
        for _ in 0..<2 {
            work.runOne()
            home.runOne()
        }
        #expect(performed == [2, 4])
        #expect(kept == nil)
    }

    @Test("an effect is heard while it runs, and what is about it does not wait for it")
    func meanwhile() {
        let meanwhile = Meanwhile<String>()
        var done: [String] = []
        let perform: @MainActor (String) -> String? = { effect in
            done.append(effect)
            if effect == "long" { meanwhile.tell("half") }
            return effect == "long" ? "long done" : nil
        }
        let feature = Feature<[String], String, String>(
            [], shown: nil,
            reduce: { state, event in
                event.hasPrefix("do ") ? TidemarkLogic.Next(state + [event], String(event.dropFirst(3))) : TidemarkLogic.Next(state + [event])
            },
            perform: { effect in MainActor.assumeIsolated { perform(effect) } }, meanwhile: meanwhile, atOnce: { $0 == "stop" })
        let store = Store(
            feature,
            work: { [work] act in MainActor.assumeIsolated { work.waiting.append { act() } } },
            home: { [home] act in MainActor.assumeIsolated { home.waiting.append(act) } })
        store.send("do long")
        store.send("do next")
        // Done before the long one has begun, and before what waits.
        store.send("do stop")
        #expect(done == ["stop"])
        work.runOne()
        home.runOne()
        #expect(store.state == ["do long", "do next", "do stop", "half"])
        #expect(work.waiting.isEmpty)
        home.runOne()
        #expect(store.state.last == "long done")
        work.runOne()
        #expect(done == ["stop", "long", "next"])
    }
}
