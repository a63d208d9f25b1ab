//! `NumericEquals`, `NumericLessThan` and the others: decimal numbers compared exactly.
//!
//! A number is kept as its decimal digits and the place of the point, never as binary floating point, so 2⁵³ and 2⁵³ + 1
//! differ and 0.1 is 0.1.

use std::cmp::Ordering;

use crate::condition::Relation;
use crate::context::{TextBuffer, Value};
use crate::limits::{NUMBER_DIGITS_MAX, NUMBER_EXPONENT_MAX};

/// 0.d₁d₂…dₙ × 10^point, without zeros at either end; zero has no digits and no sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    negative: bool,
    point: i32,
    digits: [u8; NUMBER_DIGITS_MAX],
}

impl Number {
    /// Reads an optional sign, digits with an optional fraction, and an optional exponent; `None` for anything else and
    /// beyond the limits.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (unsigned, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole)
            || !digits(fraction)
            || !(-NUMBER_EXPONENT_MAX..=NUMBER_EXPONENT_MAX).contains(&exponent)
        {
            return None;
        }
        Self::from_digits(negative, whole, fraction, exponent)
    }

    fn from_digits(negative: bool, whole: &str, fraction: &str, exponent: i32) -> Option<Self> {
        let fraction = fraction.trim_end_matches('0');
        let whole = whole.trim_start_matches('0');
        let mut point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?;
        let significant = if whole.is_empty() {
            let kept = fraction.trim_start_matches('0');
            point = point.checked_sub(i32::try_from(fraction.len() - kept.len()).ok()?)?;
            ("", kept)
        } else if fraction.is_empty() {
            (whole.trim_end_matches('0'), "")
        } else {
            (whole, fraction)
        };
        let length = significant.0.len() + significant.1.len();
        if length == 0 {
            return Some(Self { negative: false, point: 0, digits: [b'0'; NUMBER_DIGITS_MAX] });
        }
        let mut digits = [b'0'; NUMBER_DIGITS_MAX];
        let room = digits.get_mut(..length)?;
        for (place, digit) in room.iter_mut().zip(significant.0.bytes().chain(significant.1.bytes())) {
            *place = digit;
        }
        Some(Self { negative, point, digits })
    }

    fn is_zero(&self) -> bool {
        self.digits.first() == Some(&b'0')
    }

    fn magnitude(&self, other: &Self) -> Ordering {
        match (self.is_zero(), other.is_zero()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (false, false) => self.point.cmp(&other.point).then_with(|| self.digits.cmp(&other.digits)),
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(match (self.negative, other.negative) {
            (false, false) => self.magnitude(other),
            (true, true) => other.magnitude(self),
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
        })
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Wanted {
    relation: Relation,
    numbers: Box<[Number]>,
}

impl Wanted {
    pub(crate) fn new(relation: Relation, values: &[String]) -> Self {
        Self { relation, numbers: values.iter().filter_map(|value| Number::parse(value)).collect() }
    }

    pub(crate) fn matches(&self, value: &Value<'_>) -> bool {
        if !matches!(value, Value::Text(_) | Value::Number(_)) {
            return false;
        }
        let mut buffer = TextBuffer::new();
        let Some(found) = value.text(&mut buffer).and_then(Number::parse) else { return false };
        self.numbers.iter().any(|wanted| self.relation.holds(&found, wanted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_ordered_exactly() {
        let rising = [
            "-1e10",
            "-12",
            "-10.5",
            "-10",
            "-0.01",
            "-0.001",
            "0",
            "0.001",
            "1e-2",
            "0.5",
            "1",
            "1.25",
            "1.5",
            "9",
            "10",
            "9007199254740992",
            "9007199254740993",
            "1e20",
            "123456789012345678901234567890",
        ];
        for (i, low) in rising.iter().enumerate() {
            for (j, high) in rising.iter().enumerate() {
                let (a, b) = (Number::parse(low).unwrap(), Number::parse(high).unwrap());
                assert_eq!(a.partial_cmp(&b), Some(i.cmp(&j)), "{low} {high}");
            }
        }
    }

    #[test]
    fn spellings_of_one_number_are_equal() {
        for (a, b) in
            [("10", "10.0"), ("010", "1e1"), ("+5", "5"), ("-0", "0"), ("0.0", "0e5"), ("0.010", "1E-2")]
        {
            assert_eq!(Number::parse(a), Number::parse(b), "{a} {b}");
            assert!(Number::parse(a).is_some());
        }
    }

    #[test]
    fn other_texts_are_none() {
        let long = "1".repeat(NUMBER_DIGITS_MAX + 1);
        for text in ["", "-", "ten", "1.", ".5", "1e", "1e999", "0x1", " 1", "1 ", "--1", "1.2.3", "٣", &long]
        {
            assert_eq!(Number::parse(text), None, "{text}");
        }
        assert!(Number::parse(&"1".repeat(NUMBER_DIGITS_MAX)).is_some());
        assert!(Number::parse(&format!("1e{NUMBER_EXPONENT_MAX}")).is_some());
        assert!(Number::parse(&format!("1e-{}", NUMBER_EXPONENT_MAX + 1)).is_none());
        assert!(Number::parse("1e-2147483648").is_none());
    }
}
