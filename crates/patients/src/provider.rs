//! What the operator says of the provider that people sign in with.

use anyhow::Context;
use clap::Args;
use identity::{Accounts, Oidc, OidcSettings};
use service::Service;
use std::path::PathBuf;
use std::sync::Arc;
use url::Url;

/// The organization's own sign-in, by OpenID Connect. Without an issuer there is none.
#[derive(Args, Clone, Default)]
pub(crate) struct Provider {
    /// The provider's issuer, as its discovery document has it.
    #[arg(
        long = "oidc-issuer",
        env = "PATIENTS_OIDC_ISSUER",
        requires_all = ["url", "client_id"]
    )]
    issuer: Option<String>,
    /// The client id of this server at the provider.
    #[arg(long = "oidc-client-id", env = "PATIENTS_OIDC_CLIENT_ID")]
    client_id: Option<String>,
    /// The file that holds the client's secret; without one this server is a public client.
    #[arg(
        long = "oidc-client-secret-file",
        env = "PATIENTS_OIDC_CLIENT_SECRET_FILE"
    )]
    client_secret_file: Option<PathBuf>,
    /// The client's secret itself. Better from a file.
    #[arg(
        long = "oidc-client-secret",
        env = "PATIENTS_OIDC_CLIENT_SECRET",
        hide_env_values = true,
        conflicts_with = "client_secret_file"
    )]
    client_secret: Option<String>,
    /// What the button says: the provider's name.
    #[arg(
        long = "oidc-name",
        env = "PATIENTS_OIDC_NAME",
        default_value = "OpenID Connect"
    )]
    name: String,
    /// A scope to ask for besides openid and profile; repeat it for more.
    #[arg(
        long = "oidc-scope",
        env = "PATIENTS_OIDC_SCOPES",
        value_delimiter = ','
    )]
    scopes: Vec<String>,
    /// The claim that lists a person's groups by the external ids of groups here: who is in them is set at each sign-in.
    #[arg(long = "oidc-groups-claim", env = "PATIENTS_OIDC_GROUPS_CLAIM")]
    groups_claim: Option<String>,
    /// The claim that is the external id of a person's account, such as the one that SCIM gave it.
    #[arg(
        long = "oidc-external-id-claim",
        env = "PATIENTS_OIDC_EXTERNAL_ID_CLAIM"
    )]
    external_id_claim: Option<String>,
    /// Makes an account for somebody who has none at their first sign-in.
    #[arg(long = "oidc-create-users", env = "PATIENTS_OIDC_CREATE_USERS")]
    create_users: bool,
}

impl Provider {
    /// The provider, where the operator named one. `url` is where people reach this server.
    pub(crate) fn open(
        &self,
        url: Option<&Url>,
        service: &Arc<Service>,
        accounts: &Arc<Accounts>,
    ) -> anyhow::Result<Option<Arc<Oidc>>> {
        let (Some(issuer), Some(client_id), Some(url)) = (&self.issuer, &self.client_id, url)
        else {
            return Ok(None);
        };
        let settings = OidcSettings::new(&self.name, issuer, client_id, self.secret()?, url)?
            .with_scopes(self.scopes.iter().cloned())
            .with_groups_claim(self.groups_claim.clone())
            .with_external_id_claim(self.external_id_claim.clone())?
            .creating_users(self.create_users);
        let oidc = Oidc::new(settings, service.clone(), accounts.clone())?;
        Ok(Some(Arc::new(oidc)))
    }

    fn secret(&self) -> anyhow::Result<Option<String>> {
        let Some(file) = &self.client_secret_file else {
            return Ok(self.client_secret.clone());
        };
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("cannot read {}", file.display()))?;
        let secret = text.trim();
        anyhow::ensure!(!secret.is_empty(), "{} is empty", file.display());
        Ok(Some(secret.to_owned()))
    }
}
