//! A device's lock in memory, which a test can take things away from. Everything of a test runs where it is called.

import Foundation

@testable import TidemarkLogic

final class FakeVault: @unchecked Sendable {
    var key: Data?
    var words: String?

    /// What unsealing answers in place of the key.
    var answers: (() -> Unsealed)?
    var keepsKeys = true
    var keepsWords = true
    var asks = false

    /// How often the key was asked for.
    private(set) var asked = 0

    var vault: Vault {
        var vault = Vault(
            seal: { key, _ in
                if self.keepsKeys { self.key = key }
                return self.keepsKeys
            },
            unseal: { _ in self.unseal() })
        vault.asksPerson = { self.asks }
        vault.setAsksPerson = { on, _ in
            if self.keepsKeys { self.asks = on }
            return self.keepsKeys
        }
        vault.holdWords = { words, _ in
            if self.keepsWords { self.words = words }
            return self.keepsWords
        }
        vault.heldWords = { _ in self.words }
        vault.forgetWords = { _ in self.words = nil }
        return vault
    }

    private func unseal() -> Unsealed {
        asked += 1
        return answers?() ?? key.map(Unsealed.key) ?? .none
    }
}
