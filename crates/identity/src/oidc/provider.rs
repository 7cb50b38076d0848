//! The provider: its description and keys, and the exchange of a code for who somebody is.

use super::attempt::Attempt;
use super::error::{OidcError, ProviderFault};
use super::person::{Others, Person};
use super::settings::{OidcSettings, is_safe};
use super::transport::Transport;
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreClaimName, CoreClaimType,
    CoreClientAuthMethod, CoreErrorResponseType, CoreGenderClaim, CoreGrantType, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreJwsSigningAlgorithm,
    CoreResponseMode, CoreResponseType, CoreRevocableToken, CoreRevocationErrorResponse,
    CoreSubjectIdentifierType, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AccessToken, AccessTokenHash, AdditionalProviderMetadata, AuthType, AuthorizationCode,
    ClaimsVerificationError, Client, CsrfToken, EmptyExtraTokenFields, EndSessionUrl,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, IdToken, IdTokenClaims, IdTokenFields,
    IdTokenVerifier, JsonWebKeySet, Nonce, OAuth2TokenResponse, PkceCodeChallenge,
    PkceCodeVerifier, ProviderMetadata, RequestTokenError, Scope, SignatureVerificationError,
    StandardErrorResponse, StandardTokenResponse, TokenResponse, UserInfoClaims,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::Mutex;
use url::Url;

/// How long the description and the keys are used without asking again: a key that the provider takes back is refused after this.
const FRESH: Duration = Duration::from_secs(3600);
/// How long they are used while the provider cannot be asked.
const LAST_GOOD: Duration = Duration::from_secs(24 * 3600);
/// How often keys are fetched again for a token whose key is not known.
const KEYS_AT_MOST_EVERY: Duration = Duration::from_secs(60);
/// How long a provider that failed is left alone.
const AFTER_FAILURE: Duration = Duration::from_secs(3);
/// How far clocks may be apart, in seconds.
const SKEW_S: i64 = 120;
/// The oldest id token that is taken, in seconds: it was made just now, for this exchange.
const OLDEST_S: i64 = 600;

/// Signatures that are taken: none that a secret or nobody could have made.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// What the crate's own metadata leaves out.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Announced {
    end_session_endpoint: Option<EndSessionUrl>,
    authorization_response_iss_parameter_supported: Option<bool>,
}

impl AdditionalProviderMetadata for Announced {}

type Metadata = ProviderMetadata<
    Announced,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

type Tokens = StandardTokenResponse<
    IdTokenFields<
        Others,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;

type Token =
    IdToken<Others, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

type Party = Client<
    Others,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The description and the keys as they were fetched.
struct Known {
    metadata: Metadata,
    fetched: Instant,
    keys_renewed: Option<Instant>,
}

#[derive(Default)]
struct State {
    known: Option<Arc<Known>>,
    failed: Option<Instant>,
}

/// The provider that the operator chose.
pub(super) struct Provider {
    settings: OidcSettings,
    transport: Transport,
    state: Mutex<State>,
}

/// Where to send somebody, and what their answer will be compared with.
pub(super) struct Question {
    pub(super) url: Url,
    pub(super) state: String,
    pub(super) nonce: String,
    pub(super) verifier: String,
}

impl Provider {
    pub(super) fn new(settings: OidcSettings) -> Result<Self, reqwest::Error> {
        Ok(Self {
            transport: Transport::new(&settings)?,
            settings,
            state: Mutex::default(),
        })
    }

    /// Where somebody signs in.
    pub(super) async fn question(&self) -> Result<Question, OidcError> {
        let known = self.known().await?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let party = self.party(&known);
        let mut request = party.authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            CsrfToken::new_random,
            Nonce::new_random,
        );
        for scope in &self.settings.scopes {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        let (url, state, nonce) = request.set_pkce_challenge(challenge).url();
        Ok(Question {
            url,
            state: state.secret().clone(),
            nonce: nonce.secret().clone(),
            verifier: verifier.secret().clone(),
        })
    }

    /// Refuses an answer of another issuer than was asked (RFC 9207): required where the provider announces it, and right where it is there.
    pub(super) async fn check_issuer(&self, issuer: Option<&str>) -> Result<(), OidcError> {
        let known = self.known().await?;
        let announced = known.metadata.additional_metadata();
        let is_required = announced.authorization_response_iss_parameter_supported == Some(true);
        let is_right = match issuer {
            Some(issuer) => issuer == self.settings.issuer.as_str(),
            None => !is_required,
        };
        match is_right {
            true => Ok(()),
            false => Err(ProviderFault::IssuerMixUp.into()),
        }
    }

