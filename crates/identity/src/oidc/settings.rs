//! What the operator says of the provider.

use openidconnect::{ClientId, ClientSecret, IssuerUrl, RedirectUrl};
use std::collections::BTreeSet;
use std::time::Duration;
use url::{Host, Url};

/// The path of the address that the provider sends people back to; it is registered there, after the server's own address.
pub const CALLBACK_PATH: &str = "/api/session/oidc/callback";

/// How long one request to the provider and its whole answer may take: somebody waits for it.
const PATIENCE: Duration = Duration::from_secs(10);

/// Claims that other people can come to have: an account is never found by one of these.
const REASSIGNED: [&str; 5] = ["email", "preferred_username", "upn", "unique_name", "name"];

/// How people sign in with the organization's provider.
#[derive(Clone)]
pub struct OidcSettings {
    /// What the button says: the provider's name.
    pub name: String,
    pub(super) issuer: IssuerUrl,
    pub(super) client_id: ClientId,
    pub(super) client_secret: Option<ClientSecret>,
    pub(super) public: Url,
    pub(super) redirect: RedirectUrl,
    pub(super) scopes: BTreeSet<String>,
    pub(super) groups_claim: Option<String>,
    pub(super) external_id_claim: Option<String>,
    pub(super) creates_users: bool,
    pub(super) patience: Duration,
}

/// Why the settings are not usable.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum OidcSettingsError {
    /// An address is none, or is not protected by TLS.
    #[error(
        "{what} must be an https address, or an http one of this machine, without query and fragment"
    )]
    Address {
        /// Which.
        what: &'static str,
    },
    /// People would be found by what can come to belong to somebody else.
    #[error("the claim `{claim}` can come to belong to somebody else: choose one that never does")]
    Reassigned {
        /// The claim.
        claim: String,
    },
}

impl OidcSettings {
    /// Settings without what is optional. `public` is the address under which people reach this server.
    ///
    /// # Errors
    /// See [`OidcSettingsError`].
    pub fn new(
        name: &str,
        issuer: &str,
        client_id: &str,
        client_secret: Option<String>,
        public: &Url,
    ) -> Result<Self, OidcSettingsError> {
        let parsed = Url::parse(issuer).ok().filter(is_safe);
        parsed.ok_or(OidcSettingsError::Address { what: "the issuer" })?;
        // Kept as it was written: an issuer is compared as a text.
        let issuer = IssuerUrl::new(issuer.to_owned())
            .map_err(|_| OidcSettingsError::Address { what: "the issuer" })?;
        let ours = || OidcSettingsError::Address {
            what: "the address of this server",
        };
        if !is_safe(public) {
            return Err(ours());
        }
        let redirect = public.join(CALLBACK_PATH).map_err(|_| ours())?;
        Ok(Self {
            name: name.to_owned(),
            issuer,
            client_id: ClientId::new(client_id.to_owned()),
            client_secret: client_secret.map(ClientSecret::new),
            public: public.clone(),
            redirect: RedirectUrl::from_url(redirect),
            scopes: BTreeSet::from(["profile".to_owned()]),
            groups_claim: None,
            external_id_claim: None,
            creates_users: false,
            patience: PATIENCE,
        })
    }

    /// Scopes that are asked for besides `openid` and `profile`.
    #[must_use]
    pub fn with_scopes(mut self, scopes: impl IntoIterator<Item = String>) -> Self {
        self.scopes.extend(scopes);
        self
    }

    /// The claim that lists the groups of a person by the external ids of ours.
    #[must_use]
    pub fn with_groups_claim(mut self, claim: Option<String>) -> Self {
        self.groups_claim = claim;
        self
    }

    /// The claim that is the external id of the person's account, as the directory gave it.
    ///
    /// # Errors
    /// [`OidcSettingsError::Reassigned`].
    pub fn with_external_id_claim(
        mut self,
        claim: Option<String>,
    ) -> Result<Self, OidcSettingsError> {
        if let Some(claim) = claim
            .iter()
            .find(|claim| REASSIGNED.contains(&claim.as_str()))
        {
            return Err(OidcSettingsError::Reassigned {
                claim: claim.clone(),
            });
        }
        self.external_id_claim = claim;
        Ok(self)
    }

    /// Whether somebody without an account gets one at their first sign-in.
    #[must_use]
    pub fn creating_users(mut self, creates: bool) -> Self {
        self.creates_users = creates;
        self
    }

    /// Lets one request to the provider and its whole answer take this long, instead of ten seconds.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Whether the provider is on this machine, where plain HTTP is as good.
    pub(super) fn is_local(&self) -> bool {
        is_loopback(self.issuer.url())
    }
}

/// Whether an address keeps secrets on their way: TLS, or this machine.
pub(super) fn is_safe(url: &Url) -> bool {
    let is_protected = match url.scheme() {
        "https" => url.has_host(),
        "http" => is_loopback(url),
        _ => false,
    };
    is_protected && url.query().is_none() && url.fragment().is_none() && url.username().is_empty()
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn settings(issuer: &str, public: &str) -> Result<OidcSettings, OidcSettingsError> {
        OidcSettings::new(
            "Hospital",
            issuer,
            "patients",
            None,
            &Url::parse(public).unwrap(),
        )
    }

    #[test]
    fn addresses_without_tls_are_only_taken_on_this_machine() {
        assert!(
            settings(
                "https://id.example.org/tenant",
                "https://patients.example.org"
            )
            .is_ok()
        );
        assert!(settings("http://127.0.0.1:4000", "http://localhost:8080").is_ok());
        for issuer in [
            "http://id.example.org",
            "https://id.example.org?x=1",
            "https://id.example.org#x",
            "ftp://id.example.org",
            "id.example.org",
            "",
        ] {
            let error = settings(issuer, "https://patients.example.org").err();
            let what = "the issuer";
            assert_eq!(error, Some(OidcSettingsError::Address { what }), "{issuer}");
        }
        let error = settings("https://id.example.org", "http://ward-server:8080").err();
        let what = "the address of this server";
        assert_eq!(error, Some(OidcSettingsError::Address { what }));
    }

    #[test]
    fn nobody_is_found_by_a_claim_that_can_come_to_be_somebody_elses() {
        for claim in REASSIGNED {
            let settings = settings("https://id.example.org", "https://p.example.org").unwrap();
            assert!(settings.with_external_id_claim(Some(claim.into())).is_err());
        }
        let settings = settings("https://id.example.org", "https://p.example.org").unwrap();
        assert!(settings.with_external_id_claim(Some("oid".into())).is_ok());
    }

    #[test]
    fn people_come_back_to_this_servers_own_address() {
        let settings = settings("https://id.example.org", "https://p.example.org").unwrap();
        assert_eq!(
            settings.redirect.as_str(),
            "https://p.example.org/api/session/oidc/callback"
        );
    }
}
