//! Paths and filters (RFC 7644, 3.4.2.2 and 3.5.2), as far as directories use them: `eq` joined by `and`, and a filter in square brackets.

use super::error::{ScimError, ScimType};
use serde_json::Value;

/// Schemas whose attributes need no prefix.
const CORE: [&str; 2] = [
    "urn:ietf:params:scim:schemas:core:2.0:user",
    "urn:ietf:params:scim:schemas:core:2.0:group",
];
/// Comparisons that one filter may have: a directory sends two.
const COMPARISONS: usize = 20;

/// The path of an attribute, in lower case: names are compared without regard to case.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Path {
    /// The attribute; one of another schema with the schema before it.
    pub(crate) name: String,
    /// Which of several values.
    pub(crate) filter: Option<Filter>,
    /// A part of the attribute.
    pub(crate) sub: Option<String>,
}

/// All comparisons must hold.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Filter(pub(crate) Vec<Comparison>);

/// An attribute equals a value.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Comparison {
    pub(crate) path: Path,
    pub(crate) value: Value,
}

impl Path {
    /// Reads a path as it stands alone: in an operation, or as a name of a member.
    pub(crate) fn read(text: &str) -> Result<Self, ScimError> {
        let wrong = || ScimType::InvalidPath.because("The path is not understood.");
        let mut reader = Reader(text.trim());
        let path = reader.path().ok_or_else(wrong)?;
        if reader.0.is_empty() {
            Ok(path)
        } else {
            Err(wrong())
        }
    }

    /// The attribute and its part, where no single value is chosen.
    pub(crate) fn plain(&self) -> (&str, Option<&str>) {
        (&self.name, self.sub.as_deref())
    }
}

impl Filter {
    /// Reads a filter.
    pub(crate) fn read(text: &str) -> Result<Self, ScimError> {
        let wrong = || {
            let detail =
                "Filters compare by `eq`, joined by `and`: userName eq \"a\" and active eq true.";
            ScimType::InvalidFilter.because(detail)
        };
        let mut reader = Reader(text.trim());
        let filter = reader.filter().ok_or_else(wrong)?;
        if reader.0.is_empty() {
            Ok(filter)
        } else {
            Err(wrong())
        }
    }
}

/// What is left to read.
struct Reader<'a>(&'a str);

impl Reader<'_> {
    fn filter(&mut self) -> Option<Filter> {
        let mut all = vec![self.comparison()?];
        while self.word("and") {
            all.push(self.comparison()?);
            if all.len() > COMPARISONS {
                return None;
            }
        }
        Some(Filter(all))
    }

    fn comparison(&mut self) -> Option<Comparison> {
        let path = self.path()?;
        if !self.word("eq") {
            return None;
        }
        self.skip();
        let mut values = serde_json::Deserializer::from_str(self.0).into_iter::<Value>();
        let value = values.next()?.ok()?;
        let end = values.byte_offset();
        if value.is_array() || value.is_object() {
            return None;
        }
        self.0 = self.0.get(end..)?;
        Some(Comparison { path, value })
    }

    fn path(&mut self) -> Option<Path> {
        self.skip();
        let end = self
            .0
            .find(|c: char| c.is_whitespace() || c == '[' || c == ']')
            .unwrap_or(self.0.len());
        let (written, rest) = self.0.split_at_checked(end)?;
        let is_allowed = |c: char| c.is_ascii_alphanumeric() || "$-_.:".contains(c);
        if written.is_empty() || !written.chars().all(is_allowed) {
            return None;
        }
        self.0 = rest;
        let (name, mut sub) = split(&written.to_ascii_lowercase());
        let mut filter = None;
        // One within another is no path.
        if sub.is_none() && self.0.starts_with('[') {
            self.0 = self.0.get(1..)?;
            let inner = self.filter()?;
            if inner.0.iter().any(|one| one.path.filter.is_some()) {
                return None;
            }
            self.skip();
            self.0 = self.0.strip_prefix(']')?;
            filter = Some(inner);
            if let Some(rest) = self.0.strip_prefix('.') {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '$');
                let (part, rest) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
                if part.is_empty() {
                    return None;
                }
                sub = Some(part.to_ascii_lowercase());
                self.0 = rest;
            }
        }
        Some(Path { name, filter, sub })
    }

    /// Takes a word in whatever case, and says whether it was there.
    fn word(&mut self, word: &str) -> bool {
        self.skip();
        let Some((start, rest)) = self.0.split_at_checked(word.len()) else {
            return false;
        };
        let is_end = rest.chars().next().is_none_or(char::is_whitespace);
        let is_word = start.eq_ignore_ascii_case(word) && is_end;
        if is_word {
            self.0 = rest;
        }
        is_word
    }

    fn skip(&mut self) {
        self.0 = self.0.trim_start();
    }
}

