import Foundation
import Testing
import TidemarkReplay

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
            let asked = line.firstMatch(of: /\bDate\(\)|\b(Date|ContinuousClock)\.now|TimeZone\.(current|autoupdatingCurrent)|Locale\.(current|autoupdatingCurrent)|UUID\(\)|\.random/)
            #expect(asked == nil, "\(name): \(line)")
        }
    }

    @Test("none writes a text, fixes a size of letters or leaves a tap without a button")
    func texts() {
        for (name, line) in lines where !name.hasSuffix("Previews.swift") && !name.hasPrefix("Previews/") {
            // Xcode takes a literal for a key to translate; what is put together says that it is none.
            #expect(line.replacing(#"Text("")"#, with: "").firstMatch(of: /\bText\("/) == nil, "\(name): \(line)")
            // A text that is written in place has two letters or more within its quotes, outside what is filled in.
            if let found = line.firstMatch(of: /\b(Text\(verbatim: |(Aside|Told|Heading|Section|Deed|FirstDeed|WayOut|Label)\()"([^"]*)"/) {
                let rest = String(found.3).replacing(/\\\([^"]*/, with: "")
                #expect(rest.filter(\.isLetter).count < 2, "\(name): \(line)")
            }
            #expect(line.firstMatch(of: /\.system\(size:|onTapGesture|\bButton\(/) == nil || name == "Form/Tap.swift", "\(name): \(line)")
        }
    }

    @Test("none reaches for what Linux's stand-in has beside Apple's names")
    func apple() {
        for (name, line) in lines { #expect(line.firstMatch(of: /\b(rendered|Mounted|Node|Element|Announced)\(|\.model\(/) == nil, "\(name): \(line)") }
    }

    /// Code without its comments.
    private var lines: [(String, String)] {
        sources.flatMap { name, source in
            source.split(separator: "\n").map { (name, String($0.prefix(upTo: $0.firstRange(of: "//")?.lowerBound ?? $0.endIndex))) }
        }
    }
}
