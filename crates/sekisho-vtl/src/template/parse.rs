//! From the text of a template to its programs: the statements.
//!
//! Velocity 1.7 scans with a token manager whose states leak into what a template means. This is the same language
//! without tokens; its odd rules, each found by running 1.7, are kept where they are met:
//!
//! * `)` of a directive, `#else` and `#end` swallow blanks and the newline after them, and nothing else does; `#set`
//!   also swallows the blanks before it, but only where they do not follow other text;
//! * backslashes before a reference or a directive halve, before anything else they stay;
//! * a template, unlike a string in it, cannot end in `$` or `#`;
//! * directives that are not known (and with them `#parse`, `#include`, `#evaluate` and every macro, because
//!   API Gateway runs none) print as they are written, but their parameters have to parse.
//!
//! A known difference: `$x{name}` prints the value and `{name}`; 1.7 loses the name and a brace there.

use std::collections::HashMap;

use super::Template;
use super::program::{Op, Part, Program, Reference, slot};
use crate::error::CompileError;
use crate::limits::{TEMPLATE_BYTES_MAX, TEMPLATE_DEPTH_MAX};

/// What the programs of one template share while they are compiled.
#[derive(Debug)]
pub(super) struct Compiler {
    pub(super) programs: Vec<Program>,
    pub(super) slots: HashMap<Box<str>, usize>,
    macros: Vec<Box<str>>,
    pub(super) depth: u32,
    mentions_foreach: bool,
}

/// Where a block ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Terminator {
    Else,
    ElseIf,
    End,
    Text,
}

/// Directives that a backslash escapes, beside macros defined above.
const ESCAPABLE: &[&str] =
    &["if", "elseif", "else", "end", "set", "stop", "foreach", "define", "macro", "literal", "break"];

/// Compiles a template.
pub(super) fn compile(text: &str) -> Result<Template, CompileError> {
    if text.len() > TEMPLATE_BYTES_MAX {
        let message = format!("the template is longer than {TEMPLATE_BYTES_MAX} bytes");
        return Err(CompileError { message, line: 1, column: 1 });
    }
    let slots = slot::NAMES.iter().enumerate().map(|(at, name)| ((*name).into(), at)).collect();
    let mut compiler =
        Compiler { programs: Vec::new(), slots, macros: Vec::new(), depth: 0, mentions_foreach: false };
    let main = Parser::new(text, &mut compiler).program()?;
    compiler.programs.push(main);
    let Compiler { programs, slots, mentions_foreach, .. } = compiler;
    Ok(Template { programs, slots: slots.len(), mentions_foreach })
}

impl Compiler {
    pub(super) fn slot(&mut self, name: &str) -> usize {
        if let Some(slot) = self.slots.get(name) {
            self.mentions_foreach |= *slot == slot::FOREACH;
            return *slot;
        }
        let slot = self.slots.len();
        self.slots.insert(name.into(), slot);
        slot
    }
}

/// A scanner over one text: the template, or a string in it.
#[derive(Debug)]
pub(super) struct Parser<'t, 'c> {
    pub(super) text: &'t str,
    pub(super) bytes: &'t [u8],
    pub(super) at: usize,
    pub(super) compiler: &'c mut Compiler,
}

/// The name of a directive, with the text that spelled it.
struct DirectiveName<'t> {
    name: &'t str,
    /// Where the name, with its braces, ends.
    end: usize,
}

impl<'t, 'c> Parser<'t, 'c> {
    pub(super) fn new(text: &'t str, compiler: &'c mut Compiler) -> Self {
        Self { text, bytes: text.as_bytes(), at: 0, compiler }
    }

    /// The whole text as one program.
    pub(super) fn program(mut self) -> Result<Program, CompileError> {
        let mut ops = Vec::new();
        let from = self.at;
        match self.block(&mut ops)? {
            Terminator::Text => Ok(Program { ops }),
            _ => Err(self.error_at(self.at.max(from), "`#end`, `#else` or `#elseif` without `#if`")),
        }
    }

    pub(super) fn error(&self, message: &str) -> CompileError {
        self.error_at(self.at, message)
    }

    pub(super) fn error_at(&self, at: usize, message: &str) -> CompileError {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        CompileError {
            message: message.to_owned(),
            line: count(before.matches('\n').count() + 1),
            column: count(before.get(line_start..).map_or(0, |line| line.chars().count()) + 1),
        }
    }