    /// Exchanges a code for who somebody is; `is_known` says whether there is an account of a subject already. No token leaves this function.
    pub(super) async fn exchange(
        &self,
        code: &str,
        attempt: &Attempt,
        is_known: impl Fn(&str) -> bool,
    ) -> Result<Person, OidcError> {
        let known = self.known().await?;
        let party = self.party(&known);
        let request = party
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(|_| ProviderFault::Discovery)?
            .set_pkce_verifier(PkceCodeVerifier::new(attempt.verifier.clone()));
        let answered = request.request_async(&self.transport).await;
        let tokens: Tokens = answered.map_err(|error| match error {
            RequestTokenError::ServerResponse(_) => ProviderFault::Code,
            RequestTokenError::Request(_) => ProviderFault::Unreachable,
            RequestTokenError::Parse(..) | RequestTokenError::Other(_) => ProviderFault::NoIdToken,
        })?;
        let token = tokens.id_token().ok_or(ProviderFault::NoIdToken)?;
        let nonce = Nonce::new(attempt.nonce.clone());
        let access = tokens.access_token();
        let mut person = match self.verify(&known.metadata, token, access, &nonce) {
            Ok(claims) => Person::of_id_token(claims),
            Err(ProviderFault::UnknownKey) => {
                let renewed = self.renew_keys(&known).await?;
                Person::of_id_token(self.verify(&renewed.metadata, token, access, &nonce)?)
            }
            Err(fault) => return Err(fault.into()),
        };
        let lacks = person.lacks_something(&self.settings, is_known(&person.subject));
        if lacks && party.user_info_url().is_some() {
            self.ask_more(&party, access, &mut person).await?;
        }
        Ok(person)
    }

    /// Where the provider's own session ends, where it says so; people come back to this server's first page.
    pub(super) async fn end_session_url(&self) -> Option<Url> {
        let known = self.known().await.ok()?;
        let end = known.metadata.additional_metadata();
        let mut url = end.end_session_endpoint.as_ref()?.url().clone();
        url.query_pairs_mut()
            .append_pair("client_id", self.settings.client_id.as_str())
            .append_pair("post_logout_redirect_uri", self.settings.public.as_str());
        Some(url)
    }

