//! Lists in pages: `limit` (25 unless said, at most 500) and an opaque `position`.
//!
//! The position is the key of the last item given, so a list stays right while items come and go between two pages.
//! Source: API Gateway's API reference, `limit` and `position` of every `Get…s` operation.

use sekisho_wire::AwsError;

use super::errors::bad_request;

/// Items of a page unless the caller says.
const LIMIT_DEFAULT: i32 = 25;
/// Items of a page at most; a larger wish is cut to it.
const LIMIT_MAX: i32 = 500;

/// Which part of a list is wanted.
#[derive(Debug)]
pub(crate) struct Window {
    after: Option<String>,
    limit: usize,
}

impl Window {
    /// The window a request asks for.
    pub(crate) fn new(position: &Option<String>, limit: Option<i32>) -> Result<Self, AwsError> {
        let limit = limit.unwrap_or(LIMIT_DEFAULT);
        if limit < 1 {
            return Err(bad_request(format!("Invalid limit {limit}, must be between 1 and {LIMIT_MAX}")));
        }
        let limit = usize::try_from(limit.min(LIMIT_MAX)).unwrap_or(1);
        Ok(Self { after: position.clone().filter(|position| !position.is_empty()), limit })
    }

    /// The key to start after.
    pub(crate) fn after(&self) -> Option<&str> {
        self.after.as_deref()
    }

    /// The page of `items`, which come in key order, and the position of the next one.
    pub(crate) fn page<T>(&self, items: impl Iterator<Item = (String, T)>) -> (Vec<T>, Option<String>) {
        let mut rest = items.skip_while(|(key, _)| self.after().is_some_and(|after| key.as_str() <= after));
        let (mut page, mut last) = (Vec::new(), None);
        for (key, item) in rest.by_ref().take(self.limit) {
            page.push(item);
            last = Some(key);
        }
        let position = if rest.next().is_some() { last } else { None };
        (page, position)
    }
}

#[cfg(test)]
mod tests {
    use super::Window;

    fn list(count: usize) -> impl Iterator<Item = (String, usize)> {
        (0..count).map(|number| (format!("{number:04}"), number))
    }

    #[test]
    fn pages_cover_a_list_once() {
        assert!(Window::new(&None, Some(0)).is_err());
        assert!(Window::new(&None, Some(-3)).is_err());
        let (mut seen, mut position) = (Vec::new(), None);
        loop {
            let (page, next) = Window::new(&position, Some(7)).unwrap().page(list(50));
            seen.extend(page);
            position = next;
            if position.is_none() {
                break;
            }
        }
        assert_eq!(seen, (0..50).collect::<Vec<_>>());
    }

    #[test]
    fn a_page_holds_at_most_five_hundred() {
        let (page, next) = Window::new(&None, Some(9000)).unwrap().page(list(501));
        assert_eq!((page.len(), next.as_deref()), (500, Some("0499")));
        let (page, next) = Window::new(&Some("0499".to_owned()), None).unwrap().page(list(501));
        assert_eq!((page, next), (vec![500], None));
    }
}
