//! Fresh names: their shapes, that they do not repeat, that the seed decides.

use std::collections::HashSet;

use proptest::prelude::*;
use sekisho_core::Mint;

const DRAWS: usize = 100_000;

fn seed(number: u64) -> [u8; 32] {
    let mut seed = [0x5a; 32];
    seed[..8].copy_from_slice(&number.to_be_bytes());
    seed
}

#[test]
fn shapes() {
    let mut mint = Mint::new(seed(1));
    for length in [0, 1, 6, 8, 10, 17, 1000] {
        let hex = mint.hex(length);
        assert!(hex.len() == length && hex.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')));
        let word = mint.alphanumeric(length);
        assert!(word.len() == length && word.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'z')));
        assert_eq!(mint.secret_bytes(length).len(), length);
    }
    for _ in 0..1000 {
        let uuid = mint.uuid();
        let parts: Vec<usize> = uuid.split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12], "{uuid}");
        assert!(uuid.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b'-')), "{uuid}");
        assert_eq!(uuid.as_bytes()[14], b'4', "{uuid}");
        assert!(matches!(uuid.as_bytes()[19], b'8' | b'9' | b'a' | b'b'), "{uuid}");
    }
}

#[test]
fn every_letter_comes_up() {
    let mut mint = Mint::new(seed(2));
    let mut counts = [0u32; 128];
    for byte in mint.alphanumeric(DRAWS).bytes() {
        counts[usize::from(byte)] += 1;
    }
    let expected = u32::try_from(DRAWS / 36).unwrap();
    for letter in b"abcdefghijklmnopqrstuvwxyz0123456789" {
        let count = counts[usize::from(*letter)];
        assert!((expected * 9 / 10..=expected * 11 / 10).contains(&count), "{letter}: {count}");
    }
    let bytes: HashSet<u8> = mint.secret_bytes(10_000).into_iter().collect();
    assert_eq!(bytes.len(), 256);
}

#[test]
fn names_do_not_repeat() {
    let mut mint = Mint::new(seed(3));
    let hex: HashSet<String> = (0..DRAWS).map(|_| mint.hex(17)).collect();
    let words: HashSet<String> = (0..DRAWS).map(|_| mint.alphanumeric(10)).collect();
    let uuids: HashSet<String> = (0..DRAWS).map(|_| mint.uuid()).collect();
    assert_eq!((hex.len(), words.len(), uuids.len()), (DRAWS, DRAWS, DRAWS));
}

#[test]
fn each_call_has_a_seed_of_its_own() {
    let firsts: HashSet<String> = (0..DRAWS as u64).map(|number| Mint::new(seed(number)).hex(17)).collect();
    assert_eq!(firsts.len(), DRAWS);
}

proptest! {
    #![proptest_config(crate::strategy::config())]

    #[test]
    fn the_seed_decides(one in any::<[u8; 32]>(), two in any::<[u8; 32]>()) {
        let draw = |seed| {
            let mut mint = Mint::new(seed);
            (mint.hex(17), mint.alphanumeric(10), mint.uuid(), mint.secret_bytes(24))
        };
        prop_assert_eq!(draw(one), draw(one));
        prop_assert_eq!(draw(one) == draw(two), one == two);
    }
}