    async fn ask_more(
        &self,
        party: &Party,
        access: &AccessToken,
        person: &mut Person,
    ) -> Result<(), OidcError> {
        // A header can hold nothing else, and the crate would panic.
        if !access.secret().bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(ProviderFault::UserInfo.into());
        }
        let subject = openidconnect::SubjectIdentifier::new(person.subject.clone());
        let request = party
            .user_info(access.clone(), Some(subject))
            .map_err(|_| ProviderFault::Discovery)?;
        let more: UserInfoClaims<Others, CoreGenderClaim> = request
            .request_async(&self.transport)
            .await
            .map_err(|_| ProviderFault::UserInfo)?;
        person.learn(&more);
        Ok(())
    }

    fn verify<'t>(
        &self,
        metadata: &Metadata,
        token: &'t Token,
        access: &AccessToken,
        nonce: &Nonce,
    ) -> Result<&'t IdTokenClaims<Others, CoreGenderClaim>, ProviderFault> {
        let now = jiff::Timestamp::now().as_second();
        // As of a public client: a token that is signed with the client's secret is not taken.
        let verifier = IdTokenVerifier::new_public_client(
            self.settings.client_id.clone(),
            self.settings.issuer.clone(),
            metadata.jwks().clone(),
        )
        .set_allowed_algs(ALGORITHMS)
        .set_issue_time_verifier_fn(move |issued| {
            let age = now - issued.timestamp();
            match (-SKEW_S..=OLDEST_S).contains(&age) {
                true => Ok(()),
                false => Err(String::new()),
            }
        });
        let claims = token.claims(&verifier, nonce).map_err(|e| fault(&e))?;
        let is_good_already = claims
            .additional_claims()
            .seconds("nbf")
            .is_none_or(|not_before| not_before <= now + SKEW_S);
        if !is_good_already {
            return Err(ProviderFault::Times);
        }
        let party = claims.authorized_party();
        if party.is_some_and(|party| *party != self.settings.client_id) {
            return Err(ProviderFault::Audience);
        }
        if let Some(hash) = claims.access_token_hash() {
            let algorithm = token.signing_alg().map_err(|_| ProviderFault::Signature)?;
            let key = token
                .signing_key(&verifier)
                .map_err(|_| ProviderFault::Signature)?;
            let own = AccessTokenHash::from_token(access, algorithm, key);
            if own.ok().as_ref() != Some(hash) {
                return Err(ProviderFault::AccessToken);
            }
        }
        Ok(claims)
    }

    fn party(&self, known: &Known) -> Party {
        let settings = &self.settings;
        let methods = known.metadata.token_endpoint_auth_methods_supported();
        // Not announced means Basic (OpenID Connect Discovery 3).
        let takes_basic = methods
            .is_none_or(|methods| methods.contains(&CoreClientAuthMethod::ClientSecretBasic));
        Party::from_provider_metadata(
            known.metadata.clone(),
            settings.client_id.clone(),
            settings.client_secret.clone(),
        )
        .set_auth_type(match takes_basic {
            true => AuthType::BasicAuth,
            false => AuthType::RequestBody,
        })
        .set_redirect_uri(settings.redirect.clone())
    }

    /// What is known of the provider. One asks, the others wait for that answer; who comes after a failure is told at once.
    async fn known(&self) -> Result<Arc<Known>, OidcError> {
        let mut state = self.state.lock().await;
        if let Some(known) = &state.known
            && known.fetched.elapsed() < FRESH
        {
            return Ok(known.clone());
        }
        let is_left_alone = state.failed.is_some_and(|at| at.elapsed() < AFTER_FAILURE);
        let asked = match is_left_alone {
            true => Err(ProviderFault::Unreachable),
            false => self.discover().await,
        };
        match asked {
            Ok(metadata) => {
                let known = Arc::new(Known {
                    metadata,
                    fetched: Instant::now(),
                    keys_renewed: None,
                });
                state.failed = None;
                state.known = Some(known.clone());
                Ok(known)
            }
            Err(fault) => {
                if !is_left_alone {
                    state.failed = Some(Instant::now());
                    tracing::warn!(fault = fault.code(), "the sign-in provider cannot be asked");
                }
                let last = state.known.as_ref();
                let last_good = last.filter(|known| known.fetched.elapsed() < LAST_GOOD);
                last_good.cloned().ok_or_else(|| fault.into())
            }
        }
    }

    async fn discover(&self) -> Result<Metadata, ProviderFault> {
        use openidconnect::DiscoveryError as E;
        let found = Metadata::discover_async(self.settings.issuer.clone(), &self.transport).await;
        let metadata = found.map_err(|error| match error {
            E::Request(_) => ProviderFault::Unreachable,
            _ => ProviderFault::Discovery,
        })?;
        let end = &metadata.additional_metadata().end_session_endpoint;
        let mut addresses = vec![
            metadata.authorization_endpoint().url(),
            metadata.jwks_uri().url(),
        ];
        addresses.extend(metadata.token_endpoint().map(|address| address.url()));
        addresses.extend(metadata.userinfo_endpoint().map(|address| address.url()));
        addresses.extend(end.as_ref().map(|address| address.url()));
        let is_protected = |url: &&Url| match self.settings.is_local() {
            true => is_safe(&without_query(url)),
            false => url.scheme() == "https",
        };
        match metadata.token_endpoint().is_some() && addresses.iter().all(is_protected) {
            true => Ok(metadata),
            false => Err(ProviderFault::Discovery),
        }
    }

    /// Fetches the keys again, for a token whose key was not among them; not more often than a provider changes them.
    async fn renew_keys(&self, seen: &Arc<Known>) -> Result<Arc<Known>, OidcError> {
        let mut state = self.state.lock().await;
        let known = state.known.clone().unwrap_or_else(|| seen.clone());
        if !Arc::ptr_eq(&known, seen) {
            return Ok(known);
        }
        let renewed = known.keys_renewed;
        if renewed.is_some_and(|at| at.elapsed() < KEYS_AT_MOST_EVERY) {
            return Err(ProviderFault::UnknownKey.into());
        }
        let keys = JsonWebKeySet::fetch_async(known.metadata.jwks_uri(), &self.transport).await;
        let keys = keys.map_err(|_| ProviderFault::Unreachable)?;
        let known = Arc::new(Known {
            metadata: known.metadata.clone().set_jwks(keys),
            fetched: known.fetched,
            keys_renewed: Some(Instant::now()),
        });
        state.known = Some(known.clone());
        Ok(known)
    }
}

fn without_query(url: &Url) -> Url {
    let mut plain = url.clone();
    plain.set_query(None);
    plain
}

fn fault(error: &ClaimsVerificationError) -> ProviderFault {
    use ClaimsVerificationError as E;
    match error {
        E::Expired(_) | E::InvalidAuthTime(_) => ProviderFault::Times,
        E::InvalidAudience(_) => ProviderFault::Audience,
        E::InvalidIssuer(_) => ProviderFault::Issuer,
        E::InvalidNonce(_) => ProviderFault::Nonce,
        E::SignatureVerification(SignatureVerificationError::NoMatchingKey) => {
            ProviderFault::UnknownKey
        }
        _ => ProviderFault::Signature,
    }
}
