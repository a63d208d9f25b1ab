//! What the two versions of OpenAPI have in common: from bytes to a [`Document`].
//!
//! The tree keeps the order of the text, since the order of integration responses and of a method's parameters is what
//! clients see back. References are followed inside the document only, and only so far.

use std::borrow::Cow;

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::{extensions, openapi3, swagger2};
use crate::Call;

/// References followed from one place.
const REFERENCES_MAX: usize = 16;
/// Errors or warnings kept; an import with more says that there are more.
const NOTES_MAX: usize = 200;
/// Brackets of a YAML text that may be open at once.
const YAML_BRACKETS_MAX: usize = 200;
/// Operations of one document.
const OPERATIONS_MAX: usize = 10_000;

/// Parameters of one operation.
const PARAMETERS_MAX: usize = 300;
/// Headers of one response that are looked at; a method response takes fewer.
const HEADERS_MAX: usize = 301;
/// Steps of reading one document. References let a small text mean a large tree, so work is counted, not bytes.
const STEPS_MAX: u32 = 2_000_000;
/// Bytes of text that count as one step.
const BYTES_PER_STEP: usize = 16;

/// What an import left out, and what it could not do; also how much work it has cost.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    steps: u32,
    /// Left out.
    pub(crate) warnings: Vec<String>,
    /// Could not be done.
    pub(crate) errors: Vec<String>,
}

impl Notes {
    /// Counts one step; whether there is room for it. The first that finds none notes the error.
    pub(crate) fn step(&mut self) -> bool {
        self.spend(0)
    }

    /// Counts the work on `bytes` of text.
    pub(crate) fn spend(&mut self, bytes: usize) -> bool {
        let steps = u32::try_from(bytes / BYTES_PER_STEP).unwrap_or(STEPS_MAX).saturating_add(1);
        self.steps = self.steps.saturating_add(steps);
        if self.steps > STEPS_MAX {
            self.error("The document is too large once its references are followed");
        }
        self.steps <= STEPS_MAX
    }

    /// Something is left out.
    pub(crate) fn warn(&mut self, text: impl Into<String>) {
        note(&mut self.warnings, text.into());
    }

    /// Something cannot be done.
    pub(crate) fn error(&mut self, text: impl Into<String>) {
        note(&mut self.errors, text.into());
    }
}

fn note(list: &mut Vec<String>, text: String) {
    match list.len() {
        NOTES_MAX => list.push("More was found that is not listed here".to_owned()),
        0..NOTES_MAX if !list.contains(&text) => list.push(text),
        _ => {}
    }
}

/// Which version a document is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// Swagger 2.0.
    Swagger2,
    /// OpenAPI 3.0.
    OpenApi3,
}

/// A document as the import needs it.
#[derive(Debug)]
pub(crate) struct Document<'t> {
    /// `info.title`.
    pub(crate) title: String,
    /// `info.version`.
    pub(crate) version: Option<String>,
    /// `info.description`.
    pub(crate) description: Option<String>,
    /// The path in front of all paths.
    pub(crate) base_path: Option<String>,
    /// Schemas by name, as written.
    pub(crate) schemas: IndexMap<String, &'t Value>,
    /// Operations by path, in order.
    pub(crate) paths: Vec<(String, Vec<Operation<'t>>)>,
    /// What the root extensions say.
    pub(crate) root: extensions::Root,
}

/// One operation.
#[derive(Debug, Default)]
pub(crate) struct Operation<'t> {
    /// `GET` … `ANY`.
    pub(crate) verb: String,
    /// Where it stands in the document.
    pub(crate) at: String,
    /// `operationId`.
    pub(crate) operation_id: Option<String>,
    /// `method.request.…` to whether it is required.
    pub(crate) parameters: IndexMap<String, bool>,
    /// Content type and schema of the body.
    pub(crate) body: Vec<(String, &'t Value)>,
    /// Responses by status code.
    pub(crate) responses: Vec<Response<'t>>,
    /// Whether an API key is needed.
    pub(crate) api_key_required: bool,
    /// `x-amazon-apigateway-integration`.
    pub(crate) integration: Option<&'t Map<String, Value>>,
}

/// One response of an operation.
#[derive(Debug, Default)]
pub(crate) struct Response<'t> {
    /// Three digits.
    pub(crate) status: String,
    /// Names of its headers.
    pub(crate) headers: Vec<String>,
    /// Content type and schema.
    pub(crate) content: Vec<(String, &'t Value)>,
}

/// The tree of a JSON or YAML text, its `${AWS::…}` variables filled in; `None` if it is neither.
pub(crate) fn parse(call: &Call<'_>, body: &[u8]) -> Option<Value> {
    let text = std::str::from_utf8(body).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = if text.contains("${AWS::") {
        Cow::Owned(
            text.replace("${AWS::Region}", call.world.region())
                .replace("${AWS::AccountId}", &call.caller.account_id)
                .replace("${AWS::Partition}", call.world.partition()),
        )
    } else {
        Cow::Borrowed(text)
    };
    if text.trim_start().starts_with('{') {
        // A YAML flow mapping also starts with a brace; JSON is what is nearly always meant.
        if let Ok(tree) = serde_json::from_str(&text) {
            return Some(tree);
        }
    }
    if is_costly_yaml(&text) { None } else { serde_yaml_ng::from_str(&text).ok() }
}

