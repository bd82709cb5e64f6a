//! What every screen owes to fingers, large fonts and screen readers, and that its words are the catalogue's.

import SwiftUI
import Testing
import TidemarkStrings

@testable import TidemarkUI

/// Words of the catalogue in brackets, so that any other stands out.
let bracketed = Words(strings: Strings { id, english, given in "⟦\(Strings.english(id, english, given))⟧" })

/// A view as it stands with these words.
@MainActor
func bracketing(_ view: some View) -> Node { rendered(view, in: .model { $0.words = bracketed }) }

extension Node {
    /// The previews of a provider, each under its name.
    var previews: [(name: String, node: Node)] { children.map { ($0.given("preview") ?? "", $0) } }
}

@MainActor
func expectAccessible(_ node: Node, _ name: String) {
    let elements = node.elements
    #expect(!elements.isEmpty, "\(name) is empty")
    #expect(elements.contains { $0.traits.contains(.isHeader) && !$0.label.isEmpty }, "\(name) has no heading")
    for element in elements {
        #expect(!element.label.trimmingCharacters(in: .whitespaces).isEmpty, "\(name): \(element.kind) without a name")
        guard element.isControl else { continue }
        #expect(element.minHeight ?? 0 >= 44, "\(name): \(element.label) may be lower than 44 points")
        if element.kind == "Button" { #expect(element.minWidth ?? 0 >= 44, "\(name): \(element.label) may be narrower than 44 points") }
    }
    // A gesture that no screen reader or switch finds.
    #expect(!node.all.contains { $0.has("onTapGesture") }, "\(name) hides a tap")
}

/// At the largest letters nothing is kept to one line or made smaller.
@MainActor
func expectRoom(_ node: Node, _ name: String) {
    for one in node.all where one.kind == "Text" {
        #expect(one.given("lineLimit") != "1", "\(name): \(one.text ?? "") may be cut")
        #expect(!one.has("minimumScaleFactor"), "\(name): \(one.text ?? "") may shrink")
    }
}

/// Words that stand on the screen and are not the catalogue's, without those of the sample and of the calendar.
@MainActor
func ownWords(_ node: Node) -> [String] {
    let said =
        node.elements.flatMap { [$0.label, $0.value ?? "", $0.hint ?? ""] + $0.containers }
        + node.all.compactMap { $0.kind == "Text" ? $0.text : nil }
    return said.flatMap { outside(withoutSample($0)) }.filter { !sampleWords.contains($0) }
}

/// What stands outside the brackets of a text, as words; those within may hold brackets of their own.
func outside(_ text: String) -> [String] {
    var depth = 0
    var rest = ""
    for letter in text {
        if letter == "⟦" { depth += 1 }
        if depth == 0 { rest.append(letter) }
        if letter == "⟧" {
            depth -= 1
            rest.append(" ")
        }
    }
    return rest.split { !$0.isLetter }.map(String.init)
}

/// Months and weekdays, as English writes them.
private let calendar: Set<String> = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "November", "Tuesday", "Mon", "Tue", "Wed",
    "Thu", "Fri", "Sat", "Sun",
]

/// What the person wrote, and labels that the diary holds.
private let sampleWords: Set<String> = calendar.union(
    """
    Stress Mood Energy Hours of sleep none at all the most I can imagine very low good worn out full of energy Pain no pain worst
    Anxiety calm extremely anxious
    Door ajar Tell me before you move to another area Hand up Almond lavender Open window Feet on floor Warm room
    Ines evenings Listening line day and night Emergency Night Walk round block Ireland Germany
    R Example S Practice A Licence Which licence do you have number on the wall kind and calm Ada Anna pause window red
    Slept in The walk along river helped Sertraline Melatonin mg one in the morning two at night as needed less sleep Dr Weber
    Calm scattered eras low Low mood
    Day Feeling down Notes NA T PM Europe London lond Min How shiatsu pre post
    """.split { !$0.isLetter }.map(String.init))
