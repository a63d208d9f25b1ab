//! Documents: the tree that JSON and CBOR have in common, and its passage to and from values of a shape.
//!
//! A null member is an absent member (Smithy 2.0, JSON protocols). A member the shape does not know is refused, because
//! nothing here is accepted and then ignored. Messages of type mismatches are those of AWS's own framework, which speak
//! of Java classes.
use crate::limits::Limits;
use crate::shape::{Place, Shape, Structure, Value};
use indexmap::IndexMap;

/// A JSON or CBOR value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Document {
    Null,
    Boolean(bool),
    Integer(i64),
    Double(f64),
    Text(String),
    /// Bytes: base64 text in JSON.
    Bytes(Vec<u8>),
    /// Milliseconds since the epoch: seconds as a number in JSON, tag 1 in CBOR.
    Timestamp(i64),
    List(Vec<Self>),
    Map(IndexMap<String, Self>),
}

impl Document {
    /// The same document with every moment cut down to its second.
    pub(crate) fn in_whole_seconds(self) -> Self {
        match self {
            Self::Timestamp(millis) => Self::Timestamp(millis.div_euclid(1000) * 1000),
            Self::List(items) => Self::List(items.into_iter().map(Self::in_whole_seconds).collect()),
            Self::Map(entries) => {
                Self::Map(entries.into_iter().map(|(key, inner)| (key, inner.in_whole_seconds())).collect())
            }
            other => other,
        }
    }
}

/// Which of the two formats a document was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Json,
    Cbor,
}

/// Turns documents into values.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    pub(crate) format: Format,
    pub(crate) limits: &'a Limits,
}

impl Reader<'_> {
    /// The members of a structure that travel in the body, by their wire names.
    pub(crate) fn structure(
        &self,
        shape: &'static Structure,
        document: Document,
    ) -> Result<Vec<Option<Value>>, String> {
        let Document::Map(entries) = document else {
            return Err(match document {
                Document::List(_) => "Start of list found where not expected".to_owned(),
                _ => "Unexpected value type in payload".to_owned(),
            });
        };
        let mut members: Vec<Option<Value>> = shape.members.iter().map(|_| None).collect();
        for (key, inner) in entries {
            let found =
                shape.members.iter().position(|member| member.place == Place::Body && member.wire == key);
            let Some((slot, at)) = found.and_then(|at| Some((members.get_mut(at)?, at))) else {
                return Err(format!("Unrecognized member '{key}' in {}", shape.name));
            };
            *slot = self.value(shape.members[at].shape, inner)?;
        }
        Ok(members)
    }

    /// A value of that shape; `None` for null.
    pub(crate) fn value(&self, shape: Shape, document: Document) -> Result<Option<Value>, String> {
        Ok(Some(match (shape, document) {
            (_, Document::Null) => return Ok(None),
            (Shape::Text(_), Document::Text(text)) => Value::Text(text),
            (Shape::Boolean, Document::Boolean(flag)) => Value::Boolean(flag),
            (Shape::Integer(_), Document::Integer(number)) if i32::try_from(number).is_err() => {
                return Err(format!("{number} is out of the range of an Integer"));
            }
            (Shape::Integer(_) | Shape::Long(_), Document::Integer(number)) => Value::Integer(number),
            (Shape::Double, Document::Double(number)) => Value::Double(number),
            (Shape::Double, Document::Integer(number)) => Value::Double(whole(number)),
            (Shape::Timestamp, Document::Timestamp(millis)) => Value::Timestamp(millis),
            (Shape::Timestamp, Document::Integer(seconds)) if self.format == Format::Json => {
                Value::Timestamp(seconds.checked_mul(1000).ok_or("the timestamp is out of range")?)
            }
            (Shape::Timestamp, Document::Double(seconds)) if self.format == Format::Json => {
                Value::Timestamp(millis(seconds).ok_or("the timestamp is out of range")?)
            }
            (Shape::Blob, Document::Bytes(bytes)) => Value::Blob(bytes),
            (Shape::Blob, Document::Text(text)) if self.format == Format::Json => {
                Value::Blob(crate::json::base64_decode(&text).ok_or("the blob is not base64")?)
            }
            (Shape::List(list), Document::List(items)) => {
                self.count(items.len())?;
                let read = items.into_iter().map(|item| self.element(list.member, item));
                Value::List(read.collect::<Result<_, _>>()?)
            }
            (Shape::Map(map), Document::Map(entries)) => {
                self.count(entries.len())?;
                let read = entries.into_iter().map(|(key, inner)| Ok((key, self.element(map.value, inner)?)));
                Value::Map(read.collect::<Result<_, String>>()?)
            }
            (Shape::Structure(structure), document) => Value::Structure(self.structure(structure, document)?),
            (shape, document) => return Err(mismatch(shape, &document)),
        }))
    }

    fn element(&self, shape: Shape, document: Document) -> Result<Value, String> {
        self.value(shape, document)?.ok_or_else(|| "a collection may not hold null".to_owned())
    }

    fn count(&self, count: usize) -> Result<(), String> {
        if count > self.limits.elements {
            return Err(format!("a collection may not hold more than {} elements", self.limits.elements));
        }
        Ok(())
    }
}

