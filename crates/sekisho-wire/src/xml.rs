//! XML: writing answers, and reading them back for our own client.
//!
//! Written by hand because an answer is elements and text only, no attributes but the namespace. Characters that XML
//! 1.0 §2.2 forbids cannot be escaped; requests with such are refused on the way in, and should one still come up it is
//! written as U+FFFD rather than as a document no client can read.
use quick_xml::Reader;
use quick_xml::events::Event;

/// Whether XML 1.0 allows the character.
pub(crate) fn is_character(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Appends text, escaped.
pub(crate) fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // A bare carriage return would be read back as a line feed (XML 1.0 §2.11).
            '\r' => out.push_str("&#xD;"),
            _ if is_character(letter) => out.push(letter),
            _ => out.push('\u{fffd}'),
        }
    }
}

/// Appends `<name>text</name>`.
pub(crate) fn element(name: &str, text: &str, out: &mut String) {
    open(name, out);
    escape(text, out);
    close(name, out);
}

/// Appends `<name>`.
pub(crate) fn open(name: &str, out: &mut String) {
    out.push('<');
    out.push_str(name);
    out.push('>');
}

/// Appends `</name>`.
pub(crate) fn close(name: &str, out: &mut String) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

/// An element that was read.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) children: Vec<Self>,
}

impl Element {
    /// The first child of that name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }
}

/// Reads a document's root element, nested at most `depth` deep.
pub(crate) fn parse(bytes: &[u8], depth: usize) -> Result<Element, String> {
    let mut reader = Reader::from_reader(bytes);
    let mut stack = vec![Element::default()];
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(start) if stack.len() > depth => {
                return Err(format!("the element {:?} is nested too deep", start.name()));
            }
            Event::Start(start) => {
                let name = String::from_utf8_lossy(start.name().as_ref()).into_owned();
                stack.push(Element { name, ..Element::default() });
            }
            Event::Empty(start) => {
                let name = String::from_utf8_lossy(start.name().as_ref()).into_owned();
                top(&mut stack)?.children.push(Element { name, ..Element::default() });
            }
            Event::End(_) => {
                let done = stack.pop().ok_or("an element ends that did not begin")?;
                top(&mut stack)?.children.push(done);
            }
            Event::Text(text) => {
                top(&mut stack)?.text.push_str(&text.decode().map_err(|error| error.to_string())?);
            }
            Event::GeneralRef(reference) => {
                let name = reference.decode().map_err(|error| error.to_string())?;
                let letter = match reference.resolve_char_ref().map_err(|error| error.to_string())? {
                    Some(letter) => letter.to_string(),
                    None => named_reference(&name).ok_or("an unknown entity")?.to_owned(),
                };
                top(&mut stack)?.text.push_str(&letter);
            }
            Event::Eof => break,
            Event::CData(_) => return Err("CDATA is not expected".to_owned()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    let [outer] = stack.as_mut_slice() else { return Err("the document ends early".to_owned()) };
    outer.children.pop().ok_or_else(|| "there is no element".to_owned())
}

fn top(stack: &mut [Element]) -> Result<&mut Element, String> {
    stack.last_mut().ok_or_else(|| "an element ends that did not begin".to_owned())
}

fn named_reference(name: &str) -> Option<&'static str> {
    Some(match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{element, parse};

    #[test]
    fn what_is_escaped_comes_back() {
        let text = "a<b>&\"c'd\r\n\té関";
        let mut out = String::from("<?xml version=\"1.0\"?>");
        element("x", text, &mut out);
        assert_eq!(parse(out.as_bytes(), 4).unwrap().text, text);
        let mut out = String::new();
        element("x", "a\u{0}b\u{b}", &mut out);
        assert_eq!(out, "<x>a\u{fffd}b\u{fffd}</x>");
    }

    #[test]
    fn bad_documents_are_refused() {
        for text in [
            "",
            "<a>",
            "</a>",
            "<a></b>",
            "<a>&nope;</a>",
            "<a><![CDATA[x]]></a>",
            "<a><b><c><d/></c></b></a>x<",
        ] {
            assert!(parse(text.as_bytes(), 8).is_err(), "{text}");
        }
        assert!(parse("<a>".repeat(100_000).as_bytes(), 8).is_err());
    }
}
