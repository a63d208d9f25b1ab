//! Rust text as words: enough of the language to know code from comments, strings and test modules.
//!
//! Not a parser. It knows comments (nested), every kind of string and character literal, lifetimes, raw identifiers, and
//! where an item that carries `#[cfg(test)]` ends.

/// A word of code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// From 1.
    pub(super) line: usize,
    /// What it is.
    pub(super) kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An identifier, a keyword or a number.
    Word(String),
    /// Any other character of code.
    Sign(char),
}

impl Token {
    fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            Kind::Sign(_) => None,
        }
    }
}

/// Code without its tests.
#[derive(Debug, Default)]
pub(super) struct Code {
    /// The words, tests left out.
    pub(super) tokens: Vec<Token>,
    /// Lines that tests take.
    pub(super) test_lines: usize,
    /// Names of modules in files of their own that are tests.
    pub(super) test_modules: Vec<String>,
}

/// A path such as `std::fs::read`, and where it starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Path {
    pub(super) line: usize,
    pub(super) segments: Vec<String>,
}

/// The words of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    Lexer { characters: text.chars().collect(), at: 0, line: 1, tokens: Vec::new() }.run()
}

struct Lexer {
    characters: Vec<char>,
    at: usize,
    line: usize,
    tokens: Vec<Token>,
}

impl Lexer {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.characters.get(self.at + ahead).copied()
    }

    fn next(&mut self) -> Option<char> {
        let character = self.peek(0)?;
        self.at += 1;
        self.line += usize::from(character == '\n');
        Some(character)
    }

    fn run(mut self) -> Vec<Token> {
        while let Some(character) = self.peek(0) {
            match (character, self.peek(1)) {
                ('/', Some('/')) => {
                    while self.peek(0).is_some_and(|character| character != '\n') {
                        self.next();
                    }
                }
                ('/', Some('*')) => self.block_comment(),
                ('"', _) => self.string(),
                ('\'', _) => self.quote(),
                (character, _) if character.is_alphanumeric() || character == '_' => self.word(),
                (character, _) => {
                    if !character.is_whitespace() {
                        self.tokens.push(Token { line: self.line, kind: Kind::Sign(character) });
                    }
                    self.next();
                }
            }
        }
        self.tokens
    }

    fn block_comment(&mut self) {
        let mut depth = 0usize;
        while let Some(character) = self.next() {
            match (character, self.peek(0)) {
                ('/', Some('*')) => {
                    depth += 1;
                    self.next();
                }
                ('*', Some('/')) => {
                    depth -= 1;
                    self.next();
                    if depth == 0 {
                        return;
                    }
                }
                _ => {}
            }
        }
    }

    /// A string with escapes, from its quotation mark on.
    fn string(&mut self) {
        self.next();
        while let Some(character) = self.next() {
            match character {
                '\\' => {
                    self.next();
                }
                '"' => return,
                _ => {}
            }
        }
    }

    /// A raw string, from the first `#` or quotation mark on.
    fn raw_string(&mut self) {
        let mut hashes = 0;
        while self.peek(0) == Some('#') {
            hashes += 1;
            self.next();
        }
        self.next();
        while let Some(character) = self.next() {
            if character == '"' && (0..hashes).all(|ahead| self.peek(ahead) == Some('#')) {
                (0..hashes).for_each(|_| {
                    self.next();
                });
                return;
            }
        }
    }

    /// A character literal or a lifetime.
    fn quote(&mut self) {
        self.next();
        match (self.peek(0), self.peek(1)) {
            (Some('\\'), _) => {
                self.next();
                self.next();
                while self.next().is_some_and(|character| character != '\'') {}
            }
            (Some(_), Some('\'')) => {
                self.next();
                self.next();
            }
            // A lifetime: its name is read as a word, which no rule minds.
            _ => {}
        }
    }

    fn word(&mut self) {
        let line = self.line;
        let mut word = String::new();
        while let Some(character) = self.peek(0).filter(|c| c.is_alphanumeric() || *c == '_') {
            word.push(character);
            self.next();
        }
        let raw = matches!(word.as_str(), "r" | "br" | "cr");
        let hashes = (0..).take_while(|ahead| self.peek(*ahead) == Some('#')).count();
        match (word.as_str(), self.peek(0)) {
            (_, Some('"' | '#')) if raw && self.peek(hashes) == Some('"') => self.raw_string(),
            ("b" | "c", Some('"')) => self.string(),
            ("b", Some('\'')) => self.quote(),
            _ => self.tokens.push(Token { line, kind: Kind::Word(word) }),
        }
    }
}

/// The code of a text without what `#[cfg(test)]` covers.
pub(super) fn without_tests(text: &str) -> Code {
    let tokens = tokens(text);
    let mut code = Code::default();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let Some(end) = test_attribute(&tokens, at) else {
            code.tokens.push(token.clone());
            at += 1;
            continue;
        };
        let first_line = token.line;
        let end = end_of_item(&tokens, end);
        let item = tokens.get(at..end).unwrap_or_default();
        if item.last().is_some_and(|last| last.is_sign(';')) {
            let module = item.windows(2).find(|pair| pair[0].word() == Some("mod"));
            code.test_modules.extend(module.and_then(|pair| pair[1].word()).map(str::to_owned));
        }
        code.test_lines += item.last().map_or(0, |last| last.line - first_line + 1);
        at = end;
    }
    code
}

/// Behind the attribute that starts at `at`, if it is `#[cfg(test)]` or a `cfg` that needs `test`.
fn test_attribute(tokens: &[Token], at: usize) -> Option<usize> {
    let end = end_of_attribute(tokens, at)?;
    let words: Vec<&str> = tokens.get(at..end)?.iter().filter_map(Token::word).collect();
    (words.first() == Some(&"cfg")
        && words.contains(&"test")
        && !words.contains(&"not")
        && !words.contains(&"any"))
    .then_some(end)
}

