//! Why somebody did not come in by the provider.

use jiff::SignedDuration;
use service::Unavailable;

/// Why somebody did not come in by the provider, by what they can do.
#[derive(Debug, thiserror::Error)]
pub enum OidcError {
    /// The answer belongs to no sign-in that this browser began in the last minutes: begin again.
    #[error("not the answer to a sign-in that began here")]
    StartAgain,
    /// The provider says no: they cancelled there, or may not use this application.
    #[error("the provider refused")]
    Denied,
    /// The provider cannot be reached, or answers with what cannot be used: try later, or tell whoever runs the server.
    #[error("the provider failed: {}", .0.code())]
    Provider(ProviderFault),
    /// Nobody has an account for this person: ask an administrator.
    #[error("no account")]
    NoAccount,
    /// The account is closed: ask an administrator.
    #[error("the account is closed")]
    AccountClosed,
    /// Too many failures from this address: to be tried again later.
    #[error("to be tried again in {} s", retry_after.as_secs())]
    Throttled {
        /// How long to wait.
        retry_after: SignedDuration,
    },
    /// The storage refuses.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// What was wrong with the provider or with what it said, for the operator's log. Never a text of the provider's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProviderFault {
    /// It did not answer, not in time, or with too much.
    Unreachable,
    /// Its own description is not of this issuer, or names addresses without TLS.
    Discovery,
    /// The answer came from another issuer than was asked (RFC 9207).
    IssuerMixUp,
    /// It did not take the code.
    Code,
    /// It answered the code without an id token, or with something that is none.
    NoIdToken,
    /// The id token is signed by a key that it does not publish.
    UnknownKey,
    /// The id token's signature is wrong, or its algorithm is none that is taken.
    Signature,
    /// The id token is of another issuer.
    Issuer,
    /// The id token is for somebody else.
    Audience,
    /// The id token answers another sign-in.
    Nonce,
    /// The id token is too old, or not yet good.
    Times,
    /// The id token does not belong to the access token.
    AccessToken,
    /// What it says of the person is of somebody else, or cannot be read.
    UserInfo,
}

impl ProviderFault {
    /// The stable code, in the journal and in the log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unreachable => "oidc_unreachable",
            Self::Discovery => "oidc_discovery",
            Self::IssuerMixUp => "oidc_issuer_mix_up",
            Self::Code => "oidc_code",
            Self::NoIdToken => "oidc_no_id_token",
            Self::UnknownKey => "oidc_unknown_key",
            Self::Signature => "oidc_signature",
            Self::Issuer => "oidc_issuer",
            Self::Audience => "oidc_audience",
            Self::Nonce => "oidc_nonce",
            Self::Times => "oidc_times",
            Self::AccessToken => "oidc_access_token",
            Self::UserInfo => "oidc_user_info",
        }
    }
}

impl From<ProviderFault> for OidcError {
    fn from(fault: ProviderFault) -> Self {
        Self::Provider(fault)
    }
}

impl OidcError {
    /// The stable code, for the interface.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::StartAgain => "start_again",
            Self::Denied => "denied",
            Self::Provider(_) => "provider",
            Self::NoAccount => "no_account",
            Self::AccountClosed => "account_closed",
            Self::Throttled { .. } => "throttled",
            Self::Unavailable(_) => "unavailable",
        }
    }
}
