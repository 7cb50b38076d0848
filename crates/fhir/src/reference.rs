//! References between resources: relative, absolute, `urn:`, contained, or by identifier only.

use crate::json::Object;

/// Where a reference points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Target<'n> {
    /// `#id`: inside the same resource.
    Contained(&'n str),
    /// `urn:uuid:…` or `urn:oid:…`: an entry of the same bundle, by its full URL.
    Urn(&'n str),
    /// `Type/id` on this server.
    Relative { kind: &'n str, id: &'n str },
    /// `https://host/base/Type/id`.
    Absolute {
        base: &'n str,
        kind: &'n str,
        id: &'n str,
    },
    /// An id without its type: not FHIR, and seen.
    Bare(&'n str),
}

/// What a Reference says.
pub(crate) struct Reference<'n> {
    pub(crate) target: Option<Target<'n>>,
    /// System and value, where the reference is by identifier.
    pub(crate) identifier: Option<(&'n str, &'n str)>,
}

/// Reads the member `name` of an object: a Reference, or the bare text of one.
pub(crate) fn read<'n>(object: &Object<'n>, name: &'static str) -> Option<Reference<'n>> {
    if let Some(text) = object.raw(name) {
        return Some(Reference {
            target: Target::of(text),
            identifier: None,
        });
    }
    object.object(name).map(|reference| of(&reference))
}

/// Reads an object that is a Reference.
pub(crate) fn of<'n>(reference: &Object<'n>) -> Reference<'n> {
    let identifier = reference.object("identifier");
    Reference {
        target: reference.raw("reference").and_then(Target::of),
        identifier: identifier.and_then(|i| Some((i.raw("system")?, i.raw("value")?))),
    }
}

impl<'n> Target<'n> {
    pub(crate) fn of(text: &'n str) -> Option<Self> {
        let text = text.trim();
        if let Some(id) = text.strip_prefix('#') {
            return Some(Target::Contained(id));
        }
        if text.starts_with("urn:") {
            return Some(Target::Urn(text));
        }
        // What follows the id names a version of the resource, which is the same resource.
        let text = text
            .split_once("/_history")
            .map_or(text, |(before, _)| before);
        let text = text.split(['?', '#']).next()?.trim_end_matches('/');
        let Some((before, id)) = text.rsplit_once('/') else {
            return Some(Target::Bare(text)).filter(|_| !text.is_empty());
        };
        let (base, kind) = match before.rsplit_once('/') {
            Some((base, kind)) => (base, kind),
            None => ("", before),
        };
        if kind.is_empty() || id.is_empty() {
            return None;
        }
        Some(match base.contains("://") {
            true => Target::Absolute { base, kind, id },
            false => Target::Relative { kind, id },
        })
    }
}

/// Whether two bases are the same server's: scheme, case of the host, default port and a last slash make no difference.
pub(crate) fn is_same_base(one: &str, other: &str) -> bool {
    let (one_host, one_path) = host_and_path(one);
    let (other_host, other_path) = host_and_path(other);
    one_host.eq_ignore_ascii_case(other_host) && one_path == other_path
}

fn host_and_path(base: &str) -> (&str, &str) {
    let rest = base.split_once("://").map_or(base, |(_, rest)| rest);
    let rest = rest.trim_end_matches('/');
    let at = rest.find('/').unwrap_or(rest.len());
    let (host, path) = rest.split_at_checked(at).unwrap_or((rest, ""));
    let port = if base.starts_with("https:") {
        ":443"
    } else {
        ":80"
    };
    (host.strip_suffix(port).unwrap_or(host), path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_writing_of_a_reference_is_told_apart() {
        let relative = Some(Target::Relative {
            kind: "Patient",
            id: "1",
        });
        for text in [
            "Patient/1",
            " Patient/1/_history/2 ",
            "/Patient/1",
            "fhir/Patient/1/",
        ] {
            assert_eq!(Target::of(text), relative, "{text}");
        }
        let absolute = Some(Target::Absolute {
            base: "https://ehr.example/r4",
            kind: "Patient",
            id: "1",
        });
        for text in [
            "https://ehr.example/r4/Patient/1",
            "https://ehr.example/r4/Patient/1/_history/3",
        ] {
            assert_eq!(Target::of(text), absolute, "{text}");
        }
        assert_eq!(Target::of("#p"), Some(Target::Contained("p")));
        assert_eq!(Target::of("urn:uuid:7"), Some(Target::Urn("urn:uuid:7")));
        assert_eq!(Target::of("1"), Some(Target::Bare("1")));
        for text in ["", "/", "//", "/1"] {
            assert_eq!(Target::of(text), None, "{text}");
        }
    }

    #[test]
    fn bases_are_compared_as_servers_are() {
        assert!(is_same_base(
            "https://EHR.example:443/r4/",
            "http://ehr.example/r4"
        ));
        assert!(!is_same_base(
            "https://ehr.example/r4",
            "https://ehr.example/r3"
        ));
        assert!(!is_same_base(
            "https://ehr.example:8443/r4",
            "https://ehr.example/r4"
        ));
        assert!(!is_same_base(
            "https://ehr.example/R4",
            "https://ehr.example/r4"
        ));
    }
}
