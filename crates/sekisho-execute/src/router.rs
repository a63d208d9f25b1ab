//! Choosing the resource that a path means.
//!
//! A trie of path segments per deployment. A static segment is preferred to a `{parameter}`, and that to a `{proxy+}`;
//! where the preferred branch ends in nothing, the next is tried. A node's depth is the number of the segment it takes,
//! so one walk visits each node at most once and the trie bounds its own work. Resources without methods are no place
//! to end. Source: the API Gateway guide, "Set up a proxy integration with a proxy resource".

use std::hash::{BuildHasher as _, Hasher as _};

use crate::path::first_segment;

/// A trie over the resources of a deployment, in one piece: a request meets it cold, and what a walk costs is the cache
/// lines it touches. A node begins at a number that its parent knows:
///
/// | words | |
/// |---|---|
/// | 5 | [`Header`] |
/// | its bytes / 4, rounded up | the literal that leads here |
/// | `literals` | tags of the literals below, ascending |
/// | `literals` | where the nodes of those literals begin, in the same order |
///
/// A tag is a hash; the literal stands with the node it leads to, which is visited next anyway.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Router {
    words: Box<[u32]>,
}

/// No node, no resource.
const NONE: u32 = u32::MAX;

/// The resource that ends here, the one below that takes all that is left, the node of `{parameter}`, how many literals
/// are below, and how many bytes the literal that leads here has.
type Header = [u32; 5];

/// A trie under construction.
#[derive(Debug, Default)]
struct Growing {
    literals: std::collections::BTreeMap<Box<str>, Self>,
    parameter: Option<Box<Self>>,
    greedy: Option<u32>,
    resource: Option<u32>,
}

/// What a part of a path template is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part<'t> {
    /// Itself.
    Literal(&'t str),
    /// `{name}`: one segment.
    Parameter(&'t str),
    /// `{name+}`: all that is left, at least one segment.
    Greedy(&'t str),
}

/// The parts of a path template such as `/pets/{petId}`.
pub(crate) fn parts(template: &str) -> impl Iterator<Item = Part<'_>> {
    template.split('/').filter(|part| !part.is_empty()).map(|part| {
        match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            Some(name) => name.strip_suffix('+').map_or(Part::Parameter(name), Part::Greedy),
            None => Part::Literal(part),
        }
    })
}

/// A node in the table.
#[derive(Clone, Copy)]
struct Node<'r> {
    resource: u32,
    greedy: u32,
    parameter: u32,
    length: usize,
    literal: &'r [u32],
    tags: &'r [u32],
    targets: &'r [u32],
}

impl Router {
    /// Grows a trie from path templates, each with its resource's number. Of two templates of the same shape the first
    /// counts.
    pub(crate) fn new<'t>(templates: impl Iterator<Item = (&'t str, u32)>) -> Self {
        let mut root = Growing::default();
        for (template, resource) in templates {
            root.insert(template, resource);
        }
        let mut words = Vec::new();
        root.flatten("", &mut words);
        Self { words: words.into() }
    }

    /// The resource that a path means; the path has no slash at its ends and no empty segment.
    pub(crate) fn find(&self, path: &str) -> Option<u32> {
        self.walk(self.node(0)?, (!path.is_empty()).then_some(path))
    }

    fn node(&self, at: u32) -> Option<Node<'_>> {
        let (header, rest) = self.words.get(at as usize..)?.split_first_chunk()?;
        let [resource, greedy, parameter, literals, length]: Header = *header;
        let (literals, length) = (literals as usize, length as usize);
        let (literal, rest) = rest.split_at_checked(length.div_ceil(4))?;
        let (tags, rest) = rest.split_at_checked(literals)?;
        Some(Node { resource, greedy, parameter, length, literal, tags, targets: rest.get(..literals)? })
    }

    fn walk(&self, node: Node<'_>, rest: Option<&str>) -> Option<u32> {
        let Some(rest) = rest else { return some(node.resource) };
        let (segment, below) = first_segment(rest);
        if let Some(next) = self.literal(node, segment)
            && let Some(found) = self.walk(next, below)
        {
            return Some(found);
        }
        let parameter = some(node.parameter).and_then(|at| self.node(at));
        parameter.and_then(|next| self.walk(next, below)).or_else(|| some(node.greedy))
    }

    fn literal(&self, node: Node<'_>, segment: &str) -> Option<Node<'_>> {
        if node.tags.is_empty() {
            return None;
        }
        let wanted = tag(segment);
        let from = node.tags.partition_point(|tag| *tag < wanted);
        let alike = node.tags.iter().zip(node.targets).skip(from).take_while(|(tag, _)| **tag == wanted);
        alike.filter_map(|(_, at)| self.node(*at)).find(|next| next.is_named(segment))
    }
}

impl Node<'_> {
    fn is_named(&self, segment: &str) -> bool {
        self.length == segment.len() && words_of(segment).eq(self.literal.iter().copied())
    }
}

/// A text in words of four bytes, the last one filled up with zeros.
fn words_of(text: &str) -> impl Iterator<Item = u32> {
    text.as_bytes().chunks(4).map(|chunk| match <[u8; 4]>::try_from(chunk) {
        Ok(four) => u32::from_le_bytes(four),
        Err(_) => chunk.iter().rev().fold(0, |word, byte| word << 8 | u32::from(*byte)),
    })
}

/// What sorts the literals below a node. Authors of one API who make theirs collide slow their own API down.
fn tag(segment: &str) -> u32 {
    let mut hasher = foldhash::fast::FixedState::default().build_hasher();
    hasher.write(segment.as_bytes());
    hasher.finish() as u32
}

fn some(number: u32) -> Option<u32> {
    (number != NONE).then_some(number)
}

