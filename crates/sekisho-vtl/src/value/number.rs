//! Java's number classes as far as a template meets them, and their arithmetic and printing.
//!
//! Velocity computes with the wider class of the two and grows `Integer` → `Long` → `BigInteger` when a result does
//! not fit. `BigInteger` is held to 128 bits here (the text of a longer one is kept for printing, but it cannot be
//! calculated with); `BigDecimal` calculates as a double. Printing follows `Double.toString`.

use std::sync::Arc;

/// A number.
#[derive(Clone, Debug, PartialEq)]
pub enum Number {
    /// `Integer`.
    Int(i32),
    /// `Long`.
    Long(i64),
    /// `BigInteger`, by its digits.
    Big(Arc<str>),
    /// `Double`.
    Double(f64),
    /// `BigDecimal`, by its text: what a JSON text spells with more digits than a double holds.
    Decimal(Arc<str>),
}

/// What is asked of two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Arithmetic {
    Add,
    Divide,
    Modulo,
    Multiply,
    Subtract,
}

impl Number {
    pub(crate) fn from_i64(number: i64) -> Self {
        i32::try_from(number).map_or(Self::Long(number), Self::Int)
    }

    fn from_i128(number: i128) -> Self {
        i64::try_from(number).map_or_else(|_| Self::Big(number.to_string().into()), Self::from_i64)
    }

    /// An integer literal of any length.
    pub(crate) fn from_digits(digits: &str) -> Self {
        if let Ok(number) = digits.parse::<i64>() {
            return Self::from_i64(number);
        }
        let (sign, rest) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
        let rest = rest.trim_start_matches('0');
        if rest.len() <= 18 {
            return Self::from_i64(format!("{sign}{rest}").parse().unwrap_or(0));
        }
        Self::Big(format!("{sign}{rest}").into())
    }

    /// Reads back what [`Number`] prints.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(Self::from_digits(text));
        }
        text.parse().ok().map(Self::Double)
    }

    /// The value as a double.
    pub fn as_f64(&self) -> f64 {
        match self {
            Self::Int(number) => f64::from(*number),
            #[expect(clippy::cast_precision_loss, reason = "Java's widening conversion rounds too")]
            Self::Long(number) => *number as f64,
            Self::Double(number) => *number,
            Self::Big(text) | Self::Decimal(text) => text.parse().unwrap_or(f64::NAN),
        }
    }

    /// The value as an integer, if it is one of an integer class.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(i64::from(*number)),
            Self::Long(number) => Some(*number),
            _ => None,
        }
    }

    fn as_i128(&self) -> Option<i128> {
        match self {
            Self::Big(text) => text.parse().ok(),
            _ => self.as_i64().map(i128::from),
        }
    }

    pub(crate) fn is_fraction_class(&self) -> bool {
        matches!(self, Self::Double(_) | Self::Decimal(_))
    }

    /// Whether both are of one Java class, so that `equals` can hold.
    pub(crate) fn same_class(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// The result, or `None` for null: division by zero, or more than 128 bits.
    pub(crate) fn calculate(&self, operation: Arithmetic, other: &Self) -> Option<Self> {
        if self.is_fraction_class() || other.is_fraction_class() {
            return calculate_double(self.as_f64(), operation, other.as_f64());
        }
        let (left, right) = (self.as_i128()?, other.as_i128()?);
        let result = match operation {
            Arithmetic::Add => left.checked_add(right),
            Arithmetic::Divide => left.checked_div(right),
            Arithmetic::Modulo => left.checked_rem(right),
            Arithmetic::Multiply => left.checked_mul(right),
            Arithmetic::Subtract => left.checked_sub(right),
        };
        let result = Self::from_i128(result?);
        // The result has at least the wider class of the two.
        match (result, self, other) {
            (Self::Int(number), Self::Long(_), _) | (Self::Int(number), _, Self::Long(_)) => {
                Some(Self::Long(i64::from(number)))
            }
            (result, ..) => Some(result),
        }
    }

    pub(crate) fn compare(&self, other: &Self) -> Option<std::cmp::Ordering> {
        match (self.as_i128(), other.as_i128()) {
            (Some(left), Some(right)) => Some(left.cmp(&right)),
            _ => self.as_f64().partial_cmp(&other.as_f64()),
        }
    }
}

fn calculate_double(left: f64, operation: Arithmetic, right: f64) -> Option<Number> {
    let result = match operation {
        Arithmetic::Add => left + right,
        Arithmetic::Divide | Arithmetic::Modulo if right == 0.0 => return None,
        Arithmetic::Divide => left / right,
        Arithmetic::Modulo => left % right,
        Arithmetic::Multiply => left * right,
        Arithmetic::Subtract => left - right,
    };
    Some(Number::Double(result))
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Int(number) => number.fmt(f),
            Self::Long(number) => number.fmt(f),
            Self::Big(text) | Self::Decimal(text) => f.write_str(text),
            Self::Double(number) => f.write_str(&double_text(*number)),
        }
    }
}

/// `Double.toString`: plain from 10⁻³ to 10⁷, else with an exponent, always with a fraction.
fn double_text(number: f64) -> String {
    if number.is_nan() {
        return "NaN".to_owned();
    }
    if number.is_infinite() {
        return if number > 0.0 { "Infinity" } else { "-Infinity" }.to_owned();
    }
    let magnitude = number.abs();
    if number == 0.0 || (1e-3..1e7).contains(&magnitude) {
        return format!("{number:?}");
    }
    let text = format!("{number:e}");
    match text.split_once('e') {
        Some((mantissa, exponent)) if mantissa.contains('.') => format!("{mantissa}E{exponent}"),
        Some((mantissa, exponent)) => format!("{mantissa}.0E{exponent}"),
        None => text,
    }
}
