//! From the text of a template to its programs: references and expressions.
//!
//! Parameters of methods, elements of lists and members of maps are single values; only `#if` and `#set` take
//! operators. A minus that touches a digit belongs to the number, so `3 -1` does not parse, as in Velocity.

use super::parse::{Parser, is_name_start, is_space};
use super::program::{Call, Compare, Expr, Op, Part, Program, Reference};
use crate::error::CompileError;
use crate::jsonpath::JsonPath;
use crate::value::{Arithmetic, Number};

/// An operator between two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    And,
    Arithmetic(Arithmetic),
    Compare(Compare),
    Or,
}

impl Operator {
    /// How strongly it binds, from 1.
    fn level(self) -> u8 {
        match self {
            Self::Or => 1,
            Self::And => 2,
            Self::Compare(Compare::Equal | Compare::NotEqual) => 3,
            Self::Compare(_) => 4,
            Self::Arithmetic(Arithmetic::Add | Arithmetic::Subtract) => 5,
            Self::Arithmetic(_) => 6,
        }
    }

    fn join(self, left: Expr, right: Expr) -> Expr {
        let both = Box::new((left, right));
        match self {
            Self::And => Expr::And(both),
            Self::Arithmetic(arithmetic) => Expr::Arithmetic(arithmetic, both),
            Self::Compare(compare) => Expr::Compare(compare, both),
            Self::Or => Expr::Or(both),
        }
    }
}

const SYMBOLS: &[(&str, Operator)] = &[
    ("&&", Operator::And),
    ("||", Operator::Or),
    ("==", Operator::Compare(Compare::Equal)),
    ("!=", Operator::Compare(Compare::NotEqual)),
    ("<=", Operator::Compare(Compare::LessOrEqual)),
    (">=", Operator::Compare(Compare::GreaterOrEqual)),
    ("<", Operator::Compare(Compare::Less)),
    (">", Operator::Compare(Compare::Greater)),
    ("+", Operator::Arithmetic(Arithmetic::Add)),
    ("-", Operator::Arithmetic(Arithmetic::Subtract)),
    ("*", Operator::Arithmetic(Arithmetic::Multiply)),
    ("/", Operator::Arithmetic(Arithmetic::Divide)),
    ("%", Operator::Arithmetic(Arithmetic::Modulo)),
];

const WORDS: &[(&str, Operator)] = &[
    ("and", Operator::And),
    ("or", Operator::Or),
    ("eq", Operator::Compare(Compare::Equal)),
    ("ne", Operator::Compare(Compare::NotEqual)),
    ("le", Operator::Compare(Compare::LessOrEqual)),
    ("ge", Operator::Compare(Compare::GreaterOrEqual)),
    ("lt", Operator::Compare(Compare::Less)),
    ("gt", Operator::Compare(Compare::Greater)),
];

