//! `{base}/.well-known/smart-configuration` (SMART App Launch 2.2, section 4.3).

use crate::issues::Issues;
use crate::json::{self, Object};
use crate::read::{Read, Unreadable};
use domain::chart::PartName;

/// What a server says about its tokens.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SmartConfiguration {
    /// Where tokens come from.
    pub token_url: Option<String>,
    /// How a client proves who it is: `private_key_jwt`, `client_secret_post`, `client_secret_basic`.
    pub auth_methods: Vec<String>,
    /// The algorithms that it takes for signatures: `RS384`, `ES384`.
    pub signing_algorithms: Vec<String>,
    /// `client_credentials`, `authorization_code`.
    pub grant_types: Vec<String>,
    /// The scopes that it knows.
    pub scopes: Vec<String>,
    /// What it can, as `client-confidential-asymmetric`.
    pub capabilities: Vec<String>,
}

/// Reads a SMART configuration.
pub fn read_smart_configuration(body: &[u8]) -> Result<Read<SmartConfiguration>, Unreadable> {
    let node = json::parse(body)?;
    let issues = Issues::new(PartName::Patient);
    let Some(object) = Object::of(&node, "smart-configuration", &issues) else {
        return Err(Unreadable::Unexpected {
            wanted: "SMART configuration",
            said: None,
        });
    };
    let value = SmartConfiguration {
        token_url: object.url("token_endpoint"),
        auth_methods: object.texts("token_endpoint_auth_methods_supported"),
        signing_algorithms: object.texts("token_endpoint_auth_signing_alg_values_supported"),
        grant_types: object.texts("grant_types_supported"),
        scopes: object.texts("scopes_supported"),
        capabilities: object.texts("capabilities"),
    };
    Ok(Read {
        value,
        issues: issues.into_vec(),
    })
}