/// Whether reading the text as YAML would take more than time in proportion to its length: the reader looks through
/// all open brackets at every token and through all tag directives at every other one. Brackets are counted wherever
/// they stand, so the bound is generous.
fn is_costly_yaml(text: &str) -> bool {
    let mut depth = 0_usize;
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > YAML_BRACKETS_MAX {
            return true;
        }
    }
    text.lines().any(|line| line.starts_with("%TAG"))
}

/// The document of a tree; `None` where it is no OpenAPI document of a version that is imported.
pub(crate) fn read<'t>(
    tree: &'t Value,
    ignore_documentation: bool,
    notes: &mut Notes,
) -> Option<Document<'t>> {
    let root = tree.as_object()?;
    let dialect = dialect(root)?;
    let info = root.get("info")?.as_object()?;
    let schemas = match dialect {
        Dialect::Swagger2 => root.get("definitions"),
        Dialect::OpenApi3 => tree.pointer("/components/schemas"),
    };
    let schemas = schemas.and_then(Value::as_object).into_iter().flatten();
    let reader = Reader { tree, dialect };
    Some(Document {
        title: text(info, "title")?.to_owned(),
        version: scalar(info.get("version")),
        description: text(info, "description").filter(|text| !text.is_empty()).map(str::to_owned),
        base_path: match dialect {
            Dialect::Swagger2 => text(root, "basePath").map(str::to_owned),
            Dialect::OpenApi3 => openapi3::base_path(root),
        },
        schemas: schemas.map(|(name, schema)| (name.clone(), schema)).collect(),
        paths: reader.paths(root, notes)?,
        root: extensions::root(root, dialect, ignore_documentation, notes),
    })
}

fn dialect(root: &Map<String, Value>) -> Option<Dialect> {
    if scalar(root.get("swagger")).is_some_and(|version| version == "2.0" || version == "2") {
        return Some(Dialect::Swagger2);
    }
    let version = scalar(root.get("openapi"))?;
    (version == "3.0" || version.starts_with("3.0.")).then_some(Dialect::OpenApi3)
}

/// A member that is text.
pub(crate) fn text<'v>(object: &'v Map<String, Value>, name: &str) -> Option<&'v str> {
    object.get(name)?.as_str()
}

/// A text, number or boolean as text: YAML writes versions and status codes as numbers.
pub(crate) fn scalar(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// The verbs of a path item.
const VERBS: [(&str, &str); 8] = [
    ("get", "GET"),
    ("put", "PUT"),
    ("post", "POST"),
    ("delete", "DELETE"),
    ("patch", "PATCH"),
    ("options", "OPTIONS"),
    ("head", "HEAD"),
    ("x-amazon-apigateway-any-method", "ANY"),
];

/// Reads operations out of a tree.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'t> {
    /// The document.
    pub(crate) tree: &'t Value,
    /// Its version.
    pub(crate) dialect: Dialect,
}

impl<'t> Reader<'t> {
    fn paths(
        self,
        root: &'t Map<String, Value>,
        notes: &mut Notes,
    ) -> Option<Vec<(String, Vec<Operation<'t>>)>> {
        let Some(paths) = root.get("paths") else { return Some(Vec::new()) };
        let mut found = Vec::new();
        let mut count = 0;
        for (path, item) in paths.as_object()? {
            if path.starts_with("x-") {
                continue;
            }
            let at = format!("/paths/{}", escape(path));
            let Some(item) = self.resolve(item, &at, notes).and_then(Value::as_object) else {
                notes.error(format!("{at} is not a path item"));
                continue;
            };
            let operations = self.path_item(root, item, &at, notes);
            count += operations.len();
            if count > OPERATIONS_MAX {
                notes.error(format!("The document has more than {OPERATIONS_MAX} operations"));
                break;
            }
            found.push((path.clone(), operations));
        }
        Some(found)
    }

