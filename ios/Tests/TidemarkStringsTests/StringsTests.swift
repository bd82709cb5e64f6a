import Testing
import TidemarkStrings

/// The words are the catalogue's (`core/findings/text/screens/session.toml`).
@Suite("The words of the screens")
struct StringsTests {
    @Test("English stands without a translation, its arguments filled in and its count choosing the form")
    func english() {
        let strings = Strings()
        #expect(strings.sessionSavedAt(time: "21:04") == "Saved 21:04")
        #expect(strings.sessionMinutes(n: 1) == "1 minute")
        #expect(strings.sessionMinutes(n: 0) == "0 minutes")
        // What is filled in is not looked at again.
        #expect(strings.sessionSavedAt(time: "{time}") == "Saved {time}")
        #expect(strings.named("part.style.swedish") == "Swedish")
        #expect(strings.named("part.style.none") == nil)
    }

    @Test("another language is asked for by the id, and given the arguments in the order of their places")
    func translated() {
        let strings = Strings { id, english, given in "\(id)|\(english)|\(given.map(\.name))|\(given.map(\.value))" }
        #expect(strings.sessionMinutes(n: 1) == #"session.minutes|{n} minute|["n"]|[TidemarkStrings.Given.count(1)]"#)
        #expect(strings.named("part.style.swedish") == "part.style.swedish|Swedish|[]|[]")
    }
}
