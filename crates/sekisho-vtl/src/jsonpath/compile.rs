//! From the text of a JSONPath to its steps.

use super::filter::{Compare, Filter, Operand};
use super::{JsonPath, PathError, Step};
use crate::javaregex::JavaRegex;
use crate::json::parse_json;
use crate::limits::{PATH_BYTES_MAX, PATH_DEPTH_MAX, PATH_STEPS_MAX};
use crate::value::Value;

pub(super) fn compile(expression: &str) -> Result<JsonPath, PathError> {
    if expression.len() > PATH_BYTES_MAX {
        return Err(PathError::Limit("length"));
    }
    let trimmed = expression.trim();
    if trimmed.is_empty() {
        return Err(PathError::Syntax { expected: "a path", at: 0 });
    }
    let rooted;
    let text = if trimmed.starts_with(['$', '@']) {
        trimmed
    } else {
        rooted = format!("$.{trimmed}");
        &rooted
    };
    let mut scanner = Scanner { text, at: 1, depth: 0, in_filter: false };
    let steps = scanner.steps()?;
    if scanner.at < text.len() {
        return Err(scanner.expected("`.` or `[`"));
    }
    Ok(JsonPath::from_steps(steps))
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    depth: u32,
    in_filter: bool,
}

impl<'t> Scanner<'t> {
    fn expected(&self, expected: &'static str) -> PathError {
        PathError::Syntax { expected, at: self.at }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn eat(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        self.at += if found { token.len() } else { 0 };
        found
    }

    fn need(&mut self, token: &'static str) -> Result<(), PathError> {
        if self.eat(token) { Ok(()) } else { Err(self.expected(token)) }
    }

    fn blanks(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += self.peek().map_or(0, char::len_utf8);
        }
    }

    fn take_while(&mut self, accept: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let length = rest.find(|character| !accept(character)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn deeper(&mut self) -> Result<(), PathError> {
        self.depth += 1;
        if self.depth > PATH_DEPTH_MAX { Err(PathError::Limit("nesting")) } else { Ok(()) }
    }

    fn steps(&mut self) -> Result<Vec<Step>, PathError> {
        let mut steps = Vec::new();
        loop {
            if steps.len() > PATH_STEPS_MAX {
                return Err(PathError::Limit("steps"));
            }
            if self.eat("..") {
                steps.push(Step::Scan);
                if !self.rest().starts_with('[') {
                    steps.push(self.dotted()?);
                }
            } else if self.eat(".") {
                if !self.rest().starts_with('[') {
                    steps.push(self.dotted()?);
                }
            } else if self.eat("[") {
                self.deeper()?;
                steps.push(self.bracketed()?);
                self.depth -= 1;
            } else {
                return Ok(steps);
            }
        }
    }

    /// What follows a dot: `*` or a name up to the next dot or bracket (in a filter, also up to an operator).
    fn dotted(&mut self) -> Result<Step, PathError> {
        if self.eat("*") {
            return Ok(Step::Wildcard);
        }
        let in_filter = self.in_filter;
        let ends = |character: char| {
            let operator = in_filter && "=!<>&|),~".contains(character);
            operator || matches!(character, '.' | '[') || character.is_whitespace()
        };
        let name = self.take_while(|character| !ends(character));
        if name.is_empty() { Err(self.expected("a name")) } else { Ok(Step::Name(name.into())) }
    }

    /// What stands in brackets; the opening one has been read.
    fn bracketed(&mut self) -> Result<Step, PathError> {
        self.blanks();
        let step = match self.peek() {
            Some('*') => {
                self.at += 1;
                Step::Wildcard
            }
            Some('\'' | '"') => self.names()?,
            Some('?') => Step::Filter(self.filter()?),
            Some('0'..='9' | '-' | ':') => self.positions()?,
            _ => return Err(self.expected("a quoted name, a position, `*` or `?`")),
        };
        self.blanks();
        self.need("]")?;
        Ok(step)
    }

    fn quoted(&mut self) -> Result<String, PathError> {
        let quote = self.peek().unwrap_or('\'');
        self.at += 1;
        let mut out = String::new();
        let mut characters = self.rest().char_indices();
        while let Some((offset, character)) = characters.next() {
            match character {
                '\\' => match characters.next() {
                    Some((_, escaped)) => out.push(escaped),
                    None => break,
                },
                _ if character == quote => {
                    self.at += offset + 1;
                    return Ok(out);
                }
                _ => out.push(character),
            }
        }
        Err(self.expected("a closing quote"))
    }

    fn names(&mut self) -> Result<Step, PathError> {
        let mut names = Vec::new();
        loop {
            self.blanks();
            if !matches!(self.peek(), Some('\'' | '"')) {
                return Err(self.expected("a quoted name"));
            }
            names.push(self.quoted()?.into_boxed_str());
            self.blanks();
            if !self.eat(",") {
                break;
            }
        }
        Ok(if names.len() == 1 { Step::Name(names.remove(0)) } else { Step::Names(names) })
    }

    fn integer(&mut self) -> Result<Option<i64>, PathError> {
        self.blanks();
        let digits = self.take_while(|character| character.is_ascii_digit() || character == '-');
        self.blanks();
        if digits.is_empty() {
            return Ok(None);
        }
        digits.parse().map(Some).map_err(|_| self.expected("a position"))
    }

    fn positions(&mut self) -> Result<Step, PathError> {
        let first = self.integer()?;
        if self.eat(":") {
            let to = self.integer()?;
            if first.is_none() && to.is_none() {
                return Err(self.expected("a position"));
            }
            return Ok(Step::Slice(first, to));
        }
        let mut indexes = vec![first.ok_or_else(|| self.expected("a position"))?];
        while self.eat(",") {
            let next = self.integer()?;
            indexes.push(next.ok_or_else(|| self.expected("a position"))?);
        }
        Ok(match indexes.as_slice() {
            [index] => Step::Index(*index),
            _ => Step::Indexes(indexes),
        })
    }

    /// `?(…)`; the bracket before it has been read.
    fn filter(&mut self) -> Result<Filter, PathError> {
        self.at += 1;
        self.blanks();
        if !self.eat("(") {
            return Err(PathError::Unsupported("a filter without an expression"));
        }
        let outer = std::mem::replace(&mut self.in_filter, true);
        let filter = self.any_of()?;
        self.blanks();
        self.need(")")?;
        self.in_filter = outer;
        Ok(filter)
    }

    fn any_of(&mut self) -> Result<Filter, PathError> {
        self.deeper()?;
        let mut parts = vec![self.all_of()?];
        self.blanks();
        while self.eat("||") {
            parts.push(self.all_of()?);
            self.blanks();
        }
        self.depth -= 1;
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::Any(parts) })
    }

