//! Java's regular expressions, as far as an engine without backtracking can honour them.
//!
//! `replaceAll`, `matches`, `split` and JSONPath's `=~` take Java patterns. Nearly all that templates use mean the
//! same to the `regex` crate; what differs is translated, and what it cannot do (look-around, back-references,
//! possessive quantifiers) is refused instead of being guessed at. Its time is linear in the text, and the compiled
//! size is bounded by [`REGEX_BYTES_MAX`], so no pattern can hang a request.

use regex::{Captures, Regex, RegexBuilder};

use crate::limits::REGEX_BYTES_MAX;

/// A compiled Java pattern.
#[derive(Debug, Clone)]
pub(crate) struct JavaRegex {
    regex: Regex,
}

impl PartialEq for JavaRegex {
    fn eq(&self, other: &Self) -> bool {
        self.regex.as_str() == other.regex.as_str()
    }
}

/// Why a pattern or a replacement is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RegexRefusal(pub(crate) String);

impl JavaRegex {
    /// A pattern to search with.
    pub(crate) fn compile(pattern: &str) -> Result<Self, RegexRefusal> {
        Self::build(&translate(pattern)?, false)
    }

    /// A pattern that has to match the whole text, as `matches()` asks.
    pub(crate) fn compile_whole(pattern: &str, fold_case: bool) -> Result<Self, RegexRefusal> {
        Self::build(&format!("^(?:{})$", translate(pattern)?), fold_case)
    }

    fn build(translated: &str, fold_case: bool) -> Result<Self, RegexRefusal> {
        let regex = RegexBuilder::new(translated)
            .case_insensitive(fold_case)
            .size_limit(REGEX_BYTES_MAX)
            .dfa_size_limit(REGEX_BYTES_MAX)
            .nest_limit(50)
            .build();
        let refusal = |_| RegexRefusal("unsupported or invalid regular expression".to_owned());
        regex.map(|regex| Self { regex }).map_err(refusal)
    }

    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }

    /// The first match from byte `from` on.
    pub(crate) fn find_from(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        self.regex.find_at(text, from).map(|found| (found.start(), found.end()))
    }

    /// The first `matches_max` matches replaced; returns the result and how many there were. The result may not
    /// exceed `bytes_max`.
    pub(crate) fn replace(
        &self,
        text: &str,
        replacement: &Replacement,
        matches_max: usize,
        bytes_max: usize,
    ) -> Result<(String, usize), RegexRefusal> {
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        let mut matches = 0;
        for captures in self.regex.captures_iter(text).take(matches_max) {
            let Some(whole) = captures.get(0) else { continue };
            matches += 1;
            out.push_str(text.get(from..whole.start()).unwrap_or_default());
            replacement.append(&captures, &mut out)?;
            from = whole.end();
            if out.len() > bytes_max {
                return Err(RegexRefusal("the result is too long".to_owned()));
            }
        }
        out.push_str(text.get(from..).unwrap_or_default());
        Ok((out, matches))
    }
}

/// A Java replacement: `$1` is a group, a backslash takes the next character as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Replacement(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Group(usize),
    NamedGroup(String),
    Text(String),
}

impl Replacement {
    pub(crate) fn parse(text: &str, regex: &JavaRegex) -> Result<Self, RegexRefusal> {
        let refuse = |why: &str| Err(RegexRefusal(why.to_owned()));
        let groups = regex.regex.captures_len();
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '\\' => match characters.next() {
                    Some(literal) => plain.push(literal),
                    None => return refuse("character to be escaped is missing"),
                },
                '$' => {
                    pieces.push(Piece::Text(std::mem::take(&mut plain)));
                    match characters.next() {
                        Some('{') => {
                            let name: String = characters.by_ref().take_while(|next| *next != '}').collect();
                            pieces.push(Piece::NamedGroup(name));
                        }
                        Some(digit) if digit.is_ascii_digit() => {
                            let mut group = digit_value(digit);
                            if group >= groups {
                                return refuse(&format!("no group {group}"));
                            }
                            while let Some(next) = characters.peek().filter(|next| next.is_ascii_digit()) {
                                let longer = group * 10 + digit_value(*next);
                                if longer >= groups {
                                    break;
                                }
                                group = longer;
                                characters.next();
                            }
                            pieces.push(Piece::Group(group));
                        }
                        _ => return refuse("illegal group reference"),
                    }
                }
                other => plain.push(other),
            }
        }
        pieces.push(Piece::Text(plain));
        Ok(Self(pieces))
    }

    fn append(&self, captures: &Captures<'_>, out: &mut String) -> Result<(), RegexRefusal> {
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Group(group) => out.push_str(captures.get(*group).map_or("", |found| found.as_str())),
                Piece::NamedGroup(name) => match captures.name(name) {
                    Some(found) => out.push_str(found.as_str()),
                    None => return Err(RegexRefusal(format!("no group with name {{{name}}}"))),
                },
            }
        }
        Ok(())
    }
}

