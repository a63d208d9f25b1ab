//! One trimmed model in, one Rust source out: structs, shape tables, `Request` and `Response`.
use super::names::{constant, field, type_name};
use super::trim::object;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The unformatted source of `generated/<service>.rs`.
pub(crate) fn emit(service: &str, model: &Value) -> Result<String, String> {
    let model = Model::new(service, model)?;
    let mut out = String::new();
    model.head(&mut out)?;
    model.structures(&mut out)?;
    model.enums(&mut out)?;
    model.shape_constants(&mut out)?;
    model.dispatch(&mut out)?;
    Ok(out)
}

/// A write into a `String` cannot fail; this keeps the `?` readable.
impl From<std::fmt::Error> for Fault {
    fn from(_: std::fmt::Error) -> Self {
        Self("formatting failed".to_owned())
    }
}

struct Fault(String);

impl From<String> for Fault {
    fn from(message: String) -> Self {
        Self(message)
    }
}

impl From<Fault> for String {
    fn from(fault: Fault) -> Self {
        fault.0
    }
}

struct Model<'a> {
    service: &'a str,
    metadata: &'a Value,
    operations: &'a Map<String, Value>,
    shapes: &'a Map<String, Value>,
    unserved: &'a Map<String, Value>,
    /// Model shape → Rust type, for structures.
    types: BTreeMap<String, String>,
    /// Shapes of modelled errors: known by name, not turned into structs.
    errors: BTreeSet<String>,
}

impl<'a> Model<'a> {
    fn new(service: &'a str, model: &'a Value) -> Result<Self, String> {
        let operations = object(model, "operations")?;
        let shapes = object(model, "shapes")?;
        let mut types: BTreeMap<String, String> = shapes
            .iter()
            .filter(|(_, shape)| shape["type"] == "structure")
            .map(|(name, _)| (name.clone(), type_name(name)))
            .collect();
        let mut errors = BTreeSet::new();
        for (name, operation) in operations {
            if let Some(input) = operation["input"]["shape"].as_str() {
                types.insert(input.to_owned(), format!("{name}Input"));
            }
            if let Some(output) = operation["output"]["shape"].as_str()
                && (output == format!("{name}Result") || output == format!("{name}Response"))
            {
                types.insert(output.to_owned(), format!("{name}Output"));
            }
            let named =
                operation["errors"].as_array().into_iter().flatten().filter_map(|e| e["shape"].as_str());
            errors.extend(named.map(str::to_owned));
        }
        Ok(Self {
            service,
            metadata: &model["metadata"],
            operations,
            shapes,
            unserved: object(model, "unserved")?,
            types,
            errors,
        })
    }

    fn head(&self, out: &mut String) -> Result<(), Fault> {
        let full = self.metadata["serviceFullName"].as_str().unwrap_or(self.service);
        writeln!(out, "//! {full}: the shapes of the served operations, as plain structs and as tables.")?;
        writeln!(
            out,
            "//!\n//! Written by `cargo xtask codegen` from `models/{}.json`; do not edit.",
            self.service
        )?;
        writeln!(out, "use crate::shape::*;")?;
        let mapped = self.shapes.values().any(|shape| shape["type"] == "map");
        if mapped {
            writeln!(out, "use indexmap::IndexMap;")?;
        }
        Ok(())
    }