    fn all_of(&mut self) -> Result<Filter, PathError> {
        let mut parts = vec![self.one()?];
        self.blanks();
        while self.eat("&&") {
            parts.push(self.one()?);
            self.blanks();
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::All(parts) })
    }

    fn one(&mut self) -> Result<Filter, PathError> {
        self.blanks();
        if self.rest().starts_with('!') && !self.rest().starts_with("!=") {
            self.at += 1;
            self.deeper()?;
            let inner = self.one()?;
            self.depth -= 1;
            return Ok(Filter::Not(Box::new(inner)));
        }
        if self.eat("(") {
            let inner = self.any_of()?;
            self.blanks();
            self.need(")")?;
            return Ok(inner);
        }
        let left = self.operand()?;
        self.blanks();
        let Some(compare) = self.compare() else {
            return match left {
                Operand::Path(_) | Operand::RootPath(_) => Ok(Filter::Exists(left)),
                _ => Err(self.expected("an operator")),
            };
        };
        self.blanks();
        let right = self.operand()?;
        Ok(Filter::Compare(left, compare, right))
    }

    fn compare(&mut self) -> Option<Compare> {
        const SYMBOLS: &[(&str, Compare)] = &[
            ("==", Compare::Equal),
            ("!=", Compare::NotEqual),
            ("<=", Compare::LessOrEqual),
            (">=", Compare::GreaterOrEqual),
            ("=~", Compare::Matches),
            ("<", Compare::Less),
            (">", Compare::Greater),
        ];
        const WORDS: &[(&str, Compare)] = &[
            ("in", Compare::In),
            ("nin", Compare::NotIn),
            ("contains", Compare::Contains),
            ("size", Compare::Size),
            ("empty", Compare::Empty),
            ("anyof", Compare::AnyOf),
            ("noneof", Compare::NoneOf),
            ("subsetof", Compare::SubsetOf),
        ];
        if let Some((_, compare)) = SYMBOLS.iter().find(|(symbol, _)| self.eat(symbol)) {
            return Some(*compare);
        }
        let rest = self.rest();
        let length = rest.find(|character: char| !character.is_ascii_alphabetic()).unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or_default();
        let (_, compare) = WORDS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word))?;
        self.at += length;
        Some(*compare)
    }

    fn operand(&mut self) -> Result<Operand, PathError> {
        match self.peek() {
            Some(sign @ ('@' | '$')) => {
                self.at += 1;
                self.deeper()?;
                let path = JsonPath::from_steps(self.steps()?);
                self.depth -= 1;
                Ok(if sign == '@' { Operand::Path(path) } else { Operand::RootPath(path) })
            }
            Some('\'' | '"') => self.quoted().map(|text| Operand::Literal(text.into())),
            Some('/') => self.pattern(),
            Some('[') => self.list(),
            Some(_) => {
                let word = self
                    .take_while(|character| character.is_ascii_alphanumeric() || "+-.".contains(character));
                self.literal(word)
            }
            None => Err(self.expected("a value")),
        }
    }

    fn literal(&self, word: &str) -> Result<Operand, PathError> {
        match parse_json(word) {
            Ok(Value::Null) => Ok(Operand::Null),
            Ok(Value::Bool(truth)) => Ok(Operand::Bool(truth)),
            Ok(Value::Number(number)) => Ok(Operand::Number(number.as_f64())),
            _ => Err(self.expected("a value")),
        }
    }

    fn list(&mut self) -> Result<Operand, PathError> {
        self.at += 1;
        self.deeper()?;
        let mut elements = Vec::new();
        loop {
            self.blanks();
            if self.eat("]") {
                self.depth -= 1;
                return Ok(Operand::List(elements));
            }
            elements.push(self.operand()?);
            self.blanks();
            if !self.eat(",") && !self.rest().starts_with(']') {
                return Err(self.expected("`,` or `]`"));
            }
        }
    }

    /// `/…/` with the flag `i`.
    fn pattern(&mut self) -> Result<Operand, PathError> {
        self.at += 1;
        let mut escaped = false;
        let pattern = self.rest();
        let end = pattern.char_indices().find(|(_, character)| {
            let closes = *character == '/' && !escaped;
            escaped = *character == '\\' && !escaped;
            closes
        });
        let Some((end, _)) = end else { return Err(self.expected("a closing `/`")) };
        let source = pattern.get(..end).unwrap_or_default().replace("\\/", "/");
        self.at += end + 1;
        let fold_case = self.eat("i");
        let regex = JavaRegex::compile_whole(&source, fold_case);
        regex.map(Operand::Pattern).map_err(|_| PathError::Unsupported("this regular expression"))
    }
}
