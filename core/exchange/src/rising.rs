//! Which ids do the records of one file get? Ids that rise in the order of its rows, so that a diary keeps neighbouring
//! rows on neighbouring pages: random ids of one millisecond put each row on a page of its own.
//!
//! RFC 9562, section 6.2, method 1: the 26 bits after the time and the version count, the 48 behind them are random.

use tidemark_model::Entropy;

/// Random bytes whose first bits count, as long as ids are asked for one by one.
pub(crate) struct Rising<'e> {
    entropy: &'e mut dyn Entropy,
    next: u32,
}

impl<'e> Rising<'e> {
    pub(crate) const fn new(entropy: &'e mut dyn Entropy) -> Self {
        Self { entropy, next: 0 }
    }
}

impl Entropy for Rising<'_> {
    fn fill(&mut self, bytes: &mut [u8]) {
        self.entropy.fill(bytes);
        // Four bits share their byte with the version and six with the variant, which overwrite the rest.
        let places =
            [self.next >> 22 & 0x0F, self.next >> 14 & 0xFF, self.next >> 8 & 0x3F, self.next & 0xFF];
        for (byte, place) in bytes.iter_mut().zip(places) {
            *byte = u8::try_from(place).unwrap_or_default();
        }
        self.next = self.next.wrapping_add(1);
    }
}

#[cfg(test)]
mod tests {
    use tidemark_model::{CheckInId, Instant, RecordId, SeededEntropy};

    use super::*;

    #[test]
    fn ids_of_one_millisecond_rise_and_differ_from_those_of_another_file() {
        let at = Instant::from_millis(1_700_000_000_000).unwrap();
        let ids = |seed, skip: u32| {
            let mut entropy = SeededEntropy::new(seed);
            let mut rising = Rising { entropy: &mut entropy, next: skip };
            (0..3).map(|_| CheckInId::generate(at, &mut rising)).collect::<Vec<_>>()
        };
        // Across each border of the bits that count: 8, 14 and 22 of them are full.
        for full in [0, 254, (1 << 14) - 2, (1 << 22) - 2] {
            let found = ids(1, full);
            assert!(found.is_sorted() && found[0] != found[1] && found[1] != found[2], "{found:?}");
        }
        assert_ne!(ids(1, 0)[0], ids(2, 0)[0]);
        // Written out by the layout of RFC 9562, 5.7: 0x18bcfe56800 ms, version 7, counter 0x0004001 in 26 bits
        // (0000 00000001 000000 00000001), variant 10.
        assert!(ids(1, (1 << 14) + 1)[0].to_string().starts_with("018bcfe5-6800-7001-8001-"));
    }
}
