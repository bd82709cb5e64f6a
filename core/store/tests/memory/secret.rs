//! Secrets that follow from a formula per byte, so that a search for them need not hold them.

use tidemark_model::Entropy;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The 32 bytes of the key.
    Raw,
    /// Its 64 hexadecimal digits.
    Hex,
    /// The passphrase, 48 letters.
    Passphrase,
}

impl Kind {
    pub(crate) const ALL: [Self; 3] = [Self::Raw, Self::Hex, Self::Passphrase];

    pub(crate) const fn len(self) -> usize {
        match self {
            Self::Raw => 32,
            Self::Hex => 64,
            Self::Passphrase => 48,
        }
    }

    /// The byte at a place: the high byte of a product, which is spread well and needs no memory.
    #[inline(never)]
    pub(crate) fn byte(self, at: usize) -> u8 {
        let mixed = |salt: u64, at: usize| {
            let z = (at as u64 + salt).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            let z = (z ^ (z >> 31)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            (z >> 56) as u8
        };
        match self {
            Self::Raw => mixed(0x5EED, at),
            Self::Hex => {
                let byte = Self::Raw.byte(at / 2);
                let digit = if at.is_multiple_of(2) { byte >> 4 } else { byte & 15 };
                if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }
            }
            Self::Passphrase => b'a' + mixed(0xFACE, at) % 26,
        }
    }
}

/// The whole secret, for the parent, which is not searched.
pub(crate) fn whole(kind: Kind) -> String {
    (0..kind.len()).map(|at| char::from(kind.byte(at))).collect()
}

/// Gives the key as the first 32 bytes and zeros after them.
pub(crate) struct SecretEntropy(usize);

impl SecretEntropy {
    pub(crate) const fn new() -> Self {
        Self(0)
    }
}

impl Entropy for SecretEntropy {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            *byte = if self.0 < Kind::Raw.len() { Kind::Raw.byte(self.0) } else { 7 };
            self.0 += 1;
        }
    }
}
