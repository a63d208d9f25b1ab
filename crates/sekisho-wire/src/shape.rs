//! Shapes: what a structure's members are called on the wire, where they travel, and what values they may take.
//!
//! The tables are data written by `cargo xtask codegen`; the protocols walk them together with a [`Value`] tree, so one
//! interpreter per protocol serves every operation and the generated structs hold no logic. A member that was not sent
//! is `None`; nothing is defaulted here, because the handlers must tell "absent" from "empty" (Smithy 2.0, optionality).
use indexmap::IndexMap;

/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(
    /// Milliseconds since the epoch, negative before it.
    pub i64,
);

/// A service: its names, its operations, its modelled errors.
#[derive(Debug)]
pub struct Service {
    /// The signing name and botocore's folder name (`ec2`).
    pub name: &'static str,
    /// The dated API version.
    pub version: &'static str,
    /// The XML namespace of its answers; empty where it has none.
    pub namespace: &'static str,
    /// The prefix of `X-Amz-Target`; empty where it has none.
    pub target: &'static str,
    /// The operations served here, by name in order.
    pub operations: &'static [Operation],
    /// The operations AWS has and this gateway does not.
    pub unserved: &'static [Unserved],
    /// Modelled error names and their HTTP status.
    pub errors: &'static [(&'static str, u16)],
}

impl Service {
    /// The served operation of that name.
    pub fn operation(&self, name: &str) -> Option<&'static Operation> {
        self.operations.iter().find(|operation| operation.name == name)
    }

    /// Whether AWS has an operation of that name which is not served here.
    pub fn is_unserved(&self, name: &str) -> bool {
        self.unserved.iter().any(|operation| operation.name == name)
    }
}

/// One served operation.
#[derive(Debug)]
pub struct Operation {
    /// Its name (`CreateVpc`).
    pub name: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path with `{labels}` and, for some, fixed query pairs (`/restapis?mode=import`).
    pub uri: &'static str,
    /// The HTTP status of success.
    pub status: u16,
    /// The element around the result (AWS Query only).
    pub wrapper: Option<&'static str>,
    /// The input's table.
    pub input: &'static Structure,
    /// The output's table.
    pub output: &'static Structure,
}

/// An operation known by name only.
#[derive(Debug)]
pub struct Unserved {
    /// Its name.
    pub name: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path with `{labels}`.
    pub uri: &'static str,
}

/// A structure's table.
#[derive(Debug)]
pub struct Structure {
    /// The model's name for it, as it appears in validation messages.
    pub name: &'static str,
    /// Its members, in the model's order.
    pub members: &'static [Member],
}

/// One member of a structure.
#[derive(Debug)]
pub struct Member {
    /// The model's name (`SubnetIds`), which is also the SDKs' and JSON 1.1's.
    pub name: &'static str,
    /// The name in bodies, labels, headers and the query string of REST services, and in XML answers (`item`).
    pub wire: &'static str,
    /// The name in Query requests (`SubnetId`).
    pub query: &'static str,
    /// Where it travels in a REST request.
    pub place: Place,
    /// Whether a request without it is refused.
    pub required: bool,
    /// What it holds.
    pub shape: Shape,
}

impl Member {
    /// The same member, required.
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same member, at another place.
    pub const fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }
}

/// A body member with one name everywhere.
pub(crate) const fn member(name: &'static str, shape: Shape) -> Member {
    named(name, name, name, shape)
}

/// A body member with its names in the model, on the wire, and in Query requests.
pub(crate) const fn named(
    name: &'static str,
    wire: &'static str,
    query: &'static str,
    shape: Shape,
) -> Member {
    Member { name, wire, query, place: Place::Body, required: false, shape }
}

/// Where a member travels in a REST request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the body document.
    Body,
    /// A label of the path.
    Uri,
    /// A pair of the query string; a map gives one pair for each entry.
    Query,
    /// A header.
    Header,
    /// The whole body.
    Payload,
}

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A string.
    Text(&'static Text),
    /// `true` or `false`.
    Boolean,
    /// A 32-bit integer.
    Integer(Bounds),
    /// A 64-bit integer.
    Long(Bounds),
    /// A double.
    Double,
    /// A moment.
    Timestamp,
    /// Bytes.
    Blob,
    /// A list.
    List(&'static List),
    /// A map from strings.
    Map(&'static Map),
    /// A structure.
    Structure(&'static Structure),
}

/// A string without constraints.
pub(crate) const TEXT: Shape = Shape::Text(&Text { values: &[], length: Bounds::NONE, pattern: None });
/// An integer without constraints.
pub(crate) const INTEGER: Shape = Shape::Integer(Bounds::NONE);
/// A long without constraints.
pub(crate) const LONG: Shape = Shape::Long(Bounds::NONE);

/// A string's constraints.
#[derive(Debug)]
pub struct Text {
    /// The values allowed; empty where any is.
    pub values: &'static [&'static str],
    /// Bounds of the length in characters.
    pub length: Bounds,
    /// The model's regular expression (Java's dialect, whole match); data only, not evaluated here.
    pub pattern: Option<&'static str>,
}

/// Inclusive bounds of a number, a length or a count.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Not less than this.
    pub min: Option<i64>,
    /// Not more than this.
    pub max: Option<i64>,
}

impl Bounds {
    /// No bounds.
    pub const NONE: Self = Self { min: None, max: None };
}

/// A list's table.
#[derive(Debug)]
pub struct List {
    /// The element's name in XML answers.
    pub wire: &'static str,
    /// Bounds of the number of elements.
    pub count: Bounds,
    /// What each element is.
    pub member: Shape,
}

/// A map's table; keys are strings.
#[derive(Debug)]
pub struct Map {
    /// What each value is.
    pub value: Shape,
}

/// A value of some shape: what the protocols read and write.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A string.
    Text(String),
    /// A boolean.
    Boolean(bool),
    /// An integer or a long.
    Integer(i64),
    /// A double.
    Double(f64),
    /// A moment in milliseconds since the epoch.
    Timestamp(i64),
    /// Bytes.
    Blob(Vec<u8>),
    /// A list.
    List(Vec<Self>),
    /// A map in the order given.
    Map(IndexMap<String, Self>),
    /// A structure's members, one for each of its table, in order.
    Structure(Vec<Option<Self>>),
}