fn end_of_attribute(tokens: &[Token], at: usize) -> Option<usize> {
    let starts = tokens.get(at)?.is_sign('#') && tokens.get(at + 1)?.is_sign('[');
    let mut depth = 0usize;
    for (index, token) in tokens.iter().enumerate().skip(at + 1).take_while(|_| starts) {
        match token.kind {
            Kind::Sign('[') => depth += 1,
            Kind::Sign(']') => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(index + 1);
        }
    }
    None
}

/// Behind the item that starts at `at`: behind its `;`, or behind the brace that closes its first one.
fn end_of_item(tokens: &[Token], at: usize) -> usize {
    let mut depth = 0usize;
    for (index, token) in tokens.iter().enumerate().skip(at) {
        match token.kind {
            Kind::Sign('{' | '(' | '[') => depth += 1,
            Kind::Sign('}') if depth <= 1 => return index + 1,
            Kind::Sign('}' | ')' | ']') => depth = depth.saturating_sub(1),
            Kind::Sign(';') if depth == 0 => return index + 1,
            _ => {}
        }
    }
    tokens.len()
}

/// Every path in the code, those of `use` with its braces spread out.
pub(super) fn paths(tokens: &[Token]) -> Vec<Path> {
    let mut paths = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].word().is_some() {
            at = tree(tokens, at, &[], &mut paths);
        } else {
            at += 1;
        }
    }
    paths
}

/// Reads the path tree at `at`, laid on `prefix`; answers where it ends.
fn tree(tokens: &[Token], mut at: usize, prefix: &[String], paths: &mut Vec<Path>) -> usize {
    let mut segments = prefix.to_vec();
    let line = tokens.get(at).map_or(0, |token| token.line);
    while let Some(token) = tokens.get(at) {
        match &token.kind {
            Kind::Word(word) => segments.push(word.clone()),
            Kind::Sign('*') => segments.push("*".to_owned()),
            Kind::Sign('{') => {
                at += 1;
                while tokens.get(at).is_some_and(|token| !token.is_sign('}')) {
                    let is_path =
                        tokens[at].word().is_some() || tokens[at].is_sign('*') || tokens[at].is_sign('{');
                    at = if is_path { tree(tokens, at, &segments, paths) } else { at + 1 };
                }
                return at + 1;
            }
            Kind::Sign(_) => return at.max(1),
        }
        at += 1;
        let goes_on = tokens.get(at).is_some_and(|token| token.is_sign(':'))
            && tokens.get(at + 1).is_some_and(|token| token.is_sign(':'));
        if !goes_on {
            break;
        }
        at += 2;
        let has_next = tokens
            .get(at)
            .is_some_and(|token| token.word().is_some() || token.is_sign('*') || token.is_sign('{'));
        if !has_next {
            break;
        }
    }
    paths.push(Path { line, segments });
    at
}

#[cfg(test)]
mod tests {
    use super::{Kind, paths, tokens, without_tests};

    fn words(text: &str) -> Vec<String> {
        tokens(text)
            .into_iter()
            .filter_map(|token| match token.kind {
                Kind::Word(word) => Some(word),
                Kind::Sign(_) => None,
            })
            .collect()
    }

    #[test]
    fn comments_strings_and_characters_are_not_code() {
        for (text, expected) in [
            ("a // b\nc", vec!["a", "c"]),
            ("a /* b /* c */ d */ e", vec!["a", "e"]),
            (r#"a "b \" c" d"#, vec!["a", "d"]),
            (r###"a r##"b "# c"## d"###, vec!["a", "d"]),
            (r##"a br#"b"# b"c" d"##, vec!["a", "d"]),
            ("a '\"' b '\\'' c b'\"' d", vec!["a", "b", "c", "d"]),
            ("fn f<'a>(x: &'a str) {}", vec!["fn", "f", "a", "x", "a", "str"]),
            ("r#async", vec!["r", "async"]),
            ("a /* never ends", vec!["a"]),
            ("a \"never ends", vec!["a"]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn tests_are_left_out() {
        let text = "mod a;\n#[cfg(test)]\nmod b;\n#[cfg(test)]\n#[path = \"x\"]\nmod c { fn d() { [1; 2]; } }\nfn e() {}\n\
                    #[cfg(not(test))]\nfn f() {}\n#[cfg(test)]\nfn g<T: H<[u8; 4]>>() {}\nfn last() {}";
        let code = without_tests(text);
        let left: Vec<&str> = code.tokens.iter().filter_map(super::Token::word).collect();
        assert_eq!(left, ["mod", "a", "fn", "e", "cfg", "not", "test", "fn", "f", "fn", "last"]);
        assert_eq!((code.test_modules, code.test_lines), (vec!["b".to_owned()], 7));
    }

    #[test]
    fn paths_are_spread_out() {
        let text =
            "use std::{fs, net::{Ipv4Addr, TcpStream as T}, io::*};\nlet x = std::env::var(\"A\"); a::<B>()";
        let found: Vec<String> = paths(&tokens(text))
            .into_iter()
            .map(|path| format!("{}:{}", path.line, path.segments.join("::")))
            .collect();
        for expected in
            ["1:std::fs", "1:std::net::Ipv4Addr", "1:std::net::TcpStream", "1:std::io::*", "2:std::env::var"]
        {
            assert!(found.iter().any(|path| path == expected), "{expected} is not in {found:?}");
        }
    }
}
