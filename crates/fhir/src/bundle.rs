//! An answer's bundle: its entries, what belongs to them, and where it goes on.

use crate::issues::Issues;
use crate::json::{Node, Object};
use crate::outcome;
use crate::reference::Target;
use domain::chart::IssueKind;
use std::collections::HashMap;

/// A bundle, or a single resource as if it were one.
pub(crate) struct Bundle<'n> {
    /// What was asked for, in the server's order.
    pub(crate) matches: Vec<Entry<'n>>,
    /// How many match, where the server says.
    pub(crate) total: Option<u64>,
    /// Entries that the server counts as found.
    pub(crate) seen: u64,
    /// The next page.
    pub(crate) next: Option<String>,
    /// The server reported an error of its own among the results.
    pub(crate) has_error: bool,
    /// An entry could not be read at all.
    pub(crate) has_unreadable: bool,
    /// The server's own name for itself, by the link to this very page.
    pub(crate) self_base: Option<&'n str>,
    resources: Vec<Entry<'n>>,
    by_id: HashMap<(&'n str, &'n str), usize>,
    by_url: HashMap<&'n str, usize>,
}

/// An entry that holds a resource.
#[derive(Clone, Copy)]
pub(crate) struct Entry<'n> {
    pub(crate) kind: &'n str,
    pub(crate) resource: Object<'n>,
    /// The base of the entry's full URL.
    pub(crate) base: Option<&'n str>,
}

/// Types that stand beside what was asked for, to be named by it.
const BESIDE: &[&str] = &[
    "Location",
    "Medication",
    "Organization",
    "Practitioner",
    "PractitionerRole",
];

impl<'n> Bundle<'n> {
    /// Reads an answer; none where it is no resource at all. `wanted` are the types that were asked for.
    pub(crate) fn of(
        node: &'n Node<'n>,
        wanted: &[&'static str],
        issues: &'n Issues,
    ) -> Option<Self> {
        let object = Object::of(node, "Bundle", issues)?;
        let mut bundle = Self {
            matches: Vec::new(),
            total: None,
            seen: 0,
            next: None,
            has_error: false,
            has_unreadable: false,
            self_base: None,
            resources: Vec::new(),
            by_id: HashMap::new(),
            by_url: HashMap::new(),
        };
        if object.raw("resourceType")? != "Bundle" {
            bundle.take(node, None, None, wanted, issues);
            // Only a bundle can say that there is nothing.
            bundle.has_unreadable |= bundle.matches.is_empty();
            return Some(bundle);
        }
        bundle.total = object.count("total");
        for link in object.objects("link") {
            match link.raw("relation") {
                Some("next") => bundle.next = link.url("url"),
                Some("self") => {
                    bundle.self_base = link.raw("url").and_then(|url| base_of_search(url, wanted))
                }
                _ => (),
            }
        }
        for node in object.nodes("entry") {
            let Some(entry) = object.child(node, "entry") else {
                bundle.unreadable(issues);
                continue;
            };
            let mode = entry.object("search").and_then(|search| search.raw("mode"));
            match entry.node("resource") {
                Some(resource) => bundle.take(resource, entry.raw("fullUrl"), mode, wanted, issues),
                None => bundle.unreadable(issues),
            }
        }
        Some(bundle)
    }

    fn unreadable(&mut self, issues: &Issues) {
        self.has_unreadable = true;
        self.seen += 1;
        issues.note_resource(IssueKind::UnreadableResource, "Bundle.entry");
    }

    fn take(
        &mut self,
        node: &'n Node<'n>,
        full_url: Option<&'n str>,
        mode: Option<&'n str>,
        wanted: &[&'static str],
        issues: &'n Issues,
    ) {
        let typed = Object::of(node, "Resource", issues)
            .and_then(|resource| Some((resource.raw("resourceType")?, resource)));
        let Some((kind, resource)) = typed else {
            self.unreadable(issues);
            return;
        };
        if kind == "OperationOutcome" {
            self.has_error |= outcome::note(&resource, issues);
            return;
        }
        if mode != Some("include") {
            self.seen += 1;
        }
        let index = self.resources.len();
        let base = full_url.and_then(|url| match Target::of(url) {
            Some(Target::Absolute { base, .. }) => Some(base),
            _ => None,
        });
        self.resources.push(Entry {
            kind,
            resource,
            base,
        });
        if let Some(id) = resource.raw("id") {
            self.by_id.entry((kind, id)).or_insert(index);
        }
        if let Some(url) = full_url {
            self.by_url.entry(url).or_insert(index);
        }
        match wanted.iter().find(|wanted| **wanted == kind) {
            Some(name) if !matches!(mode, Some("include" | "outcome")) => {
                if let Some(resource) = Object::of(node, name, issues) {
                    self.matches.push(Entry {
                        kind,
                        resource,
                        base,
                    });
                }
            }
            _ if mode == Some("include") || BESIDE.contains(&kind) => (),
            _ => issues.note_resource(IssueKind::UnexpectedResource, type_name(kind)),
        }
    }

    /// The resource of the bundle that a reference points to.
    pub(crate) fn find(&self, target: &Target<'_>) -> Option<&Entry<'n>> {
        let index = match *target {
            Target::Urn(urn) => self.by_url.get(urn),
            Target::Relative { kind, id } | Target::Absolute { kind, id, .. } => {
                self.by_id.get(&(kind, id))
            }
            Target::Contained(_) | Target::Bare(_) => None,
        };
        index.and_then(|index| self.resources.get(*index))
    }
}

/// `https://host/base` of `https://host/base/Observation?patient=1`.
fn base_of_search<'n>(url: &'n str, wanted: &[&'static str]) -> Option<&'n str> {
    let path = url.split('?').next()?.trim_end_matches("/_search");
    let (base, kind) = path.rsplit_once('/')?;
    let is_search = wanted.contains(&kind) && base.contains("://");
    is_search.then_some(base)
}

/// A resource's type as the path of an issue: a name of the standard's kind, or nothing that the server wrote.
fn type_name(kind: &str) -> &str {
    match kind.len() <= 60 && kind.bytes().all(|b| b.is_ascii_alphabetic()) {
        true => kind,
        false => "Resource",
    }
}
