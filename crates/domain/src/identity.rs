//! Who a patient is: the identity by which people tell patients apart. A place is never part of it.

use crate::clinical::date::PartialDate;
use crate::rejection::Rejection;
use crate::{limits, text};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// A patient's identity. Parts that are not known are absent, never blank. It has no `Debug`: it names a person.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// Family name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// Given name or names, in their order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    /// Title, as "Mr" or "Dr".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    /// Administrative sex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// Birth date, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "1945-07-14")]
    pub birth_date: Option<PartialDate>,
    /// Numbers that name the patient: medical record number, national number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<Identifier>,
}

/// FHIR's administrative gender.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Other.
    Other,
    /// Asked for, and not known.
    Unknown,
}

/// A number that names a patient in some system.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// Its kind, a code of HL7 v2 table 0203: `MR` is the medical record number, `NI` or `NH` a national number.
    #[serde(rename = "type")]
    pub kind: String,
    /// Who gives the number (a URI or a name), where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub system: Option<String>,
    /// The number as written.
    pub value: String,
}

/// The code of a medical record number in HL7 v2 table 0203.
pub const MEDICAL_RECORD_NUMBER: &str = "MR";

impl Identity {
    /// Checks every part against its limit and leaves out the empty ones. Somebody without any name and number cannot be told
    /// from others, so that is refused.
    pub fn checked(self) -> Result<Identity, Rejection> {
        let part = |what, value: Option<String>| match value {
            None => Ok(None),
            Some(value) => text::line(what, &value, limits::IDENTITY_CHARS)
                .map(|v| Some(v).filter(|v| !v.is_empty())),
        };
        if self.identifiers.len() > limits::IDENTIFIERS {
            return Err(Rejection::TooMany {
                what: "identifiers".into(),
                limit: limits::IDENTIFIERS,
            });
        }
        let mut identifiers = Vec::with_capacity(self.identifiers.len());
        for identifier in self.identifiers {
            let value = text::line("identifier.value", &identifier.value, limits::LABEL_CHARS)?;
            if value.is_empty() {
                continue;
            }
            let kind = text::line("identifier.type", &identifier.kind, 20)?;
            if kind.is_empty() {
                return Err(Rejection::Required {
                    what: "identifier.type".into(),
                });
            }
            let system = part("identifier.system", identifier.system)?;
            let identifier = Identifier {
                kind,
                system,
                value,
            };
            if !identifiers.contains(&identifier) {
                identifiers.push(identifier);
            }
        }
        let checked = Identity {
            family: part("family", self.family)?,
            given: part("given", self.given)?,
            prefix: part("prefix", self.prefix)?,
            sex: self.sex,
            birth_date: self.birth_date,
            identifiers,
        };
        if checked.family.is_none() && checked.given.is_none() && checked.identifiers.is_empty() {
            return Err(Rejection::Required {
                what: "family".into(),
            });
        }
        Ok(checked)
    }

    /// The initials of the given and the family name, as a protected patient is shown by: `A. S.`; empty without a name.
    pub fn initials(&self) -> String {
        let names = [&self.given, &self.family];
        let first = |name: &String| name.chars().find(|c| c.is_alphanumeric());
        let initials = names.into_iter().flatten().filter_map(first);
        let upper = initials.map(|c| format!("{}.", c.to_uppercase()));
        upper.collect::<Vec<_>>().join(" ")
    }

    /// Whether two records may be of one person: they share a number, or the name and the birth date (ward-safety, Identity).
    pub fn may_be(&self, other: &Identity) -> bool {
        // The birth date first: it is the cheapest to compare, and a team has thousands of patients.
        let is_namesake = self.birth_date.is_some()
            && self.birth_date == other.birth_date
            && self.has_name()
            && other.has_name()
            && text::is_same_folded(name_part(&self.family), name_part(&other.family))
            && text::is_same_folded(name_part(&self.given), name_part(&other.given));
        let shares_number = || {
            let theirs = &other.identifiers;
            let mut mine = self.identifiers.iter();
            mine.any(|one| theirs.iter().any(|other| one.may_be(other)))
        };
        is_namesake || shares_number()
    }

    /// What two records that [may be one person's](Self::may_be) have in common, to find them among many: a key, and of a number
    /// who gave it.
    pub fn duplicate_keys(&self) -> Vec<(String, Option<&str>)> {
        let number = |i: &Identifier| format!("id:{}:{}", i.kind, text::folded(&i.value));
        let mut keys: Vec<_> = self
            .identifiers
            .iter()
            .map(|i| (number(i), i.system.as_deref()))
            .collect();
        if let (Some(birth_date), true) = (self.birth_date, self.has_name()) {
            let family = text::folded(name_part(&self.family));
            let given = text::folded(name_part(&self.given));
            keys.push((format!("name:{family}:{given}:{birth_date}"), None));
        }
        keys
    }

    fn has_name(&self) -> bool {
        self.family.is_some() || self.given.is_some()
    }
}

fn name_part(part: &Option<String>) -> &str {
    part.as_deref().unwrap_or_default()
}

impl Identifier {
    /// The same number of the same kind, unless two systems are known to have given it: a sheet and a person who types a number
    /// name no system.
    fn may_be(&self, other: &Identifier) -> bool {
        let is_one_system = match (&self.system, &other.system) {
            (Some(mine), Some(theirs)) => mine == theirs,
            _ => true,
        };
        self.kind == other.kind && is_one_system && text::is_same_folded(&self.value, &other.value)
    }
}

/// The identities that a sheet of thousands is compared with, by what duplicates have in common.
#[derive(Default)]
pub(crate) struct IdentityIndex<'a> {
    systems: HashMap<String, HashSet<Option<&'a str>>>,
}

impl<'a> IdentityIndex<'a> {
    /// Takes an identity in.
    pub(crate) fn insert(&mut self, identity: &'a Identity) {
        for (key, system) in identity.duplicate_keys() {
            self.systems.entry(key).or_default().insert(system);
        }
    }

    /// Whether an identity [may be](Identity::may_be) one of these.
    pub(crate) fn has(&self, identity: &Identity) -> bool {
        let is_known = |(key, system): &(String, Option<&str>)| {
            self.systems.get(key).is_some_and(|systems| {
                system.is_none() || systems.contains(&None) || systems.contains(system)
            })
        };
        identity.duplicate_keys().iter().any(is_known)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn named(family: &str, given: &str, born: &str) -> Identity {
        Identity {
            family: Some(family.into()),
            given: Some(given.into()),
            prefix: None,
            sex: None,
            birth_date: born.parse().ok(),
            identifiers: vec![],
        }
    }

    #[test]
    fn the_same_name_and_birth_date_are_one_person_whatever_accents_were_typed() {
        let a = named("Lefèvre", "Zoé", "1945-07-14");
        let b = named("LEFEVRE", "zoe", "1945-07-14");
        assert!(a.may_be(&b));
        let c = named("LEFEVRE", "zoe", "1945-07-15");
        assert!(!a.may_be(&c));
    }

    #[test]
    fn initials_are_of_given_and_family_name_and_tell_nothing_else() {
        let initials = |family, given| named(family, given, "1945").initials();
        assert_eq!(initials("Smith", "anna Maria"), "A. S.");
        assert_eq!(initials("d'Évreux", "(Zoé)"), "Z. D.");
        assert_eq!(Identity::default().initials(), "");
    }

    #[test]
    fn nobody_without_name_and_number_is_let_in() {
        assert!(named(" ", "", "1945-07-14").checked().is_err_and(|r| r
            == Rejection::Required {
                what: "family".into()
            }));
    }
}
