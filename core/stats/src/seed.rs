//! Where randomness comes from: a number the caller gives, so the same input gives the same bytes.

/// The seed of a method that draws at random.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed(u64);

impl Seed {
    /// Makes a seed from any number.
    #[must_use]
    pub const fn new(number: u64) -> Self {
        Self(number)
    }

    /// A generator started from this seed.
    pub(crate) const fn draws(self) -> Draws {
        Draws { state: self.0 }
    }
}

/// `SplitMix64` (Steele, Lea & Flood 2014, doi:10.1145/2660193.2660195): 64 random bits a call.
pub(crate) struct Draws {
    state: u64,
}

impl Draws {
    /// The next 64 random bits.
    pub(crate) const fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::Seed;

    /// First outputs for seed 1234567 in the reference implementation, <https://prng.di.unimi.it/splitmix64.c>.
    #[test]
    fn the_generator_gives_the_published_sequence() {
        let mut draws = Seed::new(1_234_567).draws();
        assert_eq!(draws.bits(), 6_457_827_717_110_365_317);
        assert_eq!(draws.bits(), 3_203_168_211_198_807_973);
    }
}
