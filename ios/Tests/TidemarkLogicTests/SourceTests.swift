import Foundation
import Testing
import TidemarkReplay

/// What the compiler does not hold the sources to.
@Suite("The sources of the logic")
struct SourceTests {
    private let sources: [String: String]
    private let errors: [String]

    init() throws {
        let folder = top.appending(path: "ios/Sources/TidemarkLogic")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        var read: [String: String] = [:]
        for name in names { read[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8) }
        sources = read
        let generated = try String(
            contentsOf: top.appending(path: "ios/Generated/TidemarkBindings/TidemarkBindings.swift"), encoding: .utf8)
        let body = try #require(generated.firstMatch(of: /\nenum DiaryError: .*?\{(.*?)\n\}\n/.dotMatchesNewlines())).1
        errors = body.matches(of: /\n    case (\w+)/).map { String($0.1) }
    }

    @Test("none forces a value, an error or an end of the process")
    func unforced() {
        #expect(sources.count > 10)
        for (name, source) in sources {
            for (at, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let code = line.prefix(upTo: line.firstRange(of: "//")?.lowerBound ?? line.endIndex)
                let forced = code.firstMatch(of: /[\w)\]]!(?!=)|\b(fatalError|precondition(Failure)?|assertionFailure|unowned)\b/)
                #expect(forced == nil, "\(name), line \(at + 1): \(line)")
            }
        }
    }

    @Test("each opens with what it answers")
    func opened() {
        for (name, source) in sources { #expect(source.hasPrefix("//! "), "\(name)") }
    }

    @Test("none asks for the time, the zone or chance: they are given")
    func given() {
        for (name, source) in sources {
            let asked = source.firstMatch(of: /\bDate\(\)|\b(Date|ContinuousClock)\.now|TimeZone\.(current|autoupdatingCurrent)|UUID\(\)|\.random/)
            #expect(asked == nil, "\(name)")
        }
    }

    // That each is there is the compiler's to say, as long as nothing stands for all the others.
    @Test("each error of the core has what a person can do about it, by its name")
    func everyError() throws {
        #expect(errors.count >= 40)
        let reply = try #require(sources["Reply.swift"])
        #expect(reply.firstMatch(of: /\bdefault\b|case _/) == nil)
        #expect(errors.filter { !reply.contains(".\($0)") } == [])
    }
}
