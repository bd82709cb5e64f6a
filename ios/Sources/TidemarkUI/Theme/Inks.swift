//! The colours of the screens by the part they play, under the names and with the numbers of `android/ui/theme`. Neither red nor
//! green: colour never says whether a number is good. Text stands at 4.5:1 and marks at 3:1 on every ground used here; a test
//! computes it.

import SwiftUI

/// A colour, `0xRRGGBB`.
public struct Ink: Hashable, Sendable {
    public let hex: UInt32

    init(_ hex: UInt32) { self.hex = hex }

    /// Its part of red, green or blue, 0 to 1.
    func part(_ shift: UInt32) -> Double { Double((hex >> shift) & 0xFF) / 255 }

    public var colour: Color { Color(red: part(16), green: part(8), blue: part(0)) }
}

/// The colours of a light or a dark screen.
public struct Inks: Hashable, Sendable {
    public let primary: Ink
    public let onPrimary: Ink
    public let primaryContainer: Ink
    public let onPrimaryContainer: Ink
    public let tertiary: Ink
    public let tertiaryContainer: Ink
    public let onTertiaryContainer: Ink
    public let error: Ink
    public let errorContainer: Ink
    public let onErrorContainer: Ink
    public let background: Ink
    public let onSurface: Ink
    public let onSurfaceVariant: Ink
    public let outline: Ink
    public let outlineVariant: Ink
    public let surfaceContainerLowest: Ink
    public let surfaceContainerLow: Ink
    public let surfaceContainer: Ink

    public static let light = Inks(
        primary: Ink(0x1D4E6B), onPrimary: Ink(0xFFFFFF), primaryContainer: Ink(0xCFE5F2), onPrimaryContainer: Ink(0x08293B),
        tertiary: Ink(0x6A4A12), tertiaryContainer: Ink(0xF6E3BF), onTertiaryContainer: Ink(0x33230A),
        error: Ink(0x5B3A78), errorContainer: Ink(0xECDFF6), onErrorContainer: Ink(0x2E1742),
        background: Ink(0xFBFCFD), onSurface: Ink(0x171C20), onSurfaceVariant: Ink(0x3D474E),
        outline: Ink(0x6C777F), outlineVariant: Ink(0xC2CBD1),
        surfaceContainerLowest: Ink(0xFFFFFF), surfaceContainerLow: Ink(0xF4F7F9), surfaceContainer: Ink(0xEEF2F5))

    public static let dark = Inks(
        primary: Ink(0x9CCDE8), onPrimary: Ink(0x06304A), primaryContainer: Ink(0x1D4E6B), onPrimaryContainer: Ink(0xD6EBF7),
        tertiary: Ink(0xE6C583), tertiaryContainer: Ink(0x573E0D), onTertiaryContainer: Ink(0xFBE5BC),
        error: Ink(0xD9B9F2), errorContainer: Ink(0x533770), onErrorContainer: Ink(0xF0E0FC),
        background: Ink(0x10151A), onSurface: Ink(0xE2E7EB), onSurfaceVariant: Ink(0xC3CDD4),
        outline: Ink(0x8C979F), outlineVariant: Ink(0x3F494F),
        surfaceContainerLowest: Ink(0x0B0F13), surfaceContainerLow: Ink(0x171D22), surfaceContainer: Ink(0x1B2227))

    /// The same for a phone that was asked for more contrast: quiet words and frames take the next stronger ink.
    var increased: Inks {
        Inks(
            primary: primary, onPrimary: onPrimary, primaryContainer: primaryContainer, onPrimaryContainer: onPrimaryContainer,
            tertiary: tertiary, tertiaryContainer: tertiaryContainer, onTertiaryContainer: onTertiaryContainer,
            error: error, errorContainer: errorContainer, onErrorContainer: onErrorContainer,
            background: background, onSurface: onSurface, onSurfaceVariant: onSurface,
            outline: onSurfaceVariant, outlineVariant: outline,
            surfaceContainerLowest: surfaceContainerLowest, surfaceContainerLow: surfaceContainerLow,
            surfaceContainer: surfaceContainer)
    }
}

extension EnvironmentValues {
    /// The colours of the phone's appearance.
    public var inks: Inks {
        let inks = colorScheme == .dark ? Inks.dark : Inks.light
        return colorSchemeContrast == .increased ? inks.increased : inks
    }
}
