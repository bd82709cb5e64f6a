//! A diary as a newer version would have left it: the number of its schema, at byte 60 of the first page, raised by hand. The page
//! is opened and sealed as SQLCipher 4 documents it: AES-256-CBC, then HMAC-SHA512 over ciphertext, IV and page number, the HMAC's
//! key by two rounds of PBKDF2 over the salt with each byte xor 0x3a.

import Foundation

struct NotSealedSo: Error {}

func raiseSchema(_ database: URL, key: Data, schema: UInt32) throws {
    let page = 4096
    let salt = 16
    let text = salt..<(page - 80)
    let vector = text.upperBound..<(text.upperBound + 16)
    let proof = vector.upperBound..<page
    var bytes = Array(try Data(contentsOf: database))
    let (iv, salted) = (Array(bytes[vector]), Array(bytes[0..<salt]))
    let prove = { (sealed: [UInt8]) in proofOf(sealed, iv, key: Array(key), salt: salted) }
    guard prove(Array(bytes[text])) == Array(bytes[proof]) else { throw NotSealedSo() }
    let aes = Aes256(Array(key))
    var plain = aes.open(Array(bytes[text]), iv)
    for at in 0..<4 { plain[60 - salt + at] = UInt8(truncatingIfNeeded: schema >> (24 - 8 * UInt32(at))) }
    let again = aes.seal(plain, iv)
    bytes.replaceSubrange(proof, with: prove(again))
    bytes.replaceSubrange(text, with: again)
    try Data(bytes).write(to: database)
}

private func proofOf(_ sealed: [UInt8], _ iv: [UInt8], key: [UInt8], salt: [UInt8]) -> [UInt8] {
    let first = hmacSha512(key, salt.map { $0 ^ 0x3a } + [0, 0, 0, 1])
    let second = hmacSha512(key, first)
    let own = zip(first, second).prefix(32).map { $0 ^ $1 }
    return hmacSha512(own, sealed + iv + [1, 0, 0, 0])
}
