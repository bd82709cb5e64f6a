import Testing
import TidemarkBindings

@Suite("The texts that the core words")
struct CatalogueTests {
    let texts = catalogue()

    @Test("each has one id, some words and a note for translators")
    func each() {
        #expect(Set(texts.map(\.id)).count == texts.count)
        #expect(texts.count > 100)
        #expect(texts.filter { $0.text.isEmpty || $0.note.isEmpty }.map(\.id) == [])
    }

    @Test("one with a count has both its forms and names what counts")
    func counted() throws {
        let line = try #require(texts.first { $0.id == "period.line" })
        #expect(line.text == "{dates} ({days} days)")
        #expect(line.one == "{dates} ({days} day)")
        #expect(line.count == "days")
        #expect(texts.allSatisfy { ($0.count == nil) == ($0.one == nil) })
    }
}
