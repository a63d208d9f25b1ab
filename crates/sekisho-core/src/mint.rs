//! Fresh identifiers from entropy that the caller supplies.
//!
//! A control-plane call gets a [`Mint`] seeded with 32 random bytes by the shell, so that the call itself stays a pure
//! function: the same world, input, time and seed give the same identifiers. The generator mixes well enough to make
//! names unique, but it is not a cipher: whoever sees more than 256 bits of its output can work out the rest. A call that
//! draws a secret shows a few short identifiers beside it, and its mint ends with the call.

/// A source of fresh names, deterministic in its seed.
#[derive(Clone, Debug)]
pub struct Mint {
    state: [u64; 4],
}

const ALPHANUMERIC: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
const HEX: &[u8; 16] = b"0123456789abcdef";

impl Mint {
    /// A mint that draws from `seed`.
    #[must_use]
    pub fn new(seed: [u8; 32]) -> Self {
        let mut state = [0u64; 4];
        for (word, chunk) in state.iter_mut().zip(seed.chunks_exact(8)) {
            *word = chunk.iter().fold(0u64, |acc, byte| (acc << 8) | u64::from(*byte));
        }
        // xoshiro must not start from all zeroes.
        if state == [0; 4] {
            state[0] = 0x9e37_79b9_7f4a_7c15;
        }
        Self { state }
    }

    /// The next 64 bits (xoshiro256**, Blackman and Vigna).
    pub fn bits(&mut self) -> u64 {
        let result = self.state[1].wrapping_mul(5).rotate_left(7).wrapping_mul(9);
        let shifted = self.state[1] << 17;
        self.state[2] ^= self.state[0];
        self.state[3] ^= self.state[1];
        self.state[1] ^= self.state[2];
        self.state[0] ^= self.state[3];
        self.state[2] ^= shifted;
        self.state[3] = self.state[3].rotate_left(45);
        result
    }

    fn pick(&mut self, alphabet: &[u8], length: usize) -> String {
        (0..length)
            .map(|_| {
                let index = usize::try_from(self.bits() % alphabet.len() as u64).unwrap_or(0);
                char::from(*alphabet.get(index).unwrap_or(&b'0'))
            })
            .collect()
    }

    /// `length` lower-case hexadecimal digits; EC2 identifiers take 17.
    pub fn hex(&mut self, length: usize) -> String {
        self.pick(HEX, length)
    }

    /// `length` lower-case letters and digits; REST API and deployment ids, endpoint suffixes.
    pub fn alphanumeric(&mut self, length: usize) -> String {
        self.pick(ALPHANUMERIC, length)
    }

    /// A version 4 UUID in lower case.
    pub fn uuid(&mut self) -> String {
        let (high, low) = (self.bits(), self.bits());
        format!(
            "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
            high >> 32,
            (high >> 16) & 0xffff,
            high & 0xfff,
            0x8000 | (low >> 48) & 0x3fff,
            low & 0xffff_ffff_ffff
        )
    }

    /// Bytes for a generated secret (a BGP key that AWS would make up), from a mint that names little else.
    pub fn secret_bytes(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| self.bits().to_be_bytes()[0]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Mint;

    #[test]
    fn same_seed_same_names_and_shapes_hold() {
        let (mut one, mut two) = (Mint::new([7; 32]), Mint::new([7; 32]));
        assert_eq!(one.hex(17), two.hex(17));
        let uuid = one.uuid();
        assert_eq!(uuid.len(), 36);
        assert_eq!(uuid.get(14..15).unwrap_or_default(), "4");
        assert!(matches!(uuid.get(19..20).unwrap_or_default(), "8" | "9" | "a" | "b"));
        assert_ne!(one.alphanumeric(10), one.alphanumeric(10));
    }

    #[test]
    fn a_zero_seed_still_draws() {
        let mut mint = Mint::new([0; 32]);
        assert_ne!(mint.bits(), mint.bits());
    }
}
