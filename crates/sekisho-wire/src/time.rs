//! Moments as text: ISO 8601 with milliseconds (EC2's XML) and the basic form that SigV4 signs.
//!
//! The civil calendar is computed from days since the epoch (proleptic Gregorian, 400-year eras), so no clock and no
//! time zone come in.

const DAY: i64 = 86_400_000;

/// Year, month, day, hour, minute, second, millisecond.
struct Civil {
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
    millisecond: i64,
}

fn civil(millis: i64) -> Civil {
    let (days, within) = (millis.div_euclid(DAY), millis.rem_euclid(DAY));
    // Days since 0000-03-01, so that the leap day ends a year.
    let shifted = days + 719_468;
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    Civil {
        year: year_of_era + era * 400 + i64::from(month <= 2),
        month,
        day: day_of_year - (153 * march_month + 2) / 5 + 1,
        hour: within / 3_600_000,
        minute: within / 60_000 % 60,
        second: within / 1000 % 60,
        millisecond: within % 1000,
    }
}

/// Days since the epoch of a date, if there is such a date.
fn days_of(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let longest = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=longest).contains(&day) {
        return None;
    }
    let shifted_year = year - i64::from(month <= 2);
    let (era, year_of_era) = (shifted_year.div_euclid(400), shifted_year.rem_euclid(400));
    let march_month = (month + 9) % 12;
    let day_of_year = (153 * march_month + 2) / 5 + day - 1;
    Some(era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468)
}

/// `2022-01-21T09:00:00.000Z`.
pub(crate) fn iso(millis: i64) -> String {
    let Civil { year, month, day, hour, minute, second, millisecond } = civil(millis);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millisecond:03}Z")
}

/// `20220121T090000Z`.
pub(crate) fn basic(millis: i64) -> String {
    let Civil { year, month, day, hour, minute, second, .. } = civil(millis);
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
}

/// Reads `YYYY-MM-DDThh:mm:ss[.fraction]Z`.
pub(crate) fn parse_iso(text: &str) -> Option<i64> {
    let rest = text.strip_suffix('Z')?;
    let (main, fraction) =
        rest.split_once('.').map_or((rest, None), |(main, fraction)| (main, Some(fraction)));
    let millis = match fraction {
        None => 0,
        Some(digits) if (1..=9).contains(&digits.len()) => {
            digits_of(&format!("{digits:0<3}").chars().take(3).collect::<String>())
                .filter(|_| digits_of(digits).is_some())?
        }
        Some(_) => return None,
    };
    let (date, clock) = main.split_once('T')?;
    let (mut date, mut clock) = (date.split('-'), clock.split(':'));
    let fields = [date.next()?, date.next()?, date.next()?, clock.next()?, clock.next()?, clock.next()?];
    if date.next().is_some() || clock.next().is_some() {
        return None;
    }
    Some(moment(fields)? + millis)
}

/// Reads `YYYYMMDDThhmmssZ`.
pub(crate) fn parse_basic(text: &str) -> Option<i64> {
    if text.len() != 16 || !text.is_ascii() || text.get(8..9) != Some("T") || text.get(15..16) != Some("Z") {
        return None;
    }
    let piece = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    moment([piece(0, 4), piece(4, 6), piece(6, 8), piece(9, 11), piece(11, 13), piece(13, 15)])
}

/// Year (4 digits) and five two-digit fields as milliseconds.
fn moment(fields: [&str; 6]) -> Option<i64> {
    let mut numbers = [0; 6];
    for (at, (number, field)) in numbers.iter_mut().zip(fields).enumerate() {
        if field.len() != if at == 0 { 4 } else { 2 } {
            return None;
        }
        *number = digits_of(field)?;
    }
    let [year, month, day, hour, minute, second] = numbers;
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    Some(days_of(year, month, day)? * DAY + hour * 3_600_000 + minute * 60_000 + second * 1000)
}

fn digits_of(text: &str) -> Option<i64> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{basic, iso, parse_basic, parse_iso};

    #[test]
    fn known_moments() {
        assert_eq!(iso(0), "1970-01-01T00:00:00.000Z");
        assert_eq!(iso(951_782_399_999), "2000-02-28T23:59:59.999Z");
        assert_eq!(basic(1_440_938_160_000), "20150830T123600Z");
        assert_eq!(parse_iso("2022-01-21T09:00:00.5Z"), Some(1_642_755_600_500));
        assert_eq!(parse_iso("2022-01-21T09:00:00Z"), Some(1_642_755_600_000));
    }

    #[test]
    fn there_is_no_such_moment() {
        for text in [
            "",
            "2022-02-29T00:00:00Z",
            "2022-13-01T00:00:00Z",
            "2022-1-01T00:00:00Z",
            "2022-01-01T24:00:00Z",
        ] {
            assert_eq!(parse_iso(text), None, "{text}");
        }
        for text in [
            "",
            "20220229T000000Z",
            "20220101T000000",
            "20220101 000000Z",
            "2022010éT00000Z",
            "+0220101T000000Z",
        ] {
            assert_eq!(parse_basic(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn both_ways(millis in -62_135_596_800_000_i64..253_402_300_800_000) {
            proptest::prop_assert_eq!(parse_iso(&iso(millis)), Some(millis));
            let seconds = millis.div_euclid(1000) * 1000;
            proptest::prop_assert_eq!(parse_basic(&basic(seconds)), Some(seconds));
        }
    }
}
