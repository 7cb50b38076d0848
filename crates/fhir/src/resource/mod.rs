//! One reader a resource: what is the same in every version.

pub(crate) mod allergy;
pub(crate) mod concept;
pub(crate) mod condition;
pub(crate) mod coverage;
pub(crate) mod encounter;
pub(crate) mod medication;
pub(crate) mod name;
pub(crate) mod observation;
pub(crate) mod patient;
mod photo;

use crate::bundle::Bundle;
use crate::dialect::Dialect;
use crate::json::{Node, Object};
use crate::reference::{self, Target, is_same_base};
use domain::chart::IssueKind;

/// A resource to read, with what stands around it.
#[derive(Clone, Copy)]
pub(crate) struct Source<'n, 'b> {
    pub(crate) resource: Object<'n>,
    /// The base of the resource's own full URL, where the answer gives it.
    pub(crate) base: Option<&'n str>,
    /// The base URL that was asked.
    pub(crate) server: &'b str,
    pub(crate) bundle: &'b Bundle<'n>,
    pub(crate) dialect: &'static dyn Dialect,
}

impl<'n> Source<'n, '_> {
    /// Whether a base is the server's own: the one that was asked, or by the name that the server gives itself on this page or in
    /// this resource's own address.
    pub(crate) fn is_own(&self, base: &str) -> bool {
        let own = [Some(self.server), self.bundle.self_base, self.base];
        own.into_iter().flatten().any(|own| is_same_base(own, base))
    }

    /// The resource that a reference points to, where the answer has it: contained, or beside this one.
    pub(crate) fn find(&self, target: &Target<'_>) -> Option<(&'n str, Object<'n>)> {
        if let Target::Contained(id) = target {
            return self.contained(id);
        }
        let found = self.bundle.find(target)?;
        let is_elsewhere = |base: &str| {
            !self.is_own(base) && !found.base.is_some_and(|known| is_same_base(known, base))
        };
        match target {
            Target::Absolute { base, .. } if is_elsewhere(base) => None,
            _ => Some((found.kind, found.resource)),
        }
    }

    fn contained(&self, id: &str) -> Option<(&'n str, Object<'n>)> {
        let mut contained = self.resource.objects("contained").into_iter();
        // Some servers write the `#` of the reference into the id.
        let is_meant = |known: &str| known.trim_start_matches('#') == id;
        let found = contained.find(|one| one.raw("id").is_some_and(is_meant))?;
        Some((found.raw("resourceType")?, found))
    }

    /// What to ask this server for, to know what a reference points to: `Type/id`.
    pub(crate) fn to_follow(self, target: &Target<'_>, wanted: &str) -> Option<String> {
        match *target {
            Target::Relative { kind, id } if kind == wanted => Some(format!("{kind}/{id}")),
            Target::Absolute { base, kind, id } if kind == wanted && self.is_own(base) => {
                Some(format!("{kind}/{id}"))
            }
            _ => None,
        }
    }

    /// The name of what the references in the member `name` point to. A reference that names nobody is noted.
    pub(crate) fn names_of(&self, object: &Object<'n>, name: &'static str) -> Vec<String> {
        let mut names = Vec::new();
        for reference in object.few(name) {
            match self.named(&reference) {
                Some(found) => names.push(found),
                None => object.note(IssueKind::UnreadableElement, name),
            }
        }
        names
    }

    /// As [`Self::names_of`], of a single reference.
    pub(crate) fn name_of(&self, object: &Object<'n>, name: &'static str) -> Option<String> {
        let reference = object.object(name)?;
        let found = self.named(&reference);
        if found.is_none() {
            object.note(IssueKind::UnreadableElement, name);
        }
        found
    }

    fn named(&self, reference: &Object<'n>) -> Option<String> {
        if let Some(display) = reference.line("display") {
            return Some(display);
        }
        let target = reference::of(reference).target?;
        let (_, resource) = self.find(&target)?;
        name::of_resource(&resource)
    }
}

/// Notes of a member, as plain text: annotations, or texts.
fn annotations(object: &Object<'_>, name: &'static str) -> Vec<String> {
    let mut notes = Vec::new();
    for node in object.nodes(name).take(crate::limits::FEW) {
        notes.extend(match node {
            Node::Object(_) => object
                .child(node, name)
                .and_then(|note| note.note_text("text")),
            _ => object.plain_lines(node, name),
        });
    }
    if object.nodes(name).nth(crate::limits::FEW).is_some() {
        object.note(IssueKind::Truncated, name);
    }
    notes
}

/// Whether a resource is marked as entered in error, wherever its version says so.
pub(crate) fn is_entered_in_error(resource: &Object<'_>) -> bool {
    let statuses = ["status", "verificationStatus", "clinicalStatus"];
    statuses.iter().any(|name| {
        let mut nodes = resource.nodes(name);
        nodes.any(|node| match node {
            Node::Text(text) => is_error_code(text),
            Node::Object(_) => resource
                .child(node, "status")
                .is_some_and(|concept| has_error_code(&concept)),
            _ => false,
        })
    })
}

fn has_error_code(concept: &Object<'_>) -> bool {
    let codings = concept.objects("coding");
    let mut codes = codings.iter().filter_map(|coding| coding.raw("code"));
    codes.any(is_error_code) || concept.raw("text").is_some_and(is_error_code)
}

fn is_error_code(text: &str) -> bool {
    let letters = text
        .bytes()
        .filter(u8::is_ascii_alphabetic)
        .map(|b| b.to_ascii_lowercase());
    letters.eq(*b"enteredinerror")
}

/// A modifier that nobody here knows may change what the resource means: the chart says that there is one.
pub(crate) fn note_modifier(resource: &Object<'_>) {
    if resource.nodes("modifierExtension").next().is_some() {
        resource.note(IssueKind::UnreadableElement, "modifierExtension");
    }
}