impl<'t> Parser<'t, '_> {
    pub(super) fn skip_space(&mut self) {
        self.at = self.skip_from(self.at, is_space);
    }

    fn word(&self) -> &'t str {
        if !self.peek().is_some_and(is_name_start) {
            return "";
        }
        let end = self.skip_from(self.at, |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'@'));
        self.slice(self.at, end)
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// An expression with operators.
    pub(super) fn expression(&mut self) -> Result<Expr, CompileError> {
        self.binary(1)
    }

    fn binary(&mut self, level: u8) -> Result<Expr, CompileError> {
        self.deeper()?;
        let mut left = self.unary()?;
        // A long chain of operators leans to the left: its depth is bounded here, not by recursion.
        let mut links = 0;
        while let Some((operator, length)) = self.operator().filter(|(operator, _)| operator.level() >= level)
        {
            self.at += length;
            let right = self.binary(operator.level() + 1)?;
            left = operator.join(left, right);
            links += 1;
            if links > 100 {
                return Err(self.error("more than 100 operators in a row"));
            }
        }
        self.shallower();
        Ok(left)
    }

    fn operator(&mut self) -> Option<(Operator, usize)> {
        self.skip_space();
        let rest = self.rest();
        if let Some((symbol, operator)) = SYMBOLS.iter().find(|(symbol, _)| rest.starts_with(symbol)) {
            return Some((*operator, symbol.len()));
        }
        let word = self.word();
        WORDS.iter().find(|(name, _)| *name == word).map(|(name, operator)| (*operator, name.len()))
    }

    fn unary(&mut self) -> Result<Expr, CompileError> {
        self.skip_space();
        let symbol = self.peek() == Some(b'!') && self.peek_at(self.at + 1) != Some(b'=');
        let length = if symbol {
            1
        } else if self.word() == "not" {
            3
        } else {
            return self.primary();
        };
        self.at += length;
        self.deeper()?;
        let inner = self.unary()?;
        self.shallower();
        Ok(Expr::Not(Box::new(inner)))
    }

    fn primary(&mut self) -> Result<Expr, CompileError> {
        self.skip_space();
        if self.peek() != Some(b'(') {
            let value = self.parameter()?;
            self.refuse_touching_number()?;
            return Ok(value);
        }
        self.at += 1;
        let inner = self.expression()?;
        self.skip_space();
        if self.peek() != Some(b')') {
            return Err(self.error("`)` expected"));
        }
        self.at += 1;
        self.refuse_touching_number()?;
        Ok(inner)
    }

    /// After a value, `-1` is a number and not a subtraction.
    fn refuse_touching_number(&mut self) -> Result<(), CompileError> {
        let at = self.skip_from(self.at, is_space);
        let dot = usize::from(self.peek_at(at + 1) == Some(b'.'));
        if self.peek_at(at) == Some(b'-')
            && self.peek_at(at + 1 + dot).is_some_and(|byte| byte.is_ascii_digit())
        {
            return Err(self.error_at(at, "an operator expected: a blank has to follow a minus"));
        }
        Ok(())
    }

    /// A single value: string, number, truth value, list, range, map or reference.
    pub(super) fn parameter(&mut self) -> Result<Expr, CompileError> {
        self.deeper()?;
        self.skip_space();
        let value = match self.peek() {
            Some(b'"' | b'\'') => self.string()?,
            Some(b'$') => Expr::Reference(self.argument_reference()?),
            Some(b'[') => self.list()?,
            Some(b'{') => self.map()?,
            Some(b'0'..=b'9' | b'-' | b'.') => Expr::Number(self.number()?),
            _ => match self.word() {
                "true" => self.truth(true),
                "false" => self.truth(false),
                _ => return Err(self.error("a value expected")),
            },
        };
        self.shallower();
        Ok(value)
    }

    fn truth(&mut self, truth: bool) -> Expr {
        self.at += if truth { 4 } else { 5 };
        Expr::Bool(truth)
    }

    fn number(&mut self) -> Result<Number, CompileError> {
        let from = self.at;
        let digit = |byte: u8| byte.is_ascii_digit();
        let whole_from = from + usize::from(self.peek() == Some(b'-'));
        let whole_end = self.skip_from(whole_from, digit);
        let mut end = whole_end;
        let mut fraction = false;
        let range_follows = self.peek_at(end) == Some(b'.') && self.peek_at(end + 1) == Some(b'.');
        if self.peek_at(end) == Some(b'.') && !range_follows {
            end = self.skip_from(end + 1, digit);
            fraction = true;
        }
        let dot_alone = fraction && end == whole_end + 1 && whole_end == whole_from;
        if (whole_end == whole_from && !fraction) || dot_alone {
            return Err(self.error("a number expected"));
        }
        if matches!(self.peek_at(end), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(self.peek_at(end + 1), Some(b'+' | b'-')));
            let exponent_end = self.skip_from(end + 1 + sign, digit);
            if exponent_end > end + 1 + sign {
                end = exponent_end;
                fraction = true;
            }
        }
        let text = self.slice(from, end);
        self.at = end;
        if !fraction {
            return Ok(Number::from_digits(text));
        }
        text.parse().map(Number::Double).map_err(|_| self.error_at(from, "a number expected"))
    }

    /// `[a, b]` or `[1..n]`; no blank may stand in an empty one.
    fn list(&mut self) -> Result<Expr, CompileError> {
        self.at += 1;
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Expr::List(Vec::new()));
        }
        let mut elements = vec![self.parameter()?];
        self.skip_space();
        if self.rest().starts_with("..") {
            return self.range(elements.remove(0));
        }
        loop {
            self.skip_space();
            match self.peek() {
                Some(b']') => {
                    self.at += 1;
                    return Ok(Expr::List(elements));
                }
                Some(b',') => {
                    self.at += 1;
                    elements.push(self.parameter()?);
                }
                _ => return Err(self.error("`,` or `]` expected")),
            }
        }
    }

    fn range(&mut self, from: Expr) -> Result<Expr, CompileError> {
        self.at += 2;
        let to = self.parameter()?;
        let bound = |expr: &Expr| match expr {
            Expr::Reference(_) => true,
            Expr::Number(number) => number.as_i64().is_some(),
            _ => false,
        };
        self.skip_space();
        if !bound(&from) || !bound(&to) || self.peek() != Some(b']') {
            return Err(self.error("a range of two integers or references expected"));
        }
        self.at += 1;
        Ok(Expr::Range(Box::new((from, to))))
    }

    fn map(&mut self) -> Result<Expr, CompileError> {
        self.at += 1;
        self.skip_space();
        let mut members = Vec::new();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Expr::Map(members));
        }
        loop {
            let key = self.parameter()?;
            self.skip_space();
            if self.peek() != Some(b':') {
                return Err(self.error("`:` expected"));
            }
            self.at += 1;
            members.push((key, self.parameter()?));
            self.skip_space();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(Expr::Map(members));
                }
                _ => return Err(self.error("`,` or `}` expected")),
            }
        }
    }

    /// A string: in single quotes as it is, in double quotes a template of its own. A quote is doubled to stand in it.
    fn string(&mut self) -> Result<Expr, CompileError> {
        let from = self.at;
        let quote = self.peek().unwrap_or(b'"');
        let end = self.string_end(quote).ok_or_else(|| self.error("the string is not closed"))?;
        self.at = end + 1;
        let raw = self.slice(from + 1, end);
        let (double, single) = if quote == b'"' { ("\"\"", "\"") } else { ("''", "'") };
        let text = if raw.contains(double) { raw.replace(double, single) } else { raw.to_owned() };
        if quote == b'\'' {
            return Ok(Expr::Text(text.into()));
        }
        let text = unescape_unicode(text);
        if !text.contains(['$', '#']) {
            return Ok(Expr::Text(text.into()));
        }
        // 1.7 reads such a string with a blank behind it, which it takes off again; a line comment needs a newline.
        let comment = text.contains("##");
        let source = format!("{text}{}", if comment { '\n' } else { ' ' });
        let program = Parser::new(&source, &mut *self.compiler).program();
        let mut program =
            program.map_err(|error| self.error_at(from, &format!("in a string: {}", error.message)))?;
        if !comment {
            remove_last_blank(&mut program);
        }
        match program.ops.as_slice() {
            [] => return Ok(Expr::Text("".into())),
            [Op::Text(text)] => return Ok(Expr::Text(text.clone())),
            _ => {}
        }
        self.compiler.programs.push(program);
        Ok(Expr::Interpolated(self.compiler.programs.len() - 1))
    }

    /// Where the quote that closes the string stands: the first that is not doubled; if none is, the last.
    fn string_end(&self, quote: u8) -> Option<usize> {
        let mut at = self.at + 1;
        let mut last = None;
        loop {
            at = self.skip_from(at, |byte| byte != quote);
            self.peek_at(at)?;
            if self.peek_at(at + 1) != Some(quote) {
                return Some(at);
            }
            let doubled = at;
            at += 2;
            last = last.or(Some(doubled));
            if self.skip_from(at, |byte| byte != quote) >= self.bytes.len() {
                return last.map(|_| doubled);
            }
        }
    }

    /// A reference among parameters: `$x`, `$!x`, `${x}`.
    pub(super) fn argument_reference(&mut self) -> Result<Reference, CompileError> {
        self.at += 1;
        if self.peek() == Some(b'!') {
            self.at += 1;
        }
        self.reference()
    }

    /// A reference from its name or its brace on.
    pub(super) fn reference(&mut self) -> Result<Reference, CompileError> {
        self.deeper()?;
        let braced = self.peek() == Some(b'{');
        self.at += usize::from(braced);
        let name = self.name()?;
        let slot = self.compiler.slot(name);
        let mut parts = Vec::new();
        loop {
            let next_is_letter = self.peek_at(self.at + 1).is_some_and(|byte| byte.is_ascii_alphabetic());
            match self.peek() {
                Some(b'[') => parts.push(Part::Index(self.index()?)),
                Some(b'.') if next_is_letter => {
                    self.at += 1;
                    let name = self.name()?;
                    parts.push(if self.peek() == Some(b'(') {
                        self.call(name)?
                    } else {
                        Part::Property(name.into())
                    });
                }
                _ => break,
            }
        }
        if braced {
            if self.peek() != Some(b'}') {
                return Err(self.error("`}` expected"));
            }
            self.at += 1;
        }
        self.shallower();
        Ok(Reference { slot, parts })
    }

    fn name(&mut self) -> Result<&'t str, CompileError> {
        if !self.peek().is_some_and(is_name_start) {
            return Err(self.error("a name expected"));
        }
        let end = self.skip_from(self.at, |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
        let name = self.slice(self.at, end);
        if matches!(name, "true" | "false") {
            return Err(self.error("`true` and `false` cannot be names"));
        }
        self.at = end;
        Ok(name)
    }

    fn index(&mut self) -> Result<Expr, CompileError> {
        self.at += 1;
        let from = self.at;
        let index = self.parameter()?;
        let simple = match &index {
            Expr::Number(number) => number.as_i64().is_some(),
            other => {
                matches!(other, Expr::Bool(_) | Expr::Interpolated(_) | Expr::Reference(_) | Expr::Text(_))
            }
        };
        if !simple {
            return Err(self.error_at(from, "an index is a string, an integer, a truth value or a reference"));
        }
        self.skip_space();
        if self.peek() != Some(b']') {
            return Err(self.error("`]` expected"));
        }
        self.at += 1;
        Ok(index)
    }

    /// The parameters of a method; the next byte is `(`.
    fn call(&mut self, name: &str) -> Result<Part, CompileError> {
        self.at += 1;
        let mut args = Vec::new();
        self.skip_space();
        if self.peek() == Some(b')') {
            self.at += 1;
        } else {
            loop {
                args.push(self.parameter()?);
                self.skip_space();
                match self.peek() {
                    Some(b',') => self.at += 1,
                    Some(b')') => {
                        self.at += 1;
                        break;
                    }
                    _ => return Err(self.error("`,` or `)` expected")),
                }
            }
        }
        let path = match (name, args.as_slice()) {
            ("path" | "json", [Expr::Text(text)]) => Some(JsonPath::compile(text)),
            _ => None,
        };
        Ok(Part::Call(Call { name: name.into(), args, path }))
    }
}

/// `\uXXXX` in a double-quoted string, the only escape there is.
fn unescape_unicode(text: String) -> String {
    if !text.contains("\\u") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("\\u") {
        out.push_str(before);
        let digits = after.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
            Some(code) => {
                out.push(char::from_u32(code).unwrap_or('?'));
                rest = after.get(4..).unwrap_or_default();
            }
            None => {
                out.push_str("\\u");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn remove_last_blank(program: &mut Program) {
    let Some(Op::Text(text)) = program.ops.last_mut() else { return };
    if let Some(shorter) = text.strip_suffix(' ') {
        *text = shorter.into();
    }
    if text.is_empty() && program.ops.len() == 1 {
        program.ops.clear();
    }
}