/// Seconds as whole milliseconds.
pub(crate) fn millis(seconds: f64) -> Option<i64> {
    let millis = (seconds * 1000.0).round();
    // ±8.64e15 ms is the span of ECMAScript dates, far from where an f64 loses whole milliseconds.
    if !(-8.64e15..=8.64e15).contains(&millis) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "the bounds above fit an i64")]
    Some(millis as i64)
}

#[expect(clippy::cast_precision_loss, reason = "a JSON number where a double is expected is read as one")]
fn whole(number: i64) -> f64 {
    number as f64
}

fn mismatch(shape: Shape, document: &Document) -> String {
    let wanted = match shape {
        Shape::Text(_) => "String",
        Shape::Boolean => "Boolean",
        Shape::Integer(_) => "Integer",
        Shape::Long(_) => "Long",
        Shape::Double => "Double",
        Shape::Timestamp => "Date",
        Shape::Blob => "Blob",
        Shape::List(_) | Shape::Map(_) | Shape::Structure(_) => {
            let class = class(document).unwrap_or("java.lang.Object");
            return format!("Unrecognized collection type class {class}");
        }
    };
    match (class(document), document) {
        (Some(class), _) => format!("class {class} can not be converted to an {wanted}"),
        (None, Document::List(_)) => "Start of list found where not expected".to_owned(),
        (None, _) => "Start of structure or map found where not expected.".to_owned(),
    }
}

fn class(document: &Document) -> Option<&'static str> {
    Some(match document {
        Document::Boolean(_) => "java.lang.Boolean",
        Document::Integer(_) | Document::Double(_) => {
            "com.amazon.coral.value.json.numbers.TruncatingBigNumber"
        }
        Document::Text(_) => "java.lang.String",
        Document::Bytes(_) => "java.nio.ByteBuffer",
        Document::Timestamp(_) => "java.util.Date",
        Document::Null | Document::List(_) | Document::Map(_) => return None,
    })
}

/// A structure's set members as a document, without those that travel elsewhere than in the body.
pub(crate) fn from_structure(shape: &'static Structure, members: &[Option<Value>]) -> Document {
    let set = shape.members.iter().zip(members).filter(|(member, _)| member.place == Place::Body);
    Document::Map(
        set.filter_map(|(member, value)| {
            value.as_ref().map(|value| (member.wire.to_owned(), from_value(member.shape, value)))
        })
        .collect(),
    )
}

/// A value as a document.
pub(crate) fn from_value(shape: Shape, value: &Value) -> Document {
    match (shape, value) {
        (_, Value::Text(text)) => Document::Text(text.clone()),
        (_, Value::Boolean(flag)) => Document::Boolean(*flag),
        (_, Value::Integer(number)) => Document::Integer(*number),
        (_, Value::Double(number)) => Document::Double(*number),
        (_, Value::Timestamp(millis)) => Document::Timestamp(*millis),
        (_, Value::Blob(bytes)) => Document::Bytes(bytes.clone()),
        (Shape::List(list), Value::List(items)) => {
            Document::List(items.iter().map(|item| from_value(list.member, item)).collect())
        }
        (Shape::Map(map), Value::Map(entries)) => Document::Map(
            entries.iter().map(|(key, inner)| (key.clone(), from_value(map.value, inner))).collect(),
        ),
        (Shape::Structure(structure), Value::Structure(members)) => from_structure(structure, members),
        // A collection whose table is not a collection's: the generated code cannot produce it.
        (_, Value::List(_) | Value::Map(_) | Value::Structure(_)) => Document::Null,
    }
}
