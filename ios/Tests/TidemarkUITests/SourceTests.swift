import Foundation
import Testing
import TidemarkReplay

/// Names of other apps are said as they are in every language.
private let appNames: Set = ["Daylio", "Bearable", "Track & Graph", "Loop Habit Tracker"]

/// What the compiler does not hold the views to.
@Suite("The sources of the views")
struct SourceTests {
    private let sources: [String: String]

    init() throws {
        let folder = top.appending(path: "ios/Sources/TidemarkUI")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        sources = Dictionary(
            uniqueKeysWithValues: try names.map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) })
    }

    @Test("none forces a value, an error or an end of the process")
    func unforced() {
        #expect(sources.count > 30)
        for (name, line) in lines {
            let forced = line.firstMatch(of: /[\w)\]]!(?!=)|\b(fatalError|precondition(Failure)?|assertionFailure|unowned|try!)\b/)
            #expect(forced == nil, "\(name): \(line)")
        }
    }

    @Test("each opens with what it answers")
    func opened() {
        for (name, source) in sources { #expect(source.hasPrefix("//! "), "\(name)") }
    }

    @Test("none asks for the time, the zone or chance: they are given")
    func given() {
        for (name, line) in lines {
            let asked = line.firstMatch(
                of:
                    /\bDate\(\)|\b(Date|ContinuousClock)\.now|TimeZone\.(current|autoupdatingCurrent)|Locale\.(current|autoupdatingCurrent)|UUID\(\)|\.random/
            )
            #expect(asked == nil, "\(name): \(line)")
        }
    }

    @Test("none writes a text, fixes a size of letters or leaves a tap without a button")
    func texts() {
        for (name, line) in lines where !name.hasSuffix("Previews.swift") && !name.hasSuffix("Sample.swift") && !name.hasPrefix("Previews/") {
            // Xcode takes a literal for a key to translate; what is put together says that it is none.
            #expect(line.replacing(#"Text("")"#, with: "").firstMatch(of: /\bText\("/) == nil, "\(name): \(line)")
            #expect(line.firstMatch(of: /\.system\(size:|onTapGesture|\bButton\(/) == nil || name == "Form/Tap.swift", "\(name): \(line)")
            // The patterns of days and times are the letters of Unicode's own notation.
            if !name.hasPrefix("Words/") {
                #expect(literals(line).filter { isText($0) && !appNames.contains($0) } == [], "\(name): \(line)")
            }
        }
    }

    @Test("a text written in place is told from a code, a symbol and what is filled in")
    func told() {
        #expect(literals(#"Ways("Care team", strings.care(), go)"#).filter(isText) == ["Care team"])
        #expect(literals(#"Aside("\(name("Now")) left over")"#).filter(isText) == ["Now", "· left over"])
        for code in [
            #"words.named("part.style.\(style.code)")"#, #"Image(systemName: "checkmark.square.fill")"#, #"Text(verbatim: "• \($0)")"#,
            #"said("what_helps", all.joined(separator: ", "))"#,
        ] { #expect(literals(code).filter(isText) == [], "\(code)") }
    }

    /// Two words, or one that begins with a capital: nothing that a code or the name of a symbol has.
    private func isText(_ literal: String) -> Bool {
        literal.firstMatch(of: /\p{L}{2,} \p{L}/) != nil || literal.firstMatch(of: /\p{Lu}\p{Ll}/) != nil
    }

    /// What stands within quotes, a dot in place of what is filled in; quotes within that count too.
    private func literals(_ line: String) -> [String] {
        var found: [String] = []
        var letters = Array(line)[...]
        func code(filledIn: Bool) {
            var depth = 0
            while let next = letters.popFirst() {
                if next == "\"" { quoted() }
                if next == "(" { depth += 1 }
                if next == ")" {
                    if filledIn, depth == 0 { return }
                    depth -= 1
                }
            }
        }
        func quoted() {
            var text = ""
            while let next = letters.popFirst(), next != "\"" {
                guard next == "\\" else {
                    text.append(next)
                    continue
                }
                if letters.popFirst() == "(" {
                    code(filledIn: true)
                    text.append("·")
                }
            }
            found.append(text)
        }
        code(filledIn: false)
        return found
    }

    @Test("none reaches for what Linux's stand-in has beside Apple's names")
    func apple() {
        for (name, line) in lines {
            #expect(line.firstMatch(of: /\b(rendered|Mounted|Node|Element|Announced)\(|\.model\(/) == nil, "\(name): \(line)")
        }
    }

    /// Code without its comments.
    private var lines: [(String, String)] {
        sources.flatMap { name, source in
            source.split(separator: "\n").map { (name, String($0.prefix(upTo: $0.firstRange(of: "//")?.lowerBound ?? $0.endIndex))) }
        }
    }
}
