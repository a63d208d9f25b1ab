//! Points in time as conditions compare them: ISO 8601 in the W3C profile, or seconds since 1970.
//!
//! Kept as seconds and nanoseconds, because policies speak of the year 9999. A day's text needs no zone, a time of day
//! does. Source: the IAM guide, date condition operators; W3C note "Date and Time Formats".

use std::fmt;

/// A point in time, in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub seconds: i64,
    /// Nanoseconds within the second, below 10⁹.
    pub nanoseconds: u32,
}

impl Timestamp {
    /// The beginning of a second.
    #[must_use]
    pub fn from_seconds(seconds: i64) -> Self {
        Self { seconds, nanoseconds: 0 }
    }

    /// Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `YYYY-MM-DDThh:mm[:ss[.f]]` with `Z` or `±hh:mm`, or whole seconds since
    /// 1970 with an optional fraction. Four digits alone are a year.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (unsigned, negative) = match text.strip_prefix('-') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        let is_year = text.len() == 4 && all_digits(text);
        if !is_year && !whole.is_empty() && whole.len() <= 15 && all_digits(whole) {
            let seconds: i64 = whole.parse().ok()?;
            let nanoseconds = nanoseconds(fraction)?;
            return Some(match (negative, nanoseconds) {
                (false, _) => Self { seconds, nanoseconds },
                (true, 0) => Self::from_seconds(-seconds),
                (true, _) => Self { seconds: -seconds - 1, nanoseconds: 1_000_000_000 - nanoseconds },
            });
        }
        calendar(text)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil_from_days(self.seconds.div_euclid(86_400));
        let second = self.seconds.rem_euclid(86_400);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")?;
        if self.nanoseconds > 0 {
            write!(f, ".{:09}", self.nanoseconds)?;
        }
        f.write_str("Z")
    }
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// The fraction's digits as nanoseconds; what is finer is cut off.
fn nanoseconds(digits: &str) -> Option<u32> {
    if digits.is_empty() || !all_digits(digits) {
        return None;
    }
    let nine = digits.bytes().chain(std::iter::repeat(b'0')).take(9);
    Some(nine.fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')))
}

fn fixed(text: &str, length: usize) -> Option<i64> {
    if text.len() == length && all_digits(text) { text.parse().ok() } else { None }
}

fn calendar(text: &str) -> Option<Timestamp> {
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let mut parts = date.splitn(3, '-');
    let year = fixed(parts.next()?, 4)?;
    let (month, day) = (parts.next(), parts.next());
    if time.is_some() && day.is_none() {
        return None;
    }
    let month = month.map_or(Some(1), |month| fixed(month, 2))?;
    let day = day.map_or(Some(1), |day| fixed(day, 2))?;
    if !(1..=12).contains(&month) || !(1..=days_in_month(year, month)).contains(&day) {
        return None;
    }
    let midnight = days_from_civil(year, month, day) * 86_400;
    match time {
        Some(time) => {
            let (second, nanoseconds) = time_of_day(time)?;
            Some(Timestamp { seconds: midnight + second, nanoseconds })
        }
        None => Some(Timestamp::from_seconds(midnight)),
    }
}

/// Seconds after midnight UTC, which the zone may take to another day, and nanoseconds.
fn time_of_day(text: &str) -> Option<(i64, u32)> {
    let (clock, offset) = match text.strip_suffix('Z') {
        Some(clock) => (clock, 0),
        None => {
            let at = text.rfind(['+', '-'])?;
            let (clock, zone) = text.split_at(at);
            let (hours, minutes) = zone.get(1..)?.split_once(':')?;
            let (hours, minutes) = (fixed(hours, 2)?, fixed(minutes, 2)?);
            if hours > 23 || minutes > 59 {
                return None;
            }
            let offset = hours * 3600 + minutes * 60;
            (clock, if zone.starts_with('-') { -offset } else { offset })
        }
    };
    let mut parts = clock.splitn(3, ':');
    let (hour, minute) = (fixed(parts.next()?, 2)?, fixed(parts.next()?, 2)?);
    let (second, fraction) = match parts.next() {
        None => (0, 0),
        Some(second) => match second.split_once('.') {
            Some((second, fraction)) => (fixed(second, 2)?, nanoseconds(fraction)?),
            None => (fixed(second, 2)?, 0),
        },
    };
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    Some((hour * 3600 + minute * 60 + second - offset, fraction))
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar, counting years from March so that the leap day is last.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The inverse of [`days_from_civil`].
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let month = (from_march + 2) % 12 + 1;
    (year_of_era + era * 400 + i64::from(month <= 2), month, day_of_year - (153 * from_march + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read() {
        for (text, seconds, nanoseconds) in [
            ("2026", 1_767_225_600, 0),
            ("2026-01", 1_767_225_600, 0),
            ("2026-01-01", 1_767_225_600, 0),
            ("2026-01-01T00:00Z", 1_767_225_600, 0),
            ("2026-01-01T09:00:00+09:00", 1_767_225_600, 0),
            ("2025-12-31T20:30:00.25-03:30", 1_767_225_600, 250_000_000),
            ("1767225600", 1_767_225_600, 0),
            ("1767225600.5", 1_767_225_600, 500_000_000),
            ("-1.25", -2, 750_000_000),
            ("-1.0", -1, 0),
            ("1969-12-31T23:59:59Z", -1, 0),
            ("2024-02-29", 1_709_164_800, 0),
            ("9999-12-31T23:59:59Z", 253_402_300_799, 0),
        ] {
            assert_eq!(Timestamp::parse(text), Some(Timestamp { seconds, nanoseconds }), "{text}");
        }
    }

    #[test]
    fn other_texts_are_none() {
        for text in [
            "",
            "x",
            "2026-13-01",
            "2025-02-29",
            "2026-1-1",
            "2026-01-01T",
            "2026-01-01T00:00:00",
            "2026T00:00Z",
            "2026-01-01T24:00Z",
            "2026-01-01T00:00+25:00",
            "1.",
            "-",
            "1e3",
            "2026-01-01T00:00:00.Z",
            "+5",
            "٣",
        ] {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
    }

    #[test]
    fn text_and_back() {
        for seconds in (-100_000_000_000..250_000_000_000).step_by(7_777_777_777) {
            let time = Timestamp::from_seconds(seconds.max(-62_135_596_800));
            assert_eq!(Timestamp::parse(&time.to_string()), Some(time));
        }
    }
}
