//! Whose a resource is. Servers ignore filters that they do not know, so each resource is asked itself.

use crate::reference::{self, Target};
use crate::resource::Source;

/// The patient that was asked for.
pub(super) struct Asked {
    /// The base URL that the record was asked at.
    pub(super) base: String,
    pub(super) id: String,
}

/// Whose a resource says that it is.
pub(super) enum Owner {
    /// The asked patient's.
    Asked,
    /// Of somebody with one of these numbers (system, value): the asked patient, if these are theirs.
    Numbered(Vec<(String, String)>),
    /// Another patient's.
    Other,
    /// Nobody's, or one that cannot be compared.
    Unknown,
}

impl Asked {
    pub(super) fn owner(&self, source: &Source<'_, '_>, kind: &str) -> Owner {
        let elements = source.dialect.subject_elements(kind);
        let element = elements.iter().find(|name| source.resource.has(name));
        let Some(subject) = element.and_then(|name| reference::read(&source.resource, name)) else {
            return Owner::Unknown;
        };
        let Some(target) = subject.target else {
            return match subject.identifier {
                Some((system, value)) => {
                    Owner::Numbered(vec![(system.to_owned(), value.to_owned())])
                }
                None => Owner::Unknown,
            };
        };
        match target {
            Target::Relative {
                kind: "Patient",
                id,
            }
            | Target::Bare(id) => self.by_id(id),
            Target::Absolute {
                kind: "Patient",
                base,
                id,
            } => match self.by_id(id) {
                // The same id elsewhere is somebody else's, or the same by another name of the server: nobody can tell.
                Owner::Asked if !source.is_own(base) => Owner::Unknown,
                owner => owner,
            },
            Target::Relative { .. } | Target::Absolute { .. } => Owner::Unknown,
            Target::Urn(urn) => match source.find(&target) {
                Some(("Patient", patient)) => patient
                    .raw("id")
                    .map_or(Owner::Unknown, |id| self.by_id(id)),
                Some(_) => Owner::Unknown,
                None => match urn.strip_prefix("urn:uuid:") {
                    Some(uuid) if uuid.eq_ignore_ascii_case(&self.id) => Owner::Asked,
                    _ => Owner::Unknown,
                },
            },
            Target::Contained(_) => match source.find(&target) {
                Some(("Patient", patient)) => numbered(&patient),
                _ => Owner::Unknown,
            },
        }
    }

    fn by_id(&self, id: &str) -> Owner {
        match id == self.id {
            true => Owner::Asked,
            false => Owner::Other,
        }
    }
}

/// A contained patient has no id of the server's: only numbers say who it is.
fn numbered(patient: &crate::json::Object<'_>) -> Owner {
    let all = patient.few("identifier");
    let numbers = all
        .iter()
        .filter_map(|i| Some((i.raw("system")?.to_owned(), i.raw("value")?.to_owned())));
    let numbers: Vec<_> = numbers.collect();
    match numbers.is_empty() {
        true => Owner::Unknown,
        false => Owner::Numbered(numbers),
    }
}
