import Foundation
import Testing

/// The generator ignores keys of `uniffi.toml` that it does not know; each key is held to what it does to the source.
/// The names of the two modules are held by the package: it does not build without them.
@Suite("The generated source")
struct GeneratedSourceTests {
    let source: String

    init() throws {
        let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        source = try String(contentsOf: package.appending(path: "Generated/TidemarkBindings/TidemarkBindings.swift"), encoding: .utf8)
    }

    @Test("generate_immutable_records leaves no record with a field that can be set")
    func immutable() {
        let records = source.matches(of: /public struct (\w+): Equatable, Hashable \{(.*?)public init\(/.dotMatchesNewlines())
        let fields = Dictionary(uniqueKeysWithValues: records.map { (String($0.1), $0.2) })
        #expect(fields["Moment"]?.contains("public let epochMs: Int64") == true)
        #expect(fields["SessionDraft"]?.contains("public let ratings: [SessionRatingDraft]") == true)
        #expect(fields.filter { $0.value.contains("public var") }.keys.sorted() == [])
        // Every struct of ours is among those looked at; the others only convert.
        let structs = source.matches(of: /\npublic struct (\w+)/).map { String($0.1) }.filter { !$0.hasPrefix("FfiConverter") }
        #expect(Set(structs) == Set(fields.keys))
    }

    @Test("generate_case_iterable_conformance lists the values of each enum without values of its own")
    func listed() {
        #expect(source.contains("extension Modality: CaseIterable {}") || source.contains(/public enum Modality: [^{]*CaseIterable/))
        #expect(!source.contains(/enum FieldForm: [^{]*CaseIterable/))
    }

    @Test("docs cross with their units and ranges")
    func docs() {
        #expect(source.contains("Milliseconds since 1970-01-01 UTC, within the years 1900 to 2199."))
    }

    @Test("nothing is imported but Foundation and the C names")
    func imports() {
        let imports = source.matches(of: /\nimport (\w+)/).map { String($0.1) }
        #expect(Set(imports) == ["Foundation", "TidemarkFFI"])
    }

    @Test("everything that crosses may be sent between tasks")
    func sendable() {
        let types = source.matches(of: /\npublic\s+(?:struct|enum) (\w+)/).map { String($0.1) }.filter { !$0.hasPrefix("FfiConverter") }
        #expect(types.count > 30)
        #expect(types.filter { !source.contains("extension \($0): Sendable {}") } == [])
    }
}
