//! What the provider says of somebody.

use super::settings::OidcSettings;
use domain::team::installation::Language;
use openidconnect::core::CoreGenderClaim;
use openidconnect::{
    AdditionalClaims, EndUserName, IdTokenClaims, LanguageTag, LocalizedClaim, StandardClaims,
    UserInfoClaims,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// Groups that one sign-in can name: providers leave the list out above some hundreds.
const GROUPS: usize = 1_000;

/// Claims that the standard does not define.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Others(BTreeMap<String, Value>);

impl AdditionalClaims for Others {}

/// Shows nothing: claims are personal.
impl fmt::Debug for Others {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Others").finish_non_exhaustive()
    }
}

impl Others {
    /// A time that a claim says, in seconds since 1970.
    pub(super) fn seconds(&self, claim: &str) -> Option<i64> {
        self.0.get(claim)?.as_i64()
    }
}

/// Somebody, as the provider knows them. It has no `Debug`.
#[derive(Default)]
pub(super) struct Person {
    pub(super) subject: String,
    pub(super) name: Option<String>,
    pub(super) sign_in_name: Option<String>,
    pub(super) language: Language,
    others: BTreeMap<String, Value>,
}

impl Person {
    pub(super) fn of_id_token(claims: &IdTokenClaims<Others, CoreGenderClaim>) -> Self {
        let mut person = Self {
            subject: claims.subject().to_string(),
            name: first_of(claims.name()),
            sign_in_name: claims.preferred_username().map(|name| name.to_string()),
            language: language(claims.locale()),
            others: claims.additional_claims().0.clone(),
        };
        let email = claims.email().map(|email| email.to_string());
        person.sign_in_name = person.sign_in_name.or(email);
        person
    }

    /// Adds what the id token did not say. The provider's answer was checked to be of the same person.
    pub(super) fn learn(&mut self, more: &UserInfoClaims<Others, CoreGenderClaim>) {
        let standard: &StandardClaims<CoreGenderClaim> = more.standard_claims();
        let email = || standard.email().map(|email| email.to_string());
        let username = standard.preferred_username().map(|name| name.to_string());
        self.sign_in_name = self.sign_in_name.take().or(username).or_else(email);
        self.name = self.name.take().or_else(|| first_of(standard.name()));
        if standard.locale().is_some() {
            self.language = language(standard.locale());
        }
        for (claim, value) in &more.additional_claims().0 {
            let known = self.others.entry(claim.clone());
            known.or_insert_with(|| value.clone());
        }
    }

    /// Whether something is missing that the settings ask for; of somebody whose account is known, only what may have changed.
    pub(super) fn lacks_something(&self, settings: &OidcSettings, is_known: bool) -> bool {
        let lacks = |claim: &Option<String>| {
            claim
                .as_ref()
                .is_some_and(|claim| self.claim(claim).is_none() && !self.is_elsewhere(claim))
        };
        let has_no_name = self.name.is_none() || self.sign_in_name.is_none();
        lacks(&settings.groups_claim)
            || (!is_known
                && (lacks(&settings.external_id_claim) || (settings.creates_users && has_no_name)))
    }

    /// The external id of their account, by the claim that the operator names.
    pub(super) fn external_id(&self, claim: &str) -> Option<String> {
        if claim == "sub" {
            return Some(self.subject.clone());
        }
        match self.claim(claim)? {
            Value::String(text) if !text.is_empty() => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// The groups that a claim lists. None where the provider leaves the list out because it is long: then nothing is known of it. A claim
    /// that is missing otherwise is an empty list, or who left their last group would stay in it here.
    pub(super) fn groups(&self, claim: &str) -> Option<Vec<String>> {
        if self.is_elsewhere(claim) {
            return None;
        }
        let groups = match self.claim(claim) {
            None | Some(Value::Null) => vec![],
            Some(Value::String(group)) => vec![group.clone()],
            Some(Value::Array(groups)) => {
                let texts = groups.iter().filter_map(Value::as_str);
                texts.map(str::to_owned).take(GROUPS + 1).collect()
            }
            Some(_) => return None,
        };
        (groups.len() <= GROUPS).then_some(groups)
    }

    fn claim(&self, claim: &str) -> Option<&Value> {
        self.others.get(claim)
    }

    /// Whether the provider says that the claim is to be asked for elsewhere (OpenID Connect Core 5.6.2), as Entra does with many groups.
    fn is_elsewhere(&self, claim: &str) -> bool {
        self.others
            .get("_claim_names")
            .is_some_and(|names| names.get(claim).is_some())
            || self.others.get("hasgroups") == Some(&Value::Bool(true))
    }
}

fn first_of(claim: Option<&LocalizedClaim<EndUserName>>) -> Option<String> {
    let (_, text) = claim?.iter().next()?;
    Some(text.to_string())
}

fn language(locale: Option<&LanguageTag>) -> Language {
    match locale {
        Some(tag) if tag.as_str().to_ascii_lowercase().starts_with("fr") => Language::Fr,
        _ => Language::default(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde_json::json;

    fn person(others: Value) -> Person {
        Person {
            others: serde_json::from_value(others).unwrap(),
            ..Person::default()
        }
    }

    #[test]
    fn groups_are_a_list_or_one_and_a_missing_list_is_empty() {
        let groups = |others| person(others).groups("groups");
        let two = vec!["a".to_owned(), "b".to_owned()];
        assert_eq!(groups(json!({"groups": ["a", "b", 7]})), Some(two));
        assert_eq!(groups(json!({"groups": "a"})), Some(vec!["a".to_owned()]));
        assert_eq!(groups(json!({"groups": []})), Some(vec![]));
        assert_eq!(groups(json!({})), Some(vec![]));
    }

    #[test]
    fn of_a_list_that_is_left_out_for_its_length_nothing_is_known() {
        let groups = |others| person(others).groups("groups");
        let elsewhere = json!({"_claim_names": {"groups": "src1"}, "_claim_sources": {}});
        assert_eq!(groups(elsewhere), None);
        assert_eq!(groups(json!({"hasgroups": true})), None);
        assert_eq!(groups(json!({"groups": {"a": 1}})), None);
        let many: Vec<String> = (0..1_001).map(|n| n.to_string()).collect();
        assert_eq!(groups(json!({"groups": many})), None);
    }

    #[test]
    fn an_external_id_is_a_text_or_a_number_that_is_there() {
        let id = |others| person(others).external_id("employee");
        assert_eq!(id(json!({"employee": "17"})), Some("17".into()));
        assert_eq!(id(json!({"employee": 17})), Some("17".into()));
        for other in [
            json!({}),
            json!({"employee": ""}),
            json!({"employee": ["17"]}),
        ] {
            assert_eq!(id(other), None);
        }
    }
}