    fn path_item(
        self,
        root: &'t Map<String, Value>,
        item: &'t Map<String, Value>,
        at: &str,
        notes: &mut Notes,
    ) -> Vec<Operation<'t>> {
        let mut operations = Vec::new();
        for (key, value) in item {
            let Some((_, verb)) = VERBS.iter().find(|(word, _)| word == key) else {
                if key == "trace" {
                    notes.warn(format!("{at}/trace is left out: the method TRACE is not supported"));
                }
                continue;
            };
            let at = format!("{at}/{key}");
            match value.as_object() {
                Some(source) => operations.push(self.operation(root, item, source, verb, &at, notes)),
                None => notes.error(format!("{at} is not an operation")),
            }
        }
        operations
    }

    fn operation(
        self,
        root: &'t Map<String, Value>,
        item: &'t Map<String, Value>,
        source: &'t Map<String, Value>,
        verb: &str,
        at: &str,
        notes: &mut Notes,
    ) -> Operation<'t> {
        let mut operation = Operation {
            verb: verb.to_owned(),
            at: at.to_owned(),
            operation_id: text(source, "operationId").map(str::to_owned),
            ..Operation::default()
        };
        for parameter in self.parameters(item, source, at, notes) {
            self.parameter(root, source, parameter, &mut operation, notes);
        }
        if self.dialect == Dialect::OpenApi3 {
            operation.body = openapi3::body(self, source, at, notes);
        }
        self.responses(root, source, &mut operation, notes);
        operation.api_key_required = extensions::security(self, root, source, at, notes);
        operation.integration = extensions::operation(source, at, notes);
        operation
    }

    /// An operation's parameters: its own, and those of the path item that it does not give anew.
    fn parameters(
        self,
        item: &'t Map<String, Value>,
        source: &'t Map<String, Value>,
        at: &str,
        notes: &mut Notes,
    ) -> Vec<&'t Map<String, Value>> {
        let mut found: Vec<&'t Map<String, Value>> = Vec::new();
        let lists = [source.get("parameters"), item.get("parameters")];
        for parameter in lists.into_iter().flatten().filter_map(Value::as_array).flatten() {
            if found.len() > PARAMETERS_MAX {
                notes.error(format!("{at} has more than {PARAMETERS_MAX} parameters"));
                break;
            }
            if !notes.step() {
                break;
            }
            let Some(parameter) = self.resolve(parameter, at, notes).and_then(Value::as_object) else {
                continue;
            };
            let same = |other: &&Map<String, Value>| {
                text(other, "name") == text(parameter, "name") && text(other, "in") == text(parameter, "in")
            };
            if !found.iter().any(same) {
                found.push(parameter);
            }
        }
        found
    }

    fn parameter(
        self,
        root: &'t Map<String, Value>,
        source: &'t Map<String, Value>,
        parameter: &'t Map<String, Value>,
        operation: &mut Operation<'t>,
        notes: &mut Notes,
    ) {
        let place = text(parameter, "in").unwrap_or("");
        let name = text(parameter, "name").unwrap_or("");
        let location = match place {
            "query" => "querystring",
            "header" | "path" => place,
            "body" if self.dialect == Dialect::Swagger2 => {
                operation.body = swagger2::body(root, source, parameter);
                return;
            }
            _ => {
                notes.warn(format!("{}: the parameter '{name}' in '{place}' is left out", operation.at));
                return;
            }
        };
        let required = parameter.get("required").and_then(Value::as_bool).unwrap_or(place == "path");
        operation.parameters.insert(format!("method.request.{location}.{name}"), required);
    }

    fn responses(
        self,
        root: &'t Map<String, Value>,
        source: &'t Map<String, Value>,
        operation: &mut Operation<'t>,
        notes: &mut Notes,
    ) {
        for (status, value) in source.get("responses").and_then(Value::as_object).into_iter().flatten() {
            if status.starts_with("x-") {
                continue;
            }
            if !notes.step() {
                break;
            }
            let at = format!("{}/responses/{status}", operation.at);
            if status.len() != 3 || !status.bytes().all(|b| b.is_ascii_digit()) {
                notes.warn(format!("{at} is left out: only single status codes are taken"));
                continue;
            }
            let Some(value) = self.resolve(value, &at, notes).and_then(Value::as_object) else { continue };
            let headers = value.get("headers").and_then(Value::as_object);
            operation.responses.push(Response {
                status: status.clone(),
                headers: headers
                    .into_iter()
                    .flatten()
                    .take(HEADERS_MAX)
                    .map(|(name, _)| name.clone())
                    .collect(),
                content: match self.dialect {
                    Dialect::Swagger2 => swagger2::response_content(root, source, value),
                    Dialect::OpenApi3 => openapi3::content(value),
                },
            });
        }
    }

    /// The value itself, or what its `$ref` means inside this document.
    pub(crate) fn resolve(self, value: &'t Value, at: &str, notes: &mut Notes) -> Option<&'t Value> {
        let mut value = value;
        for _ in 0..REFERENCES_MAX {
            let Some(target) = value.get("$ref").and_then(Value::as_str) else { return Some(value) };
            let found = target.strip_prefix('#').and_then(|pointer| self.tree.pointer(pointer));
            let Some(found) = found else {
                notes.warn(format!("{at}: the reference '{target}' is left out, it is not in this document"));
                return None;
            };
            value = found;
        }
        notes.warn(format!(
            "{at}: a reference is left out, it leads through more than {REFERENCES_MAX} others"
        ));
        None
    }
}

/// A key inside a JSON pointer.
pub(crate) fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
