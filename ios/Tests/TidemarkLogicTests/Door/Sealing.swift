//! AES-256 and HMAC-SHA512 for the one test that opens a page of SQLCipher: Debian's Foundation has no CryptoKit. Slow, and safe
//! from nobody who measures it; nothing of the app uses it.

/// SHA-512 as FIPS 180-4 has it.
func sha512(_ message: [UInt8]) -> [UInt8] {
    var padded = message + [0x80]
    while padded.count % 128 != 112 { padded.append(0) }
    padded += [UInt8](repeating: 0, count: 8) + bytes(UInt64(message.count) * 8)
    var hash = begin
    for at in stride(from: 0, to: padded.count, by: 128) {
        var words = (0..<16).map { word in (0..<8).reduce(UInt64(0)) { $0 << 8 | UInt64(padded[at + word * 8 + $1]) } }
        for round in 16..<80 {
            let (early, late) = (words[round - 15], words[round - 2])
            let first = turned(early, 1) ^ turned(early, 8) ^ (early >> 7)
            let second = turned(late, 19) ^ turned(late, 61) ^ (late >> 6)
            words.append(words[round - 16] &+ first &+ words[round - 7] &+ second)
        }
        var state = hash
        for round in 0..<80 {
            let (a, e) = (state[0], state[4])
            let choice = (e & state[5]) ^ (~e & state[6])
            let majority = (a & state[1]) ^ (a & state[2]) ^ (state[1] & state[2])
            let mixed = turned(e, 14) ^ turned(e, 18) ^ turned(e, 41)
            let first = state[7] &+ mixed &+ choice &+ rounds[round] &+ words[round]
            let second = (turned(a, 28) ^ turned(a, 34) ^ turned(a, 39)) &+ majority
            state = [first &+ second, a, state[1], state[2], state[3] &+ first, e, state[5], state[6]]
        }
        hash = zip(hash, state).map { $0 &+ $1 }
    }
    return hash.flatMap(bytes)
}

func hmacSha512(_ key: [UInt8], _ message: [UInt8]) -> [UInt8] {
    let short = key.count > 128 ? sha512(key) : key
    let whole = short + [UInt8](repeating: 0, count: 128 - short.count)
    return sha512(whole.map { $0 ^ 0x5c } + sha512(whole.map { $0 ^ 0x36 } + message))
}

/// AES with a key of 32 bytes as FIPS 197 has it, over blocks of 16 that are chained (CBC) without filling.
struct Aes256 {
    private let keys: [[UInt8]]

    init(_ key: [UInt8]) {
        var words = stride(from: 0, to: 32, by: 4).map { Array(key[$0..<($0 + 4)]) }
        var constant: UInt8 = 1
        for at in 8..<60 {
            var word = words[at - 1]
            if at % 8 == 0 {
                word = [word[1], word[2], word[3], word[0]].map { boxes.there[Int($0)] }
                word[0] ^= constant
                constant = times(constant, 2)
            } else if at % 8 == 4 {
                word = word.map { boxes.there[Int($0)] }
            }
            words.append(zip(words[at - 8], word).map { $0 ^ $1 })
        }
        keys = stride(from: 0, to: 60, by: 4).map { Array(words[$0..<($0 + 4)].joined()) }
    }

    func seal(_ text: [UInt8], _ iv: [UInt8]) -> [UInt8] {
        var last = iv
        return stride(from: 0, to: text.count, by: 16).flatMap { at in
            last = block(zip(text[at..<(at + 16)], last).map { $0 ^ $1 })
            return last
        }
    }

    func open(_ sealed: [UInt8], _ iv: [UInt8]) -> [UInt8] {
        var last = iv
        return stride(from: 0, to: sealed.count, by: 16).flatMap { at in
            let part = Array(sealed[at..<(at + 16)])
            defer { last = part }
            return zip(unblock(part), last).map { $0 ^ $1 }
        }
    }

    private func block(_ text: [UInt8]) -> [UInt8] {
        var state = with(text, 0)
        for round in 1...14 {
            state = state.map { boxes.there[Int($0)] }
            // Row by row one place further to the left; a block is written column by column.
            state = (0..<16).map { state[($0 + 4 * ($0 % 4)) % 16] }
            if round < 14 { state = mixed(state, [2, 3, 1, 1]) }
            state = with(state, round)
        }
        return state
    }

    private func unblock(_ sealed: [UInt8]) -> [UInt8] {
        var state = sealed
        for round in (1...14).reversed() {
            state = with(state, round)
            if round < 14 { state = mixed(state, [14, 11, 13, 9]) }
            state = (0..<16).map { state[($0 + 12 * ($0 % 4)) % 16] }
            state = state.map { boxes.back[Int($0)] }
        }
        return with(state, 0)
    }

    private func with(_ state: [UInt8], _ round: Int) -> [UInt8] { zip(state, keys[round]).map { $0 ^ $1 } }

    private func mixed(_ state: [UInt8], _ by: [UInt8]) -> [UInt8] {
        (0..<16).map { at in
            (0..<4).reduce(UInt8(0)) { $0 ^ times(state[at / 4 * 4 + $1], by[($1 - at % 4 + 4) % 4]) }
        }
    }
}

/// The substitution of AES and its way back: the inverse in its field, then the affine map.
private let boxes: (there: [UInt8], back: [UInt8]) = {
    var there = [UInt8](repeating: 0, count: 256)
    var back = there
    for byte in 0..<256 {
        let inverse = (1..<256).map { UInt8($0) }.first { times($0, UInt8(byte)) == 1 } ?? 0
        var value: UInt8 = 0x63
        for turn in 0..<5 { value ^= inverse << turn | UInt8(truncatingIfNeeded: UInt16(inverse) >> (8 - turn)) }
        there[byte] = value
        back[Int(value)] = UInt8(byte)
    }
    return (there, back)
}()

/// The product in the field of AES.
private func times(_ one: UInt8, _ other: UInt8) -> UInt8 {
    var (one, other, product) = (one, other, UInt8(0))
    while other != 0 {
        if other & 1 == 1 { product ^= one }
        one = one << 1 ^ (one & 0x80 == 0 ? 0 : 0x1b)
        other >>= 1
    }
    return product
}

private func turned(_ word: UInt64, _ by: UInt64) -> UInt64 { word >> by | word << (64 - by) }

private func bytes(_ word: UInt64) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } }

// Fractions of the square roots of the first 8 primes, and of the cube roots of the first 80.
private let begin: [UInt64] = [
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1, 0x510e527fade682d1,
    0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
]

private let rounds: [UInt64] = [
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc, 0x3956c25bf348b538,
    0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118, 0xd807aa98a3030242, 0x12835b0145706fbe,
    0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2, 0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235,
    0xc19bf174cf692694, 0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5, 0x983e5152ee66dfab,
    0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4, 0xc6e00bf33da88fc2, 0xd5a79147930aa725,
    0x06ca6351e003826f, 0x142929670a0e6e70, 0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed,
    0x53380d139d95b3df, 0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30, 0xd192e819d6ef5218,
    0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8, 0x19a4c116b8d2d0c8, 0x1e376c085141ab53,
    0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8, 0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373,
    0x682e6ff3d6b2b8a3, 0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b, 0xca273eceea26619c,
    0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178, 0x06f067aa72176fba, 0x0a637dc5a2c898a6,
    0x113f9804bef90dae, 0x1b710b35131c471b, 0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc,
    0x431d67c49c100d4c, 0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
]
