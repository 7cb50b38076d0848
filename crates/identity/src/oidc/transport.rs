//! Requests to the provider: no redirects, limits on time and bytes, no proxy that the environment names.

use super::settings::OidcSettings;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse, http};
use reqwest::{redirect, retry};
use std::pin::Pin;
use std::time::Duration;

/// How long a connection may take to be made.
const CONNECT: Duration = Duration::from_secs(5);
/// Bytes of an answer: a discovery document has about 5 kB, a key set with certificates 20 kB.
const BYTES: usize = 256 * 1024;

/// Asks the provider.
pub(super) struct Transport(reqwest::Client);

/// Why there was no answer. It holds nothing of what was asked.
#[derive(Debug, thiserror::Error)]
pub(super) enum TransportError {
    #[error("the provider did not answer in time")]
    TooSlow,
    #[error("the provider could not be reached")]
    Unreachable,
    #[error("the provider's answer is larger than {BYTES} bytes")]
    TooLarge,
}

impl Transport {
    pub(super) fn new(settings: &OidcSettings) -> Result<Self, reqwest::Error> {
        let builder = reqwest::Client::builder()
            .user_agent(concat!("patients/", env!("CARGO_PKG_VERSION")))
            .no_proxy()
            .redirect(redirect::Policy::none())
            .retry(retry::never())
            .referer(false)
            .connect_timeout(CONNECT)
            .timeout(settings.patience)
            .pool_idle_timeout(Duration::from_secs(30));
        let builder = match settings.is_local() {
            // Needs no certificates, and so works where the system has none.
            true if settings.issuer.url().scheme() == "http" => builder.tls_certs_only([]),
            true => builder,
            false => builder.https_only(true),
        };
        builder.build().map(Self)
    }

    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let request =
            reqwest::Request::try_from(request).map_err(|_| TransportError::Unreachable)?;
        let mut response = self.0.execute(request).await.map_err(|e| of(&e))?;
        let announced = response.content_length().unwrap_or(0);
        if usize::try_from(announced).unwrap_or(usize::MAX) > BYTES {
            return Err(TransportError::TooLarge);
        }
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|e| of(&e))? {
            if body.len() + chunk.len() > BYTES {
                return Err(TransportError::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        let mut answer = http::Response::new(body);
        *answer.status_mut() = response.status();
        *answer.headers_mut() = std::mem::take(response.headers_mut());
        Ok(answer)
    }
}

fn of(error: &reqwest::Error) -> TransportError {
    if error.is_timeout() {
        TransportError::TooSlow
    } else {
        TransportError::Unreachable
    }
}

impl<'c> AsyncHttpClient<'c> for Transport {
    type Error = TransportError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, TransportError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}
