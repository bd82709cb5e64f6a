import Foundation
import Testing
import TidemarkBindings
import TidemarkReplay

/// The shared cases (`tests/cases`) over the generated Swift. What a case is, is in `tests/cases/README.md`.
@Suite("The shared cases")
struct CasesTests {
    @Test("every case holds over the generated Swift")
    func every() throws {
        let files = try jsonFiles("tests/cases")
        #expect(files.count >= 7, "the cases are not where they were")
        for file in files {
            let case_ = try JSONDecoder().decode(JSON.self, from: Data(contentsOf: file))
            try replay(file.deletingPathExtension().lastPathComponent, case_)
        }
    }

    private func replay(_ name: String, _ case_: JSON) throws {
        let folder = try Folder()
        let phone = Phone(folder: folder, top: top)
        var ids: [String: String] = [:]
        var lines = ""
        for (at, step) in case_["steps"].items.enumerated() {
            guard step["but"]["swift"] == .null, let call = step["call"].string else {
                lines += "null\n"
                continue
            }
            let answer: JSON
            do {
                let done = try phone.call(call, resolved(step["with"], ids))
                if let kept = step["as"].string, let id = done.id { ids["$" + kept] = id }
                answer = done.answer
                let wanted = step["answer"]
                #expect(
                    step["error"] == .null && wanted.isHeld(by: answer),
                    "\(name), step \(at + 1) (\(call)): wanted \(wanted.line) or \(step["error"].line), got \(answer.line)"
                )
            } catch let error as DiaryError {
                answer = .object(["error": .text(errorClass(error))])
                let said = answer["error"]
                #expect(said == step["error"], "\(name), step \(at + 1) (\(call)): wanted \(step["answer"].line), got \(error)")
            }
            lines += answer.line + "\n"
        }
        let out = top.appending(path: "ios/Generated/cases/swift")
        try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
        try Data(lines.utf8).write(to: out.appending(path: name + ".jsonl"))
    }

    /// The arguments with ids in place of their names.
    private func resolved(_ with: JSON, _ ids: [String: String]) -> JSON {
        switch with {
        case .text(let text): .text(ids[text] ?? text)
        case .list(let items): .list(items.map { resolved($0, ids) })
        case .object(let fields): .object(fields.mapValues { resolved($0, ids) })
        default: with
        }
    }
}

/// The name of the variant in snake case.
private func errorClass(_ error: DiaryError) -> String {
    let name = Mirror(reflecting: error).children.first?.label ?? "\(error)"
    var snake = ""
    for letter in name {
        if letter.isUppercase, !snake.isEmpty { snake += "_" }
        snake += letter.lowercased()
    }
    return snake
}