    fn shape(&self, name: &str) -> Result<&'a Value, Fault> {
        self.shapes.get(name).ok_or_else(|| Fault(format!("{}: no shape {name}", self.service)))
    }

    /// The Rust type of a shape.
    fn rust_type(&self, name: &str) -> Result<String, Fault> {
        let shape = self.shape(name)?;
        Ok(match shape["type"].as_str().unwrap_or_default() {
            "string" => "String".to_owned(),
            "boolean" => "bool".to_owned(),
            "integer" => "i32".to_owned(),
            "long" => "i64".to_owned(),
            "double" | "float" => "f64".to_owned(),
            "timestamp" => "Timestamp".to_owned(),
            "blob" => "Vec<u8>".to_owned(),
            "structure" => self.types[name].clone(),
            "list" => format!("Vec<{}>", self.rust_type(target(&shape["member"]))?),
            "map" => format!("IndexMap<String, {}>", self.rust_type(target(&shape["value"]))?),
            other => return Err(Fault(format!("{name} has unknown type {other}"))),
        })
    }

    /// The expression of a shape's table.
    fn shape_expression(&self, name: &str) -> Result<String, Fault> {
        let shape = self.shape(name)?;
        let kind = shape["type"].as_str().unwrap_or_default();
        Ok(match kind {
            "structure" => format!("Shape::Structure({}::SHAPE)", self.types[name]),
            "string" if !constrained(shape) => "TEXT".to_owned(),
            "integer" if !constrained(shape) => "INTEGER".to_owned(),
            "long" if !constrained(shape) => "LONG".to_owned(),
            "double" | "float" => "Shape::Double".to_owned(),
            "boolean" => "Shape::Boolean".to_owned(),
            "timestamp" => "Shape::Timestamp".to_owned(),
            "blob" => "Shape::Blob".to_owned(),
            _ => format!("shapes::{}", constant(name)),
        })
    }

    fn structures(&self, out: &mut String) -> Result<(), Fault> {
        for (name, rust) in &self.types {
            if !self.errors.contains(name) {
                self.structure(out, name, rust, self.shape(name)?)?;
            }
        }
        let nothing = Value::Null;
        for (name, operation) in self.operations {
            for (role, suffix) in [("input", "Input"), ("output", "Output")] {
                if operation[role]["shape"].as_str().is_none() {
                    let rust = format!("{name}{suffix}");
                    self.structure(out, &rust, &rust, &nothing)?;
                }
            }
        }
        Ok(())
    }

    fn structure(&self, out: &mut String, name: &str, rust: &str, shape: &Value) -> Result<(), Fault> {
        let none = Map::new();
        let members = shape["members"].as_object().unwrap_or(&none);
        let required: Vec<&str> =
            shape["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        writeln!(
            out,
            "\n/// The shape `{name}`.\n#[derive(Clone, Debug, Default, PartialEq)]\npub struct {rust} {{"
        )?;
        for (member, used) in members {
            let needed = if required.contains(&member.as_str()) { ", required" } else { "" };
            writeln!(out, "/// `{member}`{}{needed}.", self.remark(target(used))?)?;
            writeln!(out, "pub {}: Option<{}>,", field(member), self.rust_type(target(used))?)?;
        }
        writeln!(out, "}}\n\nimpl Shaped for {rust} {{")?;
        writeln!(out, "const SHAPE: &'static Structure = &Structure {{ name: \"{name}\", members: &[")?;
        for (member, used) in members {
            let wire = used["locationName"].as_str().unwrap_or(member);
            let query =
                used["queryName"].as_str().map_or_else(|| query_name(self.service, wire), str::to_owned);
            let names = if self.service == "ec2" || wire != member {
                format!("named(\"{member}\", \"{wire}\", \"{query}\", ")
            } else {
                format!("member(\"{member}\", ")
            };
            write!(out, "{names}{})", self.shape_expression(target(used))?)?;
            out.push_str(place(shape, member, used));
            if required.contains(&member.as_str()) {
                out.push_str(".required()");
            }
            out.push_str(",\n");
        }
        writeln!(out, "] }};")?;
        if members.is_empty() {
            writeln!(out, "fn from_members(_: &mut Members) -> Self {{ Self {{}} }}")?;
        } else {
            writeln!(out, "fn from_members(members: &mut Members) -> Self {{ Self {{")?;
            for member in members.keys() {
                writeln!(out, "{}: members.take(),", field(member))?;
            }
            writeln!(out, "}} }}")?;
        }
        writeln!(out, "fn to_members(&self) -> Vec<Option<Value>> {{ vec![")?;
        for member in members.keys() {
            writeln!(out, "value(&self.{}),", field(member))?;
        }
        writeln!(out, "] }} }}")?;
        Ok(())
    }

    /// What a field's documentation says about its values.
    fn remark(&self, name: &str) -> Result<String, Fault> {
        let shape = self.shape(name)?;
        Ok(match shape["enum"].as_array() {
            Some(_) => format!(", one of [`enums::{}`]", constant(name)),
            None => String::new(),
        })
    }

    fn enums(&self, out: &mut String) -> Result<(), Fault> {
        let listed: Vec<(&String, &Vec<Value>)> =
            self.shapes.iter().filter_map(|(name, shape)| Some((name, shape["enum"].as_array()?))).collect();
        if listed.is_empty() {
            return Ok(());
        }
        writeln!(out, "\n/// The values each enumerated string may take.\npub mod enums {{")?;
        for (name, values) in listed {
            writeln!(out, "/// `{name}`.\npub const {}: &[&str] = &[", constant(name))?;
            for value in values.iter().filter_map(Value::as_str) {
                writeln!(out, "{value:?},")?;
            }
            writeln!(out, "];")?;
        }
        writeln!(out, "}}")?;
        Ok(())
    }

    /// Tables of lists, maps and constrained scalars.
    fn shape_constants(&self, out: &mut String) -> Result<(), Fault> {
        let mut body = String::new();
        for (name, shape) in self.shapes {
            let kind = shape["type"].as_str().unwrap_or_default();
            let table = match kind {
                "string" if constrained(shape) => {
                    let values = match shape["enum"].as_array() {
                        Some(_) => format!("enums::{}", constant(name)),
                        None => "&[]".to_owned(),
                    };
                    let pattern = shape["pattern"].as_str();
                    format!(
                        "Shape::Text(&Text {{ values: {values}, length: {}, pattern: {pattern:?} }})",
                        bounds(shape)
                    )
                }
                "integer" if constrained(shape) => format!("Shape::Integer({})", bounds(shape)),
                "long" if constrained(shape) => format!("Shape::Long({})", bounds(shape)),
                "list" => format!(
                    "Shape::List(&List {{ wire: {:?}, count: {}, member: {} }})",
                    shape["member"]["locationName"].as_str().unwrap_or("member"),
                    bounds(shape),
                    self.shape_expression(target(&shape["member"]))?
                ),
                "map" => format!(
                    "Shape::Map(&Map {{ value: {} }})",
                    self.shape_expression(target(&shape["value"]))?
                ),
                _ => continue,
            };
            writeln!(body, "pub(super) const {}: Shape = {table};", constant(name))?;
        }
        if !body.is_empty() {
            let body = body.replace("shapes::", "");
            writeln!(
                out,
                "\n/// Tables of lists, maps and constrained scalars.\nmod shapes {{\nuse super::*;\n{body}}}"
            )?;
        }
        Ok(())
    }

    fn dispatch(&self, out: &mut String) -> Result<(), Fault> {
        for (role, suffix, title) in [("input", "Input", "Request"), ("output", "Output", "Response")] {
            let variants: Vec<(&String, String)> = self
                .operations
                .iter()
                .map(|(name, operation)| {
                    let shape = operation[role]["shape"].as_str().and_then(|shape| self.types.get(shape));
                    (name, shape.cloned().unwrap_or_else(|| format!("{name}{suffix}")))
                })
                .collect();
            writeln!(out, "\n/// The {role} of one served operation.\n#[derive(Clone, Debug, PartialEq)]")?;
            writeln!(out, "pub enum {title} {{")?;
            for (name, rust) in &variants {
                writeln!(out, "/// `{name}`.\n{name}({rust}),")?;
            }
            writeln!(out, "}}\n\nimpl {title} {{")?;
            writeln!(
                out,
                "/// The operation's name.\npub fn operation(&self) -> &'static str {{ match self {{"
            )?;
            for (name, _) in &variants {
                writeln!(out, "Self::{name}(_) => {name:?},")?;
            }
            writeln!(out, "}} }} }}\n\nimpl Message for {title} {{")?;
            writeln!(out, "fn to_members(&self) -> Vec<Option<Value>> {{ match self {{")?;
            for (name, _) in &variants {
                writeln!(out, "Self::{name}(inner) => inner.to_members(),")?;
            }
            writeln!(
                out,
                "}} }}\n\nfn from_members(operation: &str, members: &mut Members) -> Option<Self> {{ Some(match operation {{"
            )?;
            for (name, rust) in &variants {
                writeln!(out, "{name:?} => Self::{name}({rust}::from_members(members)),")?;
            }
            writeln!(out, "_ => return None,\n}}) }}\n}}")?;
        }
        self.tables(out)
    }

    fn tables(&self, out: &mut String) -> Result<(), Fault> {
        let text = |key: &str| self.metadata[key].as_str().unwrap_or_default();
        writeln!(
            out,
            "\n/// The service: its names, its operations, its modelled errors.\npub static SERVICE: Service = Service {{"
        )?;
        writeln!(out, "name: {:?}, version: {:?}, ", self.service, text("apiVersion"))?;
        writeln!(out, "namespace: {:?}, target: {:?},", text("xmlNamespace"), text("targetPrefix"))?;
        writeln!(out, "operations: &[")?;
        for (name, operation) in self.operations {
            let type_of = |role: &str, suffix: &str| {
                let shape = operation[role]["shape"].as_str().and_then(|shape| self.types.get(shape));
                shape.cloned().unwrap_or_else(|| format!("{name}{suffix}"))
            };
            let http = &operation["http"];
            writeln!(
                out,
                "Operation {{ name: {name:?}, method: {:?}, uri: {:?}, status: {}, wrapper: {:?}, input: {}::SHAPE, output: {}::SHAPE }},",
                http["method"].as_str().unwrap_or("POST"),
                http["requestUri"].as_str().unwrap_or("/"),
                http["responseCode"].as_u64().unwrap_or(200),
                operation["output"]["resultWrapper"].as_str(),
                type_of("input", "Input"),
                type_of("output", "Output"),
            )?;
        }
        writeln!(out, "],\nunserved: &[")?;
        for (name, http) in self.unserved {
            writeln!(
                out,
                "Unserved {{ name: {name:?}, method: {:?}, uri: {:?} }},",
                http["method"].as_str().unwrap_or("POST"),
                http["requestUri"].as_str().unwrap_or("/"),
            )?;
        }
        writeln!(out, "],\nerrors: &[")?;
        for name in &self.errors {
            let status = self.shape(name)?["error"]["httpStatusCode"].as_u64().unwrap_or(400);
            writeln!(out, "({name:?}, {status}),")?;
        }
        writeln!(out, "],\n}};")?;
        Ok(())
    }
}

fn target(used: &Value) -> &str {
    used["shape"].as_str().unwrap_or_default()
}

fn constrained(shape: &Value) -> bool {
    ["enum", "min", "max", "pattern"].iter().any(|key| !shape[*key].is_null())
}

fn bounds(shape: &Value) -> String {
    let (min, max) = (shape["min"].as_i64(), shape["max"].as_i64());
    if min.is_none() && max.is_none() {
        return "Bounds::NONE".to_owned();
    }
    format!("Bounds {{ min: {min:?}, max: {max:?} }}")
}

/// EC2's rule: `locationName` with its first letter upper-cased. Plain Query keeps the name.
fn query_name(service: &str, wire: &str) -> String {
    if service == "ec2" { type_name(wire) } else { wire.to_owned() }
}

fn place(shape: &Value, member: &str, used: &Value) -> &'static str {
    match used["location"].as_str() {
        Some("uri") => ".at(Place::Uri)",
        Some("querystring") => ".at(Place::Query)",
        Some("header") => ".at(Place::Header)",
        _ if shape["payload"] == member => ".at(Place::Payload)",
        _ => "",
    }
}
