//! JSON text to documents and back (RFC 8259).
//!
//! A key given twice is refused rather than silently overwritten; nesting is bounded. Timestamps are written as epoch
//! seconds, whole where they are whole, and blobs as base64, as the AWS JSON protocols have it.
use crate::document::Document;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use indexmap::IndexMap;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap as _, SerializeSeq as _, Serializer};

/// Reads one JSON document nested at most `depth` deep.
pub(crate) fn parse(text: &[u8], depth: usize) -> Result<Document, String> {
    let mut reader = serde_json::Deserializer::from_slice(text);
    let document = Nested(depth).deserialize(&mut reader).map_err(|error| error.to_string())?;
    reader.end().map_err(|error| error.to_string())?;
    Ok(document)
}

/// Writes a document.
pub(crate) fn write(document: &Document) -> Vec<u8> {
    // Keys are strings and the sink is memory, so serialisation has no way to fail.
    serde_json::to_vec(document).unwrap_or_default()
}

/// Standard base64 with padding.
pub(crate) fn base64_decode(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// Standard base64 with padding.
pub(crate) fn base64_encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Reads a document with that many levels left.
#[derive(Clone, Copy)]
struct Nested(usize);

impl Nested {
    fn inner<E: Error>(self) -> Result<Self, E> {
        self.0.checked_sub(1).map(Self).ok_or_else(|| E::custom("the document is nested too deep"))
    }
}

impl<'de> DeserializeSeed<'de> for Nested {
    type Value = Document;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Nested {
    type Value = Document;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Document, E> {
        Ok(Document::Boolean(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Document, E> {
        Ok(Document::Integer(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Document, E> {
        i64::try_from(number).map(Document::Integer).map_err(|_| E::custom("the number is out of range"))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Document, E> {
        Ok(Document::Double(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Document, E> {
        Ok(Document::Text(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Document, E> {
        Ok(Document::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Document, A::Error> {
        let inner = self.inner()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            list.push(item);
        }
        Ok(Document::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Document, A::Error> {
        let inner = self.inner()?;
        let mut map = IndexMap::new();
        while let Some(key) = entries.next_key::<String>()? {
            let value = entries.next_value_seed(inner)?;
            if map.contains_key(&key) {
                return Err(A::Error::custom(format!("the key '{key}' is given twice")));
            }
            map.insert(key, value);
        }
        Ok(Document::Map(map))
    }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Boolean(flag) => serializer.serialize_bool(*flag),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::Double(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Bytes(bytes) => serializer.serialize_str(&base64_encode(bytes)),
            Self::Timestamp(millis) if millis % 1000 == 0 => serializer.serialize_i64(millis / 1000),
            Self::Timestamp(millis) => serializer.serialize_f64(seconds(*millis)),
            Self::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Self::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

/// Milliseconds as seconds; exact to the millisecond for any date an AWS service gives.
#[expect(clippy::cast_precision_loss, reason = "dates are far below 2^53 milliseconds")]
pub(crate) fn seconds(millis: i64) -> f64 {
    millis as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::{parse, write};
    use crate::document::Document;

    #[test]
    fn bad_text_is_refused() {
        for text in [
            "",
            "{",
            "[1,]",
            "{\"a\":1}x",
            "\"\u{0}",
            "01",
            "{\"a\":1,\"a\":2}",
            "18446744073709551616e999",
            "nul",
        ] {
            assert!(parse(text.as_bytes(), 8).is_err(), "{text}");
        }
        assert!(parse(b"\"\xff\"", 8).is_err());
        assert!(parse(b"18446744073709551615", 8).is_err());
    }

    #[test]
    fn nesting_is_bounded() {
        assert!(parse(b"[[1]]", 2).is_ok());
        assert!(parse(b"[[1]]", 1).is_err());
        assert!(parse("[".repeat(100_000).as_bytes(), 32).is_err());
    }

    #[test]
    fn moments_and_bytes() {
        let list = [Document::Timestamp(1_500), Document::Timestamp(2_000), Document::Bytes(vec![255, 0])];
        assert_eq!(write(&Document::List(list.into())), b"[1.5,2,\"/wA=\"]");
    }
}
