//! Policy variables: `${key}`, `${key, 'default'}` and the escapes `${*}`, `${?}`, `${$}`.
//!
//! A text becomes tokens once, when the policy is compiled. What a variable stands for is always taken literally: a `*`
//! in a user's name is not a wildcard, and `${…}` in a value is not expanded again; otherwise callers could widen the
//! policy that should hold them. A `$` without a brace is plain text. Source: the IAM guide, "IAM policy elements:
//! variables and tags".

/// One piece of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token<'t> {
    Literal(&'t str),
    /// `*`: any run of characters.
    AnyRun,
    /// `?`: one character.
    AnyChar,
    Variable {
        key: &'t str,
        default: Option<&'t str>,
    },
}

/// Which characters are special.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Syntax {
    pub(crate) wildcards: bool,
    pub(crate) variables: bool,
}

/// Refuses a text in which a `${` does not begin a proper variable; the error is the part at fault.
pub(crate) fn check(text: &str) -> Result<(), String> {
    tokens(text, Syntax { wildcards: true, variables: true }).map(drop)
}

/// The tokens of the text, or the part that is no proper variable.
pub(crate) fn tokens(text: &str, syntax: Syntax) -> Result<Vec<Token<'_>>, String> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if syntax.variables && rest.starts_with("${") {
            let (token, after) = variable(rest).ok_or_else(|| rest.chars().take(64).collect::<String>())?;
            out.push(token);
            rest = after;
        } else if syntax.wildcards && matches!(first, '*' | '?') {
            out.push(if first == '*' { Token::AnyRun } else { Token::AnyChar });
            rest = rest.get(1..).unwrap_or_default();
        } else {
            let (literal, after) = rest.split_at(literal_length(rest, syntax));
            out.push(Token::Literal(literal));
            rest = after;
        }
    }
    Ok(out)
}

/// Bytes up to the next special place, at least one character.
fn literal_length(text: &str, syntax: Syntax) -> usize {
    let special = |(at, c): &(usize, char)| match c {
        '*' | '?' => syntax.wildcards,
        '$' => syntax.variables && text.get(*at..).is_some_and(|rest| rest.starts_with("${")),
        _ => false,
    };
    text.char_indices().skip(1).find(special).map_or(text.len(), |(at, _)| at)
}

/// The variable that the text begins with, and what follows it.
fn variable(text: &str) -> Option<(Token<'_>, &str)> {
    let body = text.strip_prefix("${")?;
    let end = body.find(['}', ','])?;
    let key = body.get(..end)?.trim();
    let (default, after) = match body.get(end..)?.strip_prefix(',') {
        None => (None, body.get(end + 1..)?),
        Some(rest) => {
            let (default, rest) = rest.trim_start().strip_prefix('\'')?.split_once('\'')?;
            (Some(default), rest.trim_start().strip_prefix('}')?)
        }
    };
    let token = match (key, default) {
        ("*", None) => Token::Literal("*"),
        ("?", None) => Token::Literal("?"),
        ("$", None) => Token::Literal("$"),
        _ if key.is_empty() || key.contains(['$', '{', '*', '?', '\'']) => return None,
        _ => Token::Variable { key, default },
    };
    Some((token, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Syntax = Syntax { wildcards: true, variables: true };

    #[test]
    fn variables_defaults_and_escapes_are_told_apart() {
        let found = tokens("a${aws:username}*${k, 'd}e'}?${*}${ $ }c$d", ALL).unwrap();
        let wanted = [
            Token::Literal("a"),
            Token::Variable { key: "aws:username", default: None },
            Token::AnyRun,
            Token::Variable { key: "k", default: Some("d}e") },
            Token::AnyChar,
            Token::Literal("*"),
            Token::Literal("$"),
            Token::Literal("c$d"),
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn what_is_no_variable_is_refused() {
        for text in ["${", "a${b", "${}", "${ }", "${a, b}", "${a, 'b}", "${a,'b'", "${a${b}}", "${*, 'x'}"] {
            assert!(check(text).is_err(), "{text}");
        }
    }

    #[test]
    fn without_variables_a_brace_is_text() {
        let found = tokens("${a*", Syntax { wildcards: true, variables: false }).unwrap();
        assert_eq!(found, [Token::Literal("${a"), Token::AnyRun]);
        assert_eq!(tokens("$", ALL).unwrap(), [Token::Literal("$")]);
    }
}
