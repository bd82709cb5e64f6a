//! Random numbers from a seed (`SplitMix64`, Steele, Lea & Flood 2014): the same table on every machine.

pub(crate) struct Random {
    state: u64,
}

impl Random {
    /// The stream of one diary: `number` within a row, `row` apart from other rows.
    pub(crate) const fn new(number: u64, row: u64) -> Self {
        Self { state: number.wrapping_mul(0x2545_F491_4F6C_DD1D) ^ row }
    }

    const fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Above 0, below 1.
    pub(crate) fn uniform(&mut self) -> f64 {
        f64::from(u32::try_from(self.bits() >> 32).unwrap_or(0)) / 4_294_967_296.0 + 1e-10
    }

    /// Standard normal (Box & Muller 1958).
    pub(crate) fn normal(&mut self) -> f64 {
        (-2.0 * self.uniform().ln()).sqrt() * (2.0 * std::f64::consts::PI * self.uniform()).cos()
    }
}

/// Standard normal values, each like the one before it: correlation `phi` at lag 1, `phi`² at lag 2.
pub(crate) struct Chain {
    phi: f64,
    state: f64,
}

impl Chain {
    pub(crate) fn new(phi: f64, random: &mut Random) -> Self {
        Self { phi, state: random.normal() }
    }

    /// The value now; the chain moves on by one step.
    pub(crate) fn next(&mut self, random: &mut Random) -> f64 {
        let now = self.state;
        self.state = self.phi * now + (1.0 - self.phi * self.phi).sqrt() * random.normal();
        now
    }
}
