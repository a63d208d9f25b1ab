//! CBOR to documents and back (RFC 8949), as far as Smithy's RPC v2 uses it.
//!
//! Written: definite lengths, tag 1 for timestamps, 64-bit floats. Read: also indefinite lengths, all three float
//! widths, and `undefined` as null. Keys that are not text, other tags, integers beyond 64 bits signed, and a key given
//! twice are refused; nesting is bounded, and a length never reserves more than the bytes that are there.
use crate::document::{Document, millis};
use crate::json::seconds;
use indexmap::IndexMap;

/// Reads one document nested at most `depth` deep.
pub(crate) fn parse(bytes: &[u8], depth: usize) -> Result<Document, String> {
    let mut reader = Reader { rest: bytes };
    let document = reader.item(depth)?.ok_or("an unexpected break")?;
    if reader.rest.is_empty() { Ok(document) } else { Err("bytes after the document".to_owned()) }
}

struct Reader<'a> {
    rest: &'a [u8],
}

/// The length in a head: known, or up to a break.
type Length = Option<u64>;

impl<'a> Reader<'a> {
    fn bytes(&mut self, count: u64) -> Result<&'a [u8], String> {
        let count = usize::try_from(count).map_err(|_| "the length is out of range")?;
        let (taken, rest) = self.rest.split_at_checked(count).ok_or("the document ends early")?;
        self.rest = rest;
        Ok(taken)
    }

    fn unsigned(&mut self, width: u64) -> Result<u64, String> {
        Ok(self.bytes(width)?.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    /// The argument after an initial byte; `None` for an indefinite length.
    fn argument(&mut self, low: u8) -> Result<Length, String> {
        Ok(Some(match low {
            0..=23 => u64::from(low),
            24 => self.unsigned(1)?,
            25 => self.unsigned(2)?,
            26 => self.unsigned(4)?,
            27 => self.unsigned(8)?,
            31 => return Ok(None),
            _ => return Err("a reserved length".to_owned()),
        }))
    }

    /// The next item; `None` for a break.
    fn item(&mut self, depth: usize) -> Result<Option<Document>, String> {
        let initial = *self.bytes(1)?.first().ok_or("the document ends early")?;
        let (major, low) = (initial >> 5, initial & 31);
        if major == 7 {
            return self.simple(low);
        }
        let length = self.argument(low)?;
        let document = match major {
            0 => Document::Integer(signed(length)?),
            1 => Document::Integer(-1 - signed(length)?),
            2 => Document::Bytes(self.string(major, length)?),
            3 => Document::Text(text(self.string(major, length)?)?),
            4 => self.list(length, deeper(depth)?)?,
            5 => self.map(length, deeper(depth)?)?,
            _ => self.tagged(length, depth)?,
        };
        Ok(Some(document))
    }

    fn string(&mut self, major: u8, length: Length) -> Result<Vec<u8>, String> {
        if let Some(length) = length {
            return Ok(self.bytes(length)?.to_vec());
        }
        let mut whole = Vec::new();
        loop {
            let initial = *self.bytes(1)?.first().ok_or("the document ends early")?;
            if initial == 0xff {
                return Ok(whole);
            }
            let chunk = self.argument(initial & 31)?;
            match chunk {
                Some(length) if initial >> 5 == major => whole.extend_from_slice(self.bytes(length)?),
                _ => return Err("a string's chunk is of another kind".to_owned()),
            }
        }
    }

    fn list(&mut self, length: Length, depth: usize) -> Result<Document, String> {
        let mut items = Vec::new();
        let mut left = length;
        while left != Some(0) {
            match self.item(depth)? {
                Some(item) => items.push(item),
                None if left.is_none() => break,
                None => return Err("an unexpected break".to_owned()),
            }
            left = left.map(|left| left - 1);
        }
        Ok(Document::List(items))
    }

    fn map(&mut self, length: Length, depth: usize) -> Result<Document, String> {
        let mut entries = IndexMap::new();
        let mut left = length;
        while left != Some(0) {
            let key = match self.item(depth)? {
                Some(Document::Text(key)) => key,
                Some(_) => return Err("a key is not text".to_owned()),
                None if left.is_none() => break,
                None => return Err("an unexpected break".to_owned()),
            };
            let value = self.item(depth)?.ok_or("an unexpected break")?;
            if entries.contains_key(&key) {
                return Err(format!("the key '{key}' is given twice"));
            }
            entries.insert(key, value);
            left = left.map(|left| left - 1);
        }
        Ok(Document::Map(entries))
    }

    fn tagged(&mut self, tag: Length, depth: usize) -> Result<Document, String> {
        if tag != Some(1) {
            return Err("a tag other than that of a timestamp".to_owned());
        }
        let moment = match self.item(deeper(depth)?)? {
            Some(Document::Integer(seconds)) => seconds.checked_mul(1000),
            Some(Document::Double(seconds)) => millis(seconds),
            _ => None,
        };
        moment.map(Document::Timestamp).ok_or_else(|| "a timestamp is not a number in range".to_owned())
    }

    fn simple(&mut self, low: u8) -> Result<Option<Document>, String> {
        Ok(Some(match low {
            20 => Document::Boolean(false),
            21 => Document::Boolean(true),
            22 | 23 => Document::Null,
            25 => Document::Double(half(self.unsigned(2)?)),
            26 => Document::Double(f64::from(f32::from_bits(
                u32::try_from(self.unsigned(4)?).map_err(|_| "a float is out of range")?,
            ))),
            27 => Document::Double(f64::from_bits(self.unsigned(8)?)),
            31 => return Ok(None),
            _ => return Err("an unknown simple value".to_owned()),
        }))
    }
}

fn deeper(depth: usize) -> Result<usize, String> {
    depth.checked_sub(1).ok_or_else(|| "the document is nested too deep".to_owned())
}

fn signed(length: Length) -> Result<i64, String> {
    let number = length.ok_or("an integer without a length")?;
    i64::try_from(number).map_err(|_| "the number is out of range".to_owned())
}

fn text(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|_| "text is not UTF-8".to_owned())
}

