import Foundation
import Testing

@testable import TidemarkApp

@Suite("Questions to the person")
struct QuestionsTests {
    @Test("whoever asks gets the first answer, and later ones are not heard")
    func first() {
        let questions = Questions()
        let answer: Int? = questions.ask { asked in
            #expect(questions.asks)
            asked.answered(1)
            asked.answered(2)
        }
        #expect(answer == 1)
        #expect(!questions.asks)
    }

    @Test("an answer from another thread is waited for")
    func other() {
        let answer: String? = Questions().ask { asked in DispatchQueue.global().async { asked.answered("yes") } }
        #expect(answer == "yes")
    }

    @Test("a window that goes takes its answer with it")
    func gone() {
        let questions = Questions()
        let answer: Int? = questions.ask { _ in questions.gone() }
        #expect(answer == nil)
        #expect(!questions.asks)
    }

    @Test("a number is an address whole, and nothing of it begins another part")
    func numbers() {
        #expect(address("tel", "116 123")?.absoluteString == "tel:116123")
        #expect(address("sms", "+49 (0) 30-1")?.absoluteString == "sms:+49(0)30-1")
        #expect(address("tel", "*31#123")?.absoluteString == "tel:*31%23123")
        #expect(address("tel", "1;x=2?a=b&c/d")?.absoluteString == "tel:1%3Bx%3D2%3Fa%3Db%26c%2Fd")
        #expect(address("tel", " ") == nil)
    }

    @Test("copied text can be pasted for two minutes")
    func clipboard() {
        // 24 November 2026, 21:04 in Berlin, and 21:06; `date -u -d 2026-11-24T20:06Z +%s`.
        #expect(Clipboard.ends(1_795_550_640_000) == Date(timeIntervalSince1970: 1_795_550_760))
    }
}
