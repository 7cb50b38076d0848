//! Signing in with the organization's provider.

mod accounts;
mod coming_in;
mod hostile;
mod keys;

use crate::support::{Front, Provider, Server};
use domain::UserId;
use domain::organization::command::{Command, CreateUser};
use domain::organization::state::ExternalIdentity;
use identity::OidcSettings;
use journal::{Header, Journal, Outcome, Owner, StreamId};

/// A server whose people sign in with a provider: nina has an account that is linked to it.
pub struct Hospital {
    pub server: Server,
    pub provider: Provider,
    pub front: Front,
    pub nina: UserId,
}

impl Hospital {
    pub async fn begin() -> Self {
        Self::begin_with(|settings| settings).await
    }

    pub async fn begin_with(configure: impl FnOnce(OidcSettings) -> OidcSettings) -> Self {
        let server = Server::start().await;
        let provider = Provider::start().await;
        let front = Front::before(&server, &provider, configure).await;
        let identity = ExternalIdentity {
            issuer: provider.issuer.clone(),
            subject: "nina at the provider".to_owned(),
        };
        let nina = new_user(&server, "nina", vec![identity], None).await;
        Self {
            server,
            provider,
            front,
            nina,
        }
    }

    /// Why the last sign-in failed, as the journal has it.
    pub async fn last_failure(&self) -> String {
        let header = self.last_access().await;
        match header.outcome {
            Outcome::Refused { code } => code,
            Outcome::Done => panic!("{:?} was done", header.operation),
        }
    }

    pub async fn last_access(&self) -> Header {
        let stream = StreamId::accesses(Owner::Organization);
        let entries = self.server.journal.read(stream, 0, 100_000).await.unwrap();
        entries.last().unwrap().header.clone().unwrap()
    }

    /// All that stands in the organization's journal, as one text.
    pub async fn journal_text(&self) -> String {
        let mut text = String::new();
        for stream in [
            StreamId::accesses(Owner::Organization),
            StreamId::changes(Owner::Organization),
        ] {
            for entry in self.server.journal.read(stream, 0, 100_000).await.unwrap() {
                text += &String::from_utf8_lossy(&entry.body.unwrap_or_default());
            }
        }
        text
    }
}

pub async fn new_user(
    server: &Server,
    name: &str,
    identities: Vec<ExternalIdentity>,
    external_id: Option<&str>,
) -> UserId {
    let create = Command::CreateUser(CreateUser {
        user: name.to_owned(),
        name: name.to_owned(),
        identities,
        external_id: external_id.map(str::to_owned),
        ..CreateUser::default()
    });
    let made = server.service.command_organization_as_system(create).await;
    made.unwrap().user.unwrap()
}