/// A 16-bit float (RFC 8949, appendix D).
fn half(bits: u64) -> f64 {
    let mantissa = f64::from(u16::try_from(bits & 0x3ff).unwrap_or(0));
    let size = match bits >> 10 & 0x1f {
        0 => mantissa * 2f64.powi(-24),
        31 if mantissa == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        exponent => (mantissa + 1024.0) * 2f64.powi(i32::try_from(exponent).unwrap_or(0) - 25),
    };
    if bits & 0x8000 == 0 { size } else { -size }
}

/// Writes a document.
pub(crate) fn write(document: &Document) -> Vec<u8> {
    let mut out = Vec::new();
    item(document, &mut out);
    out
}

fn item(document: &Document, out: &mut Vec<u8>) {
    match document {
        Document::Null => out.push(0xf6),
        Document::Boolean(flag) => out.push(0xf4 | u8::from(*flag)),
        Document::Integer(number) => integer(*number, out),
        Document::Double(number) => double(*number, out),
        Document::Text(text) => {
            head(3, text.len(), out);
            out.extend_from_slice(text.as_bytes());
        }
        Document::Bytes(bytes) => {
            head(2, bytes.len(), out);
            out.extend_from_slice(bytes);
        }
        Document::Timestamp(millis) => {
            out.push(0xc1);
            if millis % 1000 == 0 { integer(millis / 1000, out) } else { double(seconds(*millis), out) }
        }
        Document::List(items) => {
            head(4, items.len(), out);
            items.iter().for_each(|inner| item(inner, out));
        }
        Document::Map(entries) => {
            head(5, entries.len(), out);
            for (key, inner) in entries {
                head(3, key.len(), out);
                out.extend_from_slice(key.as_bytes());
                item(inner, out);
            }
        }
    }
}

fn integer(number: i64, out: &mut Vec<u8>) {
    match u64::try_from(number) {
        Ok(number) => argument(0, number, out),
        // -1 - n has the bits of !n.
        Err(_) => argument(1, (!number).unsigned_abs(), out),
    }
}

