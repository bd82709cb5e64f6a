//! AES-256 in GCM, as Apple's CryptoKit does it; the bytes are laid out as Android's are.

import CryptoKit
import Foundation

/// AES-256 in GCM: a byte that was changed anywhere does not open.
struct GCM: Sealing {
    private static let tagBytes = 16

    func seal(_ secret: Data, with key: Data) -> (iv: Data, bytes: Data)? {
        guard let box = try? AES.GCM.seal(secret, using: SymmetricKey(data: key)) else { return nil }
        return (Data(box.nonce), box.ciphertext + box.tag)
    }

    func open(_ bytes: Data, iv: Data, with key: Data) -> Data? {
        guard bytes.count >= Self.tagBytes, let nonce = try? AES.GCM.Nonce(data: iv),
            let box = try? AES.GCM.SealedBox(
                nonce: nonce, ciphertext: bytes.dropLast(Self.tagBytes), tag: bytes.suffix(Self.tagBytes))
        else { return nil }
        return try? AES.GCM.open(box, using: SymmetricKey(data: key))
    }
}
