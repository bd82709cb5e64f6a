import Foundation
import Testing

@testable import TidemarkUI

/// Contrast by WCAG 2.2 (relative luminance of sRGB): 4.5:1 for text, 3:1 for marks.
@Suite("The colours")
struct ContrastTests {
    private func luminance(_ ink: Ink) -> Double {
        func linear(_ part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear(ink.part(16)) + 0.7152 * linear(ink.part(8)) + 0.0722 * linear(ink.part(0))
    }

    private func contrast(_ one: Ink, _ other: Ink) -> Double {
        let (dark, light) = (min(luminance(one), luminance(other)), max(luminance(one), luminance(other)))
        return (light + 0.05) / (dark + 0.05)
    }

    private let looks = [
        ("light", Inks.light), ("dark", Inks.dark), ("light, increased", Inks.light.increased), ("dark, increased", Inks.dark.increased),
    ]

    private func grounds(_ inks: Inks) -> [(String, Ink)] {
        [
            ("background", inks.background), ("lowest", inks.surfaceContainerLowest), ("low", inks.surfaceContainerLow),
            ("container", inks.surfaceContainer),
        ]
    }

    @Test("black on white is twenty-one to one")
    func black() { #expect(abs(contrast(Ink(0x000000), Ink(0xFFFFFF)) - 21) < 1e-6) }

    @Test("text stands out on every ground")
    func text() {
        for (look, inks) in looks {
            let texts = [
                ("onSurface", inks.onSurface), ("onSurfaceVariant", inks.onSurfaceVariant), ("primary", inks.primary),
                ("tertiary", inks.tertiary), ("error", inks.error),
            ]
            for (ground, below) in grounds(inks) {
                for (name, ink) in texts { #expect(contrast(ink, below) >= 4.5, "\(name) on \(ground), \(look)") }
            }
            let pairs = [
                ("primary", inks.onPrimary, inks.primary), ("primaryContainer", inks.onPrimaryContainer, inks.primaryContainer),
                ("tertiaryContainer", inks.onTertiaryContainer, inks.tertiaryContainer),
                ("errorContainer", inks.onErrorContainer, inks.errorContainer),
            ]
            for (name, above, below) in pairs { #expect(contrast(above, below) >= 4.5, "on \(name), \(look)") }
        }
    }

    @Test("frames and marks stand out on every ground, and more when more is asked for")
    func frames() {
        for (look, inks) in looks {
            for (ground, below) in grounds(inks) { #expect(contrast(inks.outline, below) >= 3, "outline on \(ground), \(look)") }
            for (ground, below) in grounds(inks) where look.contains("increased") {
                #expect(contrast(inks.outline, below) >= 7, "outline on \(ground), \(look)")
            }
        }
    }
}