fn digit_value(digit: char) -> usize {
    digit.to_digit(10).and_then(|value| usize::try_from(value).ok()).unwrap_or(0)
}

/// Rewrites what Java spells otherwise, and refuses what would change its meaning silently.
fn translate(pattern: &str) -> Result<String, RegexRefusal> {
    let refuse = |why: &str| Err(RegexRefusal(format!("{why} in a regular expression is not supported")));
    let mut out = String::with_capacity(pattern.len() + 8);
    let mut characters = pattern.chars().peekable();
    let mut class_depth = 0_u32;
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                None => return refuse("a trailing backslash"),
                Some('Q') => quote_literal(&mut characters, &mut out),
                Some('E') => {}
                Some('1'..='9' | 'k') => return refuse("a back-reference"),
                Some('G' | 'X' | 'R') => return refuse("this escape"),
                Some('h') => out.push_str(
                    "[ \\t\\x{A0}\\x{1680}\\x{180e}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}]",
                ),
                Some('e') => out.push_str("\\x1B"),
                Some('Z') => out.push_str("\\n?\\z"),
                // Java's classes are ASCII unless asked otherwise.
                Some(class @ ('d' | 'w' | 's')) => {
                    out.push_str(ascii_class(class, class_depth > 0));
                }
                Some('D') => out.push_str("[^0-9]"),
                Some('W') => out.push_str("[^0-9A-Za-z_]"),
                Some('S') => out.push_str("[^ \\t\\n\\x0B\\f\\r]"),
                Some('b') => out.push_str("\\b"),
                Some('u') => {
                    let digits: String = characters.by_ref().take(4).collect();
                    out.push_str(&format!("\\x{{{digits}}}"));
                }
                Some(other) if other.is_ascii_alphabetic() => out.extend(['\\', other]),
                Some(other) => out.push_str(&regex::escape(other.encode_utf8(&mut [0; 4]))),
            },
            '[' => {
                class_depth += 1;
                out.push('[');
                if characters.peek() == Some(&'^') {
                    characters.next();
                    out.push('^');
                }
                if characters.peek() == Some(&']') {
                    characters.next();
                    out.push_str("\\]");
                }
            }
            ']' if class_depth > 0 => {
                class_depth -= 1;
                out.push(']');
            }
            // Outside a class a lone `]` or `}` is a character to Java.
            ']' => out.push_str("\\]"),
            '(' if class_depth == 0 && characters.peek() == Some(&'?') => {
                out.push('(');
                let ahead: String = characters.clone().take(3).collect();
                let look_around = ["?=", "?!", "?>", "?<=", "?<!"];
                if look_around.iter().any(|kind| ahead.starts_with(kind)) {
                    return refuse("look-around");
                }
            }
            '*' | '+' | '?' | '}' if class_depth == 0 && characters.peek() == Some(&'+') => {
                return refuse("a possessive quantifier");
            }
            '~' | '-' if class_depth > 0 && characters.peek() == Some(&character) => {
                out.extend(['\\', character]);
            }
            other => out.push(other),
        }
    }
    Ok(out)
}

fn ascii_class(class: char, inside: bool) -> &'static str {
    match (class, inside) {
        ('d', true) => "0-9",
        ('d', false) => "[0-9]",
        ('w', true) => "0-9A-Za-z_",
        ('w', false) => "[0-9A-Za-z_]",
        (_, true) => " \\t\\n\\x0B\\f\\r",
        (_, false) => "[ \\t\\n\\x0B\\f\\r]",
    }
}

fn quote_literal(characters: &mut std::iter::Peekable<std::str::Chars<'_>>, out: &mut String) {
    while let Some(character) = characters.next() {
        if character == '\\' && characters.peek() == Some(&'E') {
            characters.next();
            return;
        }
        out.push_str(&regex::escape(character.encode_utf8(&mut [0; 4])));
    }
}
