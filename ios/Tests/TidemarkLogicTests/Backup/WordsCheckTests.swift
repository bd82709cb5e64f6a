import Testing
import TidemarkBindings

@testable import TidemarkLogic

@Suite("The words that are asked for again")
struct WordsCheckTests {
    private let words = RecoveryWords("ocean timber velvet anchor maple silent river")

    @Test("two different places are asked for at any moment and not the same two each time")
    func places() {
        let asked = (0..<200).map { WordsCheck.of(words, Moment(epochMs: $0 * 1000, offsetS: 0, zoneId: nil)).asked }
        #expect(asked.filter { $0.count != 2 || $0[0] >= $0[1] || $0[0] < 1 || $0[1] > 7 } == [])
        // Of 21 pairs of seven places.
        #expect(Set(asked).count == 21)
    }

    @Test("one word or none is no reason to end: the first is asked for")
    func few() {
        #expect(WordsCheck.of(RecoveryWords("ocean"), evening).asked == [1])
        #expect(WordsCheck.of(RecoveryWords(" "), evening).asked == [1])
        #expect(WordsCheck.of(RecoveryWords(""), evening).others([]) == [1])
    }

    @Test("large letters and spaces do not count and another word does")
    func others() {
        let check = WordsCheck(words: words, asked: [3, 6])
        #expect(check.others([" Velvet", "SILENT "]) == [])
        #expect(check.others(["velvet", "silence"]) == [6])
        #expect(check.others(["silent", "velvet"]) == [3, 6])
        #expect(check.others([]) == [3, 6])
    }

    @Test("words say nothing in a log")
    func silent() {
        let check = WordsCheck(words: words, asked: [3, 6])
        #expect("\(check)" == "WordsCheck(words: RecoveryWords, asked: [3, 6], wrong: [])")
        var dumped = ""
        dump(BackupEffect.changeWords(present: words, new: words), to: &dumped)
        dumped += String(reflecting: WordsState.new(present: words, check)) + String(describing: DoorEvent.wordsGiven(words))
        #expect(dumped.contains("RecoveryWords"))
        #expect(words.each.filter { dumped.contains($0) } == [])
    }
}