/// The name with the schema it is of, where that is another than the core's, and the part after the dot. The dots of a schema are none.
fn split(written: &str) -> (String, Option<String>) {
    let (schema, attribute) = match written.rsplit_once(':') {
        Some((schema, attribute)) => (Some(schema), attribute),
        None => (None, written),
    };
    let (name, sub) = match attribute.split_once('.') {
        Some((name, sub)) => (name, Some(sub.to_owned())),
        None => (attribute, None),
    };
    match schema {
        Some(schema) if !CORE.contains(&schema) => (format!("{schema}:{name}"), sub),
        _ => (name.to_owned(), sub),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde_json::json;

    fn plain(name: &str, sub: Option<&str>) -> Path {
        Path {
            name: name.into(),
            filter: None,
            sub: sub.map(str::to_owned),
        }
    }

    #[test]
    fn paths_are_read_with_parts_schemas_and_chosen_values() {
        for (text, path) in [
            ("userName", plain("username", None)),
            ("name.givenName", plain("name", Some("givenname"))),
            (
                "urn:ietf:params:scim:schemas:core:2.0:User:userName",
                plain("username", None),
            ),
            (
                "URN:IETF:PARAMS:SCIM:SCHEMAS:CORE:2.0:GROUP:members",
                plain("members", None),
            ),
            (
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
                plain(
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:manager",
                    Some("value"),
                ),
            ),
        ] {
            assert_eq!(Path::read(text).unwrap(), path, "{text}");
        }
        let work = Path::read("emails[type eq \"work\"].value").unwrap();
        let (name, sub) = work.plain();
        assert_eq!((name, sub), ("emails", Some("value")));
        let chosen = &work.filter.unwrap().0[0];
        assert_eq!(
            (&chosen.path, &chosen.value),
            (&plain("type", None), &json!("work"))
        );
    }

    #[test]
    fn filters_are_read_as_directories_write_them() {
        for (text, count) in [
            ("userName eq \"a b\"", 1),
            ("userName Eq \"say \\\"hi\\\" and ] go\"", 1),
            ("emails[type eq \"work\"].value eq \"a@b\"", 1),
            ("id eq \"1\" and members eq \"2\"", 2),
            ("externalId eq \"1\" AND active eq true", 2),
        ] {
            assert_eq!(Filter::read(text).unwrap().0.len(), count, "{text}");
        }
        let said = Filter::read("userName eq \"caf\\u00e9\"").unwrap();
        assert_eq!(said.0[0].value, json!("café"));
    }

    #[test]
    fn what_is_no_filter_or_asks_for_more_is_refused() {
        for text in [
            "",
            "userName",
            "userName eq",
            "userName eq a",
            "userName co \"a\"",
            "userName pr",
            "userName eq \"a\" or userName eq \"b\"",
            "not (userName eq \"a\")",
            "userName eq \"a\" and",
            "userName eq \"a",
            "userName eq [1]",
            "emails[type eq \"work\"",
            "emails[a[b eq 1] eq 1].value eq 2",
            "\u{e9} eq \"a\"",
        ] {
            assert!(Filter::read(text).is_err(), "{text}");
        }
        let long = vec!["a eq 1"; 100].join(" and ");
        assert!(Filter::read(&long).is_err());
        for text in [
            "",
            "a b",
            "members[value eq \"1\"]x",
            "members]",
            "a[b eq 1].",
            "a\0",
        ] {
            assert!(Path::read(text).is_err(), "{text}");
        }
    }
}