/// A length as the table holds it. A table is bounded by an import's size, far below 2³².
fn place(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(NONE)
}

impl Growing {
    fn insert(&mut self, template: &str, resource: u32) {
        let mut node = self;
        for part in parts(template) {
            node = match part {
                Part::Literal(text) => node.literals.entry(text.into()).or_default(),
                Part::Parameter(_) => node.parameter.get_or_insert_default(),
                Part::Greedy(_) => {
                    node.greedy.get_or_insert(resource);
                    return;
                }
            };
        }
        node.resource.get_or_insert(resource);
    }

    /// Appends this node and all below, and says where it begins. Recursion is as deep as the longest template.
    fn flatten(self, literal: &str, words: &mut Vec<u32>) -> u32 {
        let own = words.len();
        let (resource, greedy) = (self.resource.unwrap_or(NONE), self.greedy.unwrap_or(NONE));
        let header: Header = [resource, greedy, NONE, place(self.literals.len()), place(literal.len())];
        words.extend(header);
        words.extend(words_of(literal));
        let mut literals: Vec<(u32, Box<str>, Self)> =
            self.literals.into_iter().map(|(text, below)| (tag(&text), text, below)).collect();
        literals.sort_by_key(|(tag, ..)| *tag);
        words.extend(literals.iter().map(|(tag, ..)| *tag));
        let targets = words.len();
        words.extend(literals.iter().map(|_| NONE));
        for (number, (_, text, below)) in literals.into_iter().enumerate() {
            let node = below.flatten(&text, words);
            set(words, targets + number, node);
        }
        if let Some(below) = self.parameter {
            let node = below.flatten("", words);
            set(words, own + 2, node);
        }
        place(own)
    }
}

fn set(words: &mut [u32], at: usize, value: u32) {
    if let Some(word) = words.get_mut(at) {
        *word = value;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn router(templates: &[&str]) -> Router {
        Router::new(templates.iter().zip(0..).map(|(template, number)| (*template, number)))
    }

    fn check(templates: &[&str], path: &str, expected: Option<&str>) {
        let found = router(templates).find(path);
        assert_eq!(found.map(|number| templates[number as usize]), expected, "{path}");
    }

    #[test]
    fn static_before_parameter_before_greedy() {
        let all = ["/", "/pets", "/pets/{id}", "/pets/mine", "/pets/{id}/name", "/{proxy+}", "/pets/{rest+}"];
        check(&all, "", Some("/"));
        check(&all, "pets", Some("/pets"));
        check(&all, "pets/mine", Some("/pets/mine"));
        check(&all, "pets/7", Some("/pets/{id}"));
        check(&all, "pets/7/name", Some("/pets/{id}/name"));
        check(&all, "pets/mine/name", Some("/pets/{id}/name"));
        check(&all, "pets/7/size", Some("/pets/{rest+}"));
        check(&all, "Pets", Some("/{proxy+}"));
        check(&all, "a/b/c", Some("/{proxy+}"));
    }

    #[test]
    fn literals_of_any_length_are_told_apart() {
        let all = ["/a", "/ab", "/abc", "/abcd", "/abcde", "/a\0", "/猫", "/猫猫", "/abcd/e"];
        for (number, template) in all.iter().enumerate() {
            check(&all, template.trim_start_matches('/'), Some(all[number]));
        }
        check(&all, "abcdef", None);
        check(&all, "b", None);
    }

    #[test]
    fn many_siblings_are_all_found() {
        let all: Vec<String> = (0..70_000).map(|number| format!("/{number}")).collect();
        let router = Router::new(all.iter().zip(0..).map(|(each, number)| (each.as_str(), number)));
        for (each, number) in all.iter().zip(0..) {
            assert_eq!(router.find(each.trim_start_matches('/')), Some(number));
        }
        assert_eq!(router.find("70000"), None);
    }

    #[test]
    fn nothing_is_found_where_nothing_is() {
        check(&[], "", None);
        check(&[], "a", None);
        check(&["/a/b"], "a", None);
        check(&["/a/b"], "a/b/c", None);
        check(&["/{proxy+}"], "", None);
        check(&["/a/{proxy+}"], "a", None);
    }

    /// The rule as a person would say it: of all templates that fit, the one whose parts are preferred from the left.
    fn naive(templates: &[String], path: &str) -> Option<usize> {
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        let rank = |template: &str| -> Option<Vec<u8>> {
            let mut ranks = Vec::new();
            let mut left = segments.iter();
            for part in parts(template) {
                match part {
                    Part::Literal(text) => {
                        (*left.next()? == text).then_some(())?;
                        ranks.push(0);
                    }
                    Part::Parameter(_) => {
                        left.next()?;
                        ranks.push(1);
                    }
                    Part::Greedy(_) => {
                        left.next()?;
                        ranks.push(2);
                        return Some(ranks);
                    }
                }
            }
            left.next().is_none().then_some(ranks)
        };
        let fitting = templates.iter().enumerate().filter_map(|(number, each)| Some((rank(each)?, number)));
        fitting.min().map(|(_, number)| number)
    }

    proptest! {
        #[test]
        fn the_trie_agrees_with_the_rule(
            templates in proptest::collection::vec("(/(a|b|\\{x\\})){0,4}(/\\{p\\+\\})?", 0..12),
            path in "((a|b|c)(/(a|b|c)){0,4})?",
        ) {
            let router = Router::new(templates.iter().zip(0..).map(|(each, number)| (each.as_str(), number)));
            let shape = |number: usize| templates[number].clone();
            let found = router.find(&path).map(|number| shape(number as usize));
            prop_assert_eq!(found, naive(&templates, &path).map(shape));
        }
    }
}
