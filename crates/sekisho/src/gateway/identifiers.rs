//! Request identifiers without a system call: a small generator per core, seeded from the system.
//!
//! xoshiro256++ (Blackman and Vigna, public domain). The identifiers must not repeat, they need not be unguessable:
//! nothing is granted for knowing one.

use http::HeaderValue;
use sekisho_core::Timestamp;
use sekisho_execute::Stamp;

const BASE64_URL: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A core's generator.
#[derive(Debug)]
pub(super) struct Identifiers {
    state: [u64; 4],
}

impl Identifiers {
    /// A generator from 32 random bytes.
    pub(super) fn new(seed: [u8; 32]) -> Self {
        let mut state = [0; 4];
        for (word, bytes) in state.iter_mut().zip(seed.as_chunks::<8>().0) {
            *word = u64::from_le_bytes(*bytes);
        }
        if state == [0; 4] {
            state[0] = 1;
        }
        Self { state }
    }

    fn next(&mut self) -> u64 {
        let [a, b, c, d] = &mut self.state;
        let drawn = a.wrapping_add(*d).rotate_left(23).wrapping_add(*a);
        let shifted = *b << 17;
        *c ^= *a;
        *d ^= *b;
        *b ^= *c;
        *a ^= *d;
        *c ^= shifted;
        *d = d.rotate_left(45);
        drawn
    }

    /// A fresh stamp.
    pub(super) fn stamp(&mut self, now: Timestamp) -> Stamp {
        let (first, second, third) = (self.next(), self.next(), self.next());
        let mut trace = [0; 12];
        trace[..8].copy_from_slice(&self.next().to_le_bytes());
        trace[8..].copy_from_slice(&third.to_le_bytes()[..4]);
        Stamp {
            now,
            request_id: value(&uuid(first, second)),
            extended_request_id: value(&extended(third, first ^ second.rotate_left(32))),
            trace,
        }
    }
}

fn value(text: &[u8]) -> HeaderValue {
    HeaderValue::from_bytes(text).unwrap_or(HeaderValue::from_static("-"))
}

/// A version 4 UUID as text (RFC 9562 §5.4).
fn uuid(high: u64, low: u64) -> [u8; 36] {
    let high = high & !0xf000 | 0x4000;
    let low = low & !(0b11 << 62) | 0b10 << 62;
    let [first, second] = [hexadecimal((high >> 32) as u32), hexadecimal(high as u32)];
    let [third, fourth] = [hexadecimal((low >> 32) as u32), hexadecimal(low as u32)];
    let mut text = [b'-'; 36];
    text[..8].copy_from_slice(&first);
    text[9..13].copy_from_slice(&second[..4]);
    text[14..18].copy_from_slice(&second[4..]);
    text[19..23].copy_from_slice(&third[..4]);
    text[24..28].copy_from_slice(&third[4..]);
    text[28..].copy_from_slice(&fourth);
    text
}

/// Eight lower-case hexadecimal digits, the highest first; all eight at once in one word.
fn hexadecimal(number: u32) -> [u8; 8] {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let halves = u64::from(number);
    let halves = (halves | halves << 16) & 0x0000_ffff_0000_ffff;
    let bytes = (halves | halves << 8) & 0x00ff_00ff_00ff_00ff;
    let digits = (bytes | bytes << 4) & (0x0f * ONES);
    // 1 in every byte that holds ten or more.
    let letters = ((digits + 6 * ONES) >> 4) & ONES;
    (digits + ONES * u64::from(b'0') + letters * u64::from(b'a' - b'9' - 1)).to_be_bytes()
}

/// Fifteen base64url characters and `=`.
fn extended(high: u64, low: u64) -> [u8; 16] {
    let mut text = [b'='; 16];
    let mut write = |characters: std::ops::Range<usize>, mut bits: u64| {
        for character in &mut text[characters] {
            *character = BASE64_URL[(bits & 63) as usize];
            bits >>= 6;
        }
    };
    write(0..10, low);
    write(10..15, high);
    text
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Identifiers, Timestamp, extended, hexadecimal, uuid};

    #[test]
    fn digits_are_those_of_the_formatter() {
        for number in [0, 1, 0x1234_5678, 0x9abc_def0, 0x09af_90fa, u32::MAX] {
            assert_eq!(std::str::from_utf8(&hexadecimal(number)).unwrap(), format!("{number:08x}"));
        }
        let text = uuid(0x0123_4567_89ab_cdef, 0x0123_4567_89ab_cdef);
        assert_eq!(&text, b"01234567-89ab-4def-8123-456789abcdef");
    }

    #[test]
    fn uuids_are_version_four() {
        assert_eq!(&uuid(0, 0), b"00000000-0000-4000-8000-000000000000");
        assert_eq!(&uuid(u64::MAX, u64::MAX), b"ffffffff-ffff-4fff-bfff-ffffffffffff");
    }

    #[test]
    fn extended_identifiers_have_their_shape() {
        assert_eq!(&extended(0, 0), b"AAAAAAAAAAAAAAA=");
        assert_eq!(&extended(u64::MAX, u64::MAX), b"_______________=");
    }

    #[test]
    fn nothing_repeats_even_from_a_seed_of_zeros() {
        let mut identifiers = Identifiers::new([0; 32]);
        let mut seen = HashSet::new();
        for _ in 0..10_000 {
            let stamp = identifiers.stamp(Timestamp(0));
            assert!(seen.insert(stamp.request_id) && seen.insert(stamp.extended_request_id));
        }
    }
}