fn double(number: f64, out: &mut Vec<u8>) {
    out.push(0xfb);
    out.extend_from_slice(&number.to_be_bytes());
}

fn head(major: u8, length: usize, out: &mut Vec<u8>) {
    argument(major, u64::try_from(length).unwrap_or(u64::MAX), out);
}

fn argument(major: u8, number: u64, out: &mut Vec<u8>) {
    let bytes = number.to_be_bytes();
    let (low, width) = match number {
        0..=23 => (bytes[7], 0),
        24..=0xff => (24, 1),
        0x100..=0xffff => (25, 2),
        0x1_0000..=0xffff_ffff => (26, 4),
        _ => (27, 8),
    };
    out.push(major << 5 | low);
    out.extend_from_slice(&bytes[8 - width..]);
}

#[cfg(test)]
mod tests {
    use super::{parse, write};
    use crate::document::Document;

    /// RFC 8949, appendix A.
    #[test]
    fn the_standards_examples() {
        for (bytes, expected) in [
            (&b"\x00"[..], Document::Integer(0)),
            (b"\x19\x03\xe8", Document::Integer(1000)),
            (b"\x1b\x00\x00\x00\xe8\xd4\xa5\x10\x00", Document::Integer(1_000_000_000_000)),
            (b"\x39\x03\xe7", Document::Integer(-1000)),
            (b"\xf9\x3c\x00", Document::Double(1.0)),
            (b"\xf9\xc4\x00", Document::Double(-4.0)),
            (b"\xf9\x00\x01", Document::Double(5.960_464_477_539_063e-8)),
            (b"\xfa\x47\xc3\x50\x00", Document::Double(100_000.0)),
            (b"\xfb\x3f\xf1\x99\x99\x99\x99\x99\x9a", Document::Double(1.1)),
            (b"\xc1\x1a\x51\x4b\x67\xb0", Document::Timestamp(1_363_896_240_000)),
            (b"\xc1\xfb\x41\xd4\x52\xd9\xec\x20\x00\x00", Document::Timestamp(1_363_896_240_500)),
            (b"\x5f\x42\x01\x02\x43\x03\x04\x05\xff", Document::Bytes(vec![1, 2, 3, 4, 5])),
            (b"\x7f\x65strea\x64ming\xff", Document::Text("streaming".to_owned())),
            (b"\x9f\xff", Document::List(vec![])),
            (b"\xf7", Document::Null),
        ] {
            assert_eq!(parse(bytes, 4), Ok(expected), "{bytes:x?}");
        }
    }

    #[test]
    fn bad_bytes_are_refused() {
        for bytes in [
            &b""[..],
            b"\x19\x03",
            b"\xff",
            b"\x81\xff",
            b"\xa1\x01\x02",
            b"\xa2\x61a\x01\x61a\x02",
            b"\x62\xff\xff",
            b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff",
            b"\x1b\xff\xff\xff\xff\xff\xff\xff\xff",
            b"\xc2\x41\x01",
            b"\x00\x00",
            b"\x1c",
            b"\xbf\x61a\xff",
            b"\x5f\x61a\xff",
        ] {
            assert!(parse(bytes, 4).is_err(), "{bytes:x?}");
        }
        assert!(parse(&[0x81; 100_000], 32).is_err());
        assert!(parse(&[0xc1; 100_000], 32).is_err());
    }

    proptest::proptest! {
        #[test]
        fn integers_come_back(number: i64, millis in -9_999_999_999_999_i64..9_999_999_999_999, flag: bool) {
            let list = [Document::Integer(number), Document::Timestamp(millis), Document::Boolean(flag)];
            let document = Document::List(list.into());
            proptest::prop_assert_eq!(parse(&write(&document), 2), Ok(document));
        }

        #[test]
        fn anything_is_read_or_refused(bytes: Vec<u8>) {
            let _ = parse(&bytes, 8);
        }
    }
}