    pub(super) fn deeper(&mut self) -> Result<(), CompileError> {
        self.compiler.depth += 1;
        if self.compiler.depth > TEMPLATE_DEPTH_MAX {
            return Err(self.error(&format!("nested more than {TEMPLATE_DEPTH_MAX} levels deep")));
        }
        Ok(())
    }

    pub(super) fn shallower(&mut self) {
        self.compiler.depth -= 1;
    }

    pub(super) fn peek_at(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.peek_at(self.at)
    }

    pub(super) fn slice(&self, from: usize, to: usize) -> &'t str {
        self.text.get(from..to).unwrap_or_default()
    }

    fn starts_with(&self, at: usize, token: &str) -> bool {
        self.bytes.get(at..).is_some_and(|rest| rest.starts_with(token.as_bytes()))
    }

    /// The first position from `at` on whose byte is not accepted.
    pub(super) fn skip_from(&self, at: usize, accept: impl Fn(u8) -> bool) -> usize {
        let rest = self.bytes.get(at..).unwrap_or_default();
        at + rest.iter().position(|byte| !accept(*byte)).unwrap_or(rest.len())
    }

    /// Swallows blanks and one newline, if a newline follows.
    pub(super) fn swallow_newline(&mut self) {
        let after = self.skip_from(self.at, |byte| matches!(byte, b' ' | b'\t'));
        if self.starts_with(after, "\r\n") {
            self.at = after + 2;
        } else if matches!(self.peek_at(after), Some(b'\n' | b'\r')) {
            self.at = after + 1;
        }
    }

    /// Statements up to the end of the text or a directive that ends a block; that directive has been read.
    fn block(&mut self, ops: &mut Vec<Op>) -> Result<Terminator, CompileError> {
        self.deeper()?;
        let mut plain = String::new();
        let terminator = loop {
            let Some(byte) = self.peek() else { break Terminator::Text };
            if let Some(after) = self.set_directive() {
                Self::flush(ops, &mut plain);
                self.at = after;
                self.set(ops)?;
                continue;
            }
            match byte {
                b'\\' => self.backslashes(ops, &mut plain)?,
                b'$' => self.dollar(ops, &mut plain, 0)?,
                b'#' => {
                    if let Some(terminator) = self.hash(ops, &mut plain)? {
                        break terminator;
                    }
                }
                _ => {
                    let end = self.skip_from(self.at, |byte| !matches!(byte, b'$' | b'#' | b'\\'));
                    plain.push_str(self.slice(self.at, end));
                    self.at = end;
                }
            }
        };
        Self::flush(ops, &mut plain);
        self.shallower();
        Ok(terminator)
    }

    /// Text is gathered in `plain` and becomes one operation when another has to follow it.
    fn flush(ops: &mut Vec<Op>, plain: &mut String) {
        if !plain.is_empty() {
            ops.push(Op::Text(std::mem::take(plain).into()));
        }
    }

    /// Where `#set(` with the blanks before it ends, if it stands here.
    fn set_directive(&self) -> Option<usize> {
        if !matches!(self.peek(), Some(b' ' | b'\t' | b'#')) {
            return None;
        }
        let hash = self.skip_from(self.at, |byte| matches!(byte, b' ' | b'\t'));
        let word = ["#set", "#{set}"].into_iter().find(|word| self.starts_with(hash, word))?;
        let paren = self.skip_from(hash + word.len(), |byte| byte == b' ');
        (self.peek_at(paren) == Some(b'(')).then_some(paren + 1)
    }

    fn set(&mut self, ops: &mut Vec<Op>) -> Result<(), CompileError> {
        self.skip_space();
        if self.peek() != Some(b'$') {
            return Err(self.error("a reference to set expected"));
        }
        let target = self.argument_reference()?;
        self.skip_space();
        if self.peek() != Some(b'=') || self.peek_at(self.at + 1) == Some(b'=') {
            return Err(self.error("`=` expected"));
        }
        self.at += 1;
        let value = self.expression()?;
        self.close_directive()?;
        ops.push(Op::Set(target, value));
        Ok(())
    }

    /// The `)` of a directive with the newline after it.
    fn close_directive(&mut self) -> Result<(), CompileError> {
        self.skip_space();
        if self.peek() != Some(b')') {
            return Err(self.error("`)` expected"));
        }
        self.at += 1;
        self.swallow_newline();
        Ok(())
    }

    fn backslashes(&mut self, ops: &mut Vec<Op>, plain: &mut String) -> Result<(), CompileError> {
        let from = self.at;
        let end = self.skip_from(from, |byte| byte == b'\\');
        let count = end - from;
        self.at = end;
        match self.peek() {
            Some(b'$') => return self.dollar(ops, plain, count),
            Some(b'#') => {
                let even = count.is_multiple_of(2);
                let known = self.directive_name(end);
                let known =
                    known.filter(|found| self.is_escapable(found.name) && !(even && found.name == "set"));
                if let Some(found) = known {
                    plain.push_str(&"\\".repeat(count / 2));
                    if count % 2 == 1 {
                        plain.push_str(self.slice(end, found.end));
                        self.at = found.end;
                    }
                } else {
                    plain.push_str(self.slice(from, end));
                    if let Some(found) = self.directive_name(end).filter(|_| count % 2 == 1) {
                        plain.push_str(self.slice(end, found.end));
                        self.at = found.end;
                    }
                }
            }
            _ => plain.push_str(self.slice(from, end)),
        }
        Ok(())
    }

    fn is_escapable(&self, name: &str) -> bool {
        ESCAPABLE.contains(&name) || self.compiler.macros.iter().any(|each| each.as_ref() == name)
    }

    /// A `$`, with the number of backslashes before it: a reference, or text.
    fn dollar(
        &mut self,
        ops: &mut Vec<Op>,
        plain: &mut String,
        backslashes: usize,
    ) -> Result<(), CompileError> {
        let dollar = self.at;
        let slashes_end = self.skip_from(dollar + 1, |byte| byte == b'\\');
        let quiet = self.peek_at(slashes_end) == Some(b'!');
        let inner_slashes = if quiet { slashes_end - dollar - 1 } else { 0 };
        let after = if quiet { slashes_end + 1 } else { dollar + 1 };
        let braced = self.peek_at(after) == Some(b'{');
        let name_at = if braced { after + 1 } else { after };
        let prefix = "\\".repeat(backslashes);
        if self.peek_at(name_at).is_some_and(is_name_start) {
            self.at = after;
            let reference = self.reference()?;
            let literal = self.slice(dollar, self.at);
            if inner_slashes > 0 {
                // `$\!x` is text that loses one backslash.
                let rest = self.slice(dollar + 2, self.at);
                plain.extend([&prefix, "$", rest]);
                return Ok(());
            }
            plain.push_str(&"\\".repeat(backslashes / 2));
            if backslashes % 2 == 1 {
                let prefix = std::mem::take(plain).into();
                ops.push(Op::Escaped { reference, prefix, literal: literal.into() });
            } else {
                Self::flush(ops, plain);
                let at = ops.len();
                ops.push(Op::Reference(reference));
                if let Some(Op::Reference(reference)) = ops.get(at) {
                    self.after_reference(reference, braced, plain);
                }
            }
            return Ok(());
        }
        self.at = after;
        match self.peek() {
            None => return Err(self.error("unexpected end of text after `$`")),
            // 1.7 drops a dollar that stands directly before a directive of its grammar or a comment, and does not
            // know any other directive behind one.
            Some(b'#') if self.is_dropped_before() => {}
            Some(b'#') => {
                plain.extend([&prefix, self.slice(dollar, after)]);
                if let Some(found) = self.directive_name(after) {
                    self.at = found.end;
                    self.unknown(plain, after, found.name)?;
                }
            }
            Some(b'$' | b'[' | b'{') => plain.extend([&prefix, self.slice(dollar, after)]),
            // The exclamation mark of a quiet reference that is none is lost.
            Some(_) => self.lone(plain, &format!("{prefix}$")),
        }
        Ok(())
    }

    /// A `$` or `#` that begins nothing: text, but lost before a `#set`.
    fn lone(&mut self, plain: &mut String, sign: &str) {
        if self.set_directive().is_none() {
            plain.push_str(sign);
        }
        self.slashes_of_a_later_reference(plain);
    }

    /// Backslashes between a lone sign and a reference escape nothing.
    fn slashes_of_a_later_reference(&mut self, plain: &mut String) {
        let end = self.skip_from(self.at, |byte| byte == b'\\');
        if self.peek_at(end) == Some(b'$') {
            plain.push_str(self.slice(self.at, end));
            self.at = end;
        }
    }

    /// What follows a printed reference directly: braces are read one by one, so that a `#set` behind them still
    /// swallows its blanks, and a line comment after a property is none.
    fn after_reference(&mut self, reference: &Reference, braced: bool, plain: &mut String) {
        let property_last = matches!(reference.parts.last(), Some(Part::Property(_)));
        if property_last && !braced && self.starts_with(self.at, "##") {
            let end = self.skip_from(self.at, |byte| !matches!(byte, b'\n' | b'\r'));
            plain.push_str(self.slice(self.at, end));
            self.at = end;
            return;
        }
        // Behind a method or an index, a word is read by itself too.
        let word_can_follow =
            matches!(reference.parts.last(), Some(Part::Call(_) | Part::Index(_))) && !braced;
        let word_end = if word_can_follow && self.peek().is_some_and(is_name_start) {
            self.skip_from(self.at, |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
        } else {
            self.at
        };
        let braces = self.skip_from(word_end, |byte| byte == b'{');
        let end = braces + usize::from(self.peek_at(braces) == Some(b'}'));
        plain.push_str(self.slice(self.at, end));
        self.at = end;
    }

    fn is_dropped_before(&self) -> bool {
        let grammar = |name| matches!(name, "if" | "elseif" | "else" | "end" | "stop");
        self.set_directive().is_some()
            || self.directive_name(self.at).is_some_and(|found| grammar(found.name))
            || matches!(self.peek_at(self.at + 1), Some(b'#' | b'*'))
    }

    /// The name behind the `#` at `hash`, in braces or not.
    fn directive_name(&self, hash: usize) -> Option<DirectiveName<'t>> {
        let word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'@');
        let first = self.peek_at(hash + 1)?;
        if first == b'{' {
            let end = self.skip_from(hash + 2, word);
            let starts = self.peek_at(hash + 2).is_some_and(is_name_start);
            let closed = self.peek_at(end) == Some(b'}');
            return (starts && closed)
                .then(|| DirectiveName { name: self.slice(hash + 2, end), end: end + 1 });
        }
        if !is_name_start(first) && first != b'@' {
            return None;
        }
        let end = self.skip_from(hash + 1, word);
        Some(DirectiveName { name: self.slice(hash + 1, end), end })
    }

    /// A `#`: a comment, a directive or text.
    fn hash(&mut self, ops: &mut Vec<Op>, plain: &mut String) -> Result<Option<Terminator>, CompileError> {
        let hash = self.at;
        let rest = self.text.get(hash..).unwrap_or_default();
        if rest.starts_with("#[[") {
            let Some(length) = rest.find("]]#") else {
                return Err(self.error("`#[[` is not closed by `]]#`"));
            };
            plain.push_str(self.slice(hash + 3, hash + length));
            self.at = hash + length + 3;
            return Ok(None);
        }
        if rest.starts_with("##") {
            let newline = self.skip_from(hash, |byte| !matches!(byte, b'\n' | b'\r'));
            self.at = newline + if self.starts_with(newline, "\r\n") { 2 } else { 1 };
            self.at = self.at.min(self.text.len());
            return Ok(None);
        }
        if rest.starts_with("#*") {
            let end = self.text.get(hash + 2..).and_then(|rest| rest.find("*#"));
            self.at = end.map_or(self.text.len(), |length| hash + 2 + length + 2);
            return Ok(None);
        }
        let Some(found) = self.directive_name(hash) else {
            self.at = hash + 1;
            if self.peek().is_none() {
                return Err(self.error("unexpected end of text after `#`"));
            }
            self.lone(plain, "#");
            // A number behind it is read with it.
            let digits = self.at + usize::from(self.peek() == Some(b'-'));
            let end = self.skip_from(digits, |byte| byte.is_ascii_digit());
            if end > digits {
                plain.push_str(self.slice(self.at, end));
                self.at = end;
            }
            return Ok(None);
        };
        self.at = found.end;
        match found.name {
            "else" => {
                self.swallow_newline();
                return Ok(Some(Terminator::Else));
            }
            "elseif" => return Ok(Some(Terminator::ElseIf)),
            "end" => {
                self.swallow_newline();
                return Ok(Some(Terminator::End));
            }
            "literal" => self.literal(plain)?,
            "macro" => self.macro_definition()?,
            "if" | "stop" | "break" | "foreach" | "define" => {
                Self::flush(ops, plain);
                self.directive(ops, found.name)?;
            }
            name => self.unknown(plain, hash, name)?,
        }
        Ok(None)
    }

    /// A directive that becomes operations; its name has been read.
    fn directive(&mut self, ops: &mut Vec<Op>, name: &str) -> Result<(), CompileError> {
        match name {
            "if" => self.if_directive(ops),
            "foreach" => self.foreach(ops),
            "define" => self.define(ops),
            "stop" => {
                ops.push(Op::Stop);
                Ok(())
            }
            _ => {
                self.parameters_if_any()?;
                ops.push(Op::Break);
                Ok(())
            }
        }
    }

    /// `(` after blanks and newlines; where it is.
    fn paren(&self) -> Option<usize> {
        let at = self.skip_from(self.at, is_space);
        (self.peek_at(at) == Some(b'(')).then_some(at)
    }

    fn need_paren(&mut self, directive: &str) -> Result<(), CompileError> {
        match self.paren() {
            Some(at) => self.at = at + 1,
            None => return Err(self.error(&format!("`(` expected after `#{directive}`"))),
        }
        Ok(())
    }

    /// One condition of an `#if`; returns the index of its jump.
    fn condition(&mut self, ops: &mut Vec<Op>) -> Result<usize, CompileError> {
        self.need_paren("if")?;
        let condition = self.expression()?;
        self.close_directive()?;
        ops.push(Op::JumpUnless(condition, 0));
        Ok(ops.len() - 1)
    }

    fn if_directive(&mut self, ops: &mut Vec<Op>) -> Result<(), CompileError> {
        let opened = self.at;
        let mut jumps_to_end = Vec::new();
        let mut failed = self.condition(ops)?;
        loop {
            let terminator = self.block(ops)?;
            if terminator != Terminator::End {
                jumps_to_end.push(ops.len());
                ops.push(Op::Jump(0));
            }
            let here = ops.len();
            land(ops, failed, here);
            match terminator {
                Terminator::End => break,
                Terminator::ElseIf => failed = self.condition(ops)?,
                Terminator::Else => {
                    if self.block(ops)? != Terminator::End {
                        return Err(self.error_at(opened, "`#else` is not closed by `#end`"));
                    }
                    break;
                }
                Terminator::Text => return Err(self.error_at(opened, "`#if` is not closed by `#end`")),
            }
        }
        let end = ops.len();
        for jump in jumps_to_end {
            land(ops, jump, end);
        }
        Ok(())
    }

    fn body(&mut self, ops: &mut Vec<Op>, directive: &str) -> Result<(), CompileError> {
        let opened = self.at;
        match self.block(ops)? {
            Terminator::End => Ok(()),
            _ => Err(self.error_at(opened, &format!("`#{directive}` is not closed by `#end`"))),
        }
    }

    fn foreach(&mut self, ops: &mut Vec<Op>) -> Result<(), CompileError> {
        self.need_paren("foreach")?;
        self.skip_space();
        let variable = self.simple_variable("the loop's variable")?;
        self.skip_space();
        let word_end = self.skip_from(self.at, |byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if self.slice(self.at, word_end) != "in" {
            return Err(self.error("`in` expected"));
        }
        self.at = word_end;
        self.skip_space();
        let list = if self.peek() == Some(b')') { None } else { Some(self.parameter()?) };
        self.close_directive()?;
        let loop_at = ops.len();
        ops.push(Op::Foreach { variable, list, end: 0 });
        self.body(ops, "foreach")?;
        let end = ops.len();
        land(ops, loop_at, end);
        Ok(())
    }

    /// `$name` or `${name}`, nothing behind it.
    fn simple_variable(&mut self, what: &str) -> Result<usize, CompileError> {
        let from = self.at;
        if self.peek() != Some(b'$') {
            return Err(self.error(&format!("{what} expected")));
        }
        match self.argument_reference()? {
            Reference { slot, parts } if parts.is_empty() => Ok(slot),
            _ => Err(self.error_at(from, &format!("{what} cannot have members"))),
        }
    }

    /// A block as a program of its own.
    fn sub_program(&mut self, directive: &str) -> Result<Program, CompileError> {
        let mut ops = Vec::new();
        self.body(&mut ops, directive)?;
        Ok(Program { ops })
    }

    fn define(&mut self, ops: &mut Vec<Op>) -> Result<(), CompileError> {
        self.need_paren("define")?;
        self.skip_space();
        let variable = self.simple_variable("the name of the block")?;
        self.close_directive()?;
        let program = self.sub_program("define")?;
        self.compiler.programs.push(program);
        ops.push(Op::Define(variable, self.compiler.programs.len() - 1));
        Ok(())
    }

    /// A macro is read and forgotten: API Gateway defines none, and calls print as they are written.
    fn macro_definition(&mut self) -> Result<(), CompileError> {
        self.need_paren("macro")?;
        self.skip_space();
        let end = self.skip_from(self.at, |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'@'));
        if !self.peek().is_some_and(is_name_start) {
            return Err(self.error("the macro's name expected"));
        }
        self.compiler.macros.push(self.slice(self.at, end).into());
        self.at = end;
        self.parameters()?;
        self.sub_program("macro").map(|_| ())
    }

    fn literal(&mut self, plain: &mut String) -> Result<(), CompileError> {
        self.need_paren("literal")?;
        self.parameters()?;
        let from = self.at;
        let mut body = Vec::new();
        self.deeper()?;
        let mut ignored = String::new();
        loop {
            if self.peek().is_none() {
                return Err(self.error_at(from, "`#literal` is not closed by `#end`"));
            }
            let before = self.at;
            let terminator = self.statement(&mut body, &mut ignored)?;
            match terminator {
                None => {}
                Some(Terminator::End) => {
                    plain.push_str(self.slice(from, before));
                    break;
                }
                Some(_) => return Err(self.error_at(before, "`#else` without `#if`")),
            }
        }
        self.shallower();
        Ok(())
    }

    /// One statement, for blocks whose source is wanted.
    fn statement(
        &mut self,
        ops: &mut Vec<Op>,
        plain: &mut String,
    ) -> Result<Option<Terminator>, CompileError> {
        if let Some(after) = self.set_directive() {
            self.at = after;
            return self.set(ops).map(|()| None);
        }
        match self.peek() {
            Some(b'\\') => self.backslashes(ops, plain)?,
            Some(b'$') => self.dollar(ops, plain, 0)?,
            Some(b'#') => return self.hash(ops, plain),
            _ => self.at = self.skip_from(self.at, |byte| !matches!(byte, b'$' | b'#' | b'\\')),
        }
        Ok(None)
    }

    /// A directive that is not known prints as written.
    fn unknown(&mut self, plain: &mut String, hash: usize, name: &str) -> Result<(), CompileError> {
        self.parameters_if_any()?;
        if name.starts_with('@') {
            self.sub_program(name)?;
        }
        plain.push_str(self.slice(hash, self.at));
        Ok(())
    }

    fn parameters_if_any(&mut self) -> Result<(), CompileError> {
        if let Some(paren) = self.paren() {
            self.at = paren + 1;
            self.parameters()?;
        }
        Ok(())
    }

    /// Parameters of a directive that does not use them, up to and with the `)`.
    fn parameters(&mut self) -> Result<(), CompileError> {
        loop {
            self.skip_space();
            if self.peek() == Some(b')') {
                return self.close_directive();
            }
            if self.peek() == Some(b',') {
                self.at += 1;
                self.skip_space();
            }
            if self.peek().is_some_and(|byte| is_name_start(byte) || byte == b'@') {
                self.at = self
                    .skip_from(self.at, |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'@'));
            } else {
                self.parameter()?;
            }
        }
    }
}

pub(super) fn is_name_start(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_'
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// Sets where the jump at `from` goes.
fn land(ops: &mut [Op], from: usize, to: usize) {
    match ops.get_mut(from) {
        Some(Op::Jump(target) | Op::JumpUnless(_, target) | Op::Foreach { end: target, .. }) => *target = to,
        _ => debug_assert!(false, "only jumps land"),
    }
}