/// A structure generated from the model.
pub trait Shaped: Default {
    /// Its table.
    const SHAPE: &'static Structure;
    /// Takes the members in the table's order.
    fn from_members(members: &mut Members) -> Self;
    /// Gives the members in the table's order.
    fn to_members(&self) -> Vec<Option<Value>>;
}

/// The inputs, or the outputs, of all operations of a service.
pub trait Message: Sized {
    /// The members of the operation's structure, in its table's order.
    fn to_members(&self) -> Vec<Option<Value>>;
    /// The operation's structure from its members; `None` if it is not served.
    fn from_members(operation: &str, members: &mut Members) -> Option<Self>;
}

/// A structure's values being moved into a struct, in the table's order.
#[derive(Debug)]
pub struct Members(std::vec::IntoIter<Option<Value>>);

impl Members {
    /// Values of one structure, as many as its table has members.
    pub fn new(values: Vec<Option<Value>>) -> Self {
        Self(values.into_iter())
    }

    /// The next member.
    pub(crate) fn take<T: Field>(&mut self) -> Option<T> {
        T::from_value(self.0.next()??)
    }
}

/// A member's value, where it is set.
pub(crate) fn value<T: Field>(field: &Option<T>) -> Option<Value> {
    field.as_ref().map(Field::to_value)
}

/// A Rust type that stands for a shape.
pub trait Field: Sized {
    /// The value as this type; `None` if the value is of another shape, which a table-driven reader never gives.
    fn from_value(value: Value) -> Option<Self>;
    /// This as a value.
    fn to_value(&self) -> Value;
}

macro_rules! scalar {
    ($type:ty, $variant:ident, $from:expr, $to:expr) => {
        impl Field for $type {
            fn from_value(value: Value) -> Option<Self> {
                match value {
                    Value::$variant(inner) => $from(inner),
                    _ => None,
                }
            }

            fn to_value(&self) -> Value {
                Value::$variant($to(self))
            }
        }
    };
}

scalar!(String, Text, Some, Self::clone);
scalar!(bool, Boolean, Some, |flag: &Self| *flag);
scalar!(i32, Integer, |number| Self::try_from(number).ok(), |number: &Self| i64::from(*number));
scalar!(i64, Integer, Some, |number: &Self| *number);
scalar!(f64, Double, Some, |number: &Self| *number);
scalar!(Timestamp, Timestamp, |moment| Some(Self(moment)), |moment: &Self| moment.0);
scalar!(Vec<u8>, Blob, Some, Self::clone);

impl<T: Listed> Field for Vec<T> {
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::List(items) => items.into_iter().map(T::from_value).collect(),
            _ => None,
        }
    }

    fn to_value(&self) -> Value {
        Value::List(self.iter().map(Field::to_value).collect())
    }
}

/// What a list may hold. Bytes are not: `Vec<u8>` is a blob.
pub trait Listed: Field {}
impl Listed for String {}
impl Listed for bool {}
impl Listed for i32 {}
impl Listed for i64 {}
impl Listed for f64 {}
impl<T: Shaped> Listed for T {}

impl<T: Field> Field for IndexMap<String, T> {
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Map(entries) => {
                entries.into_iter().map(|(key, inner)| Some((key, T::from_value(inner)?))).collect()
            }
            _ => None,
        }
    }

    fn to_value(&self) -> Value {
        Value::Map(self.iter().map(|(key, inner)| (key.clone(), inner.to_value())).collect())
    }
}

impl<T: Shaped> Field for T {
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Structure(members) => Some(T::from_members(&mut Members::new(members))),
            _ => None,
        }
    }

    fn to_value(&self) -> Value {
        Value::Structure(self.to_members())
    }
}
