//! The signed statement by which a client of SMART Backend Services authenticates (RFC 7523, `private_key_jwt`).

use super::key::{KeyPair, NotAKey};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::json;

/// How long it is good for: SMART allows five minutes, of which one is left to clocks that differ.
const LIFETIME_SECONDS: i64 = 240;

/// A fresh statement for one token request. `id` was never used before (`jti`).
pub(super) fn sign(
    key: &KeyPair,
    client_id: &str,
    token_url: &str,
    id: &str,
    now: Timestamp,
) -> Result<String, NotAKey> {
    let header = json!({"alg": key.algorithm().name(), "kid": key.public_jwk().kid, "typ": "JWT"});
    let claims = json!({
        "iss": client_id,
        "sub": client_id,
        "aud": token_url,
        "exp": now.as_second() + LIFETIME_SECONDS,
        "jti": id,
    });
    let part = |value: serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(header), part(claims));
    let signature = key.sign(signed.as_bytes())?;
    Ok(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::token::key::Algorithm;
    use serde_json::Value;

    #[test]
    fn it_says_who_asks_whom_and_for_less_than_five_minutes() {
        let key = KeyPair::generate(Algorithm::Es384).unwrap();
        let now: Timestamp = "2026-11-24T10:00:00Z".parse().unwrap();
        let statement = sign(&key, "patients", "https://auth.example/token", "once", now).unwrap();
        let parts: Vec<_> = statement.split('.').collect();
        let read = |part: &str| -> Value {
            serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
        };
        assert_eq!(
            read(parts[0]),
            json!({"alg": "ES384", "kid": key.public_jwk().kid, "typ": "JWT"})
        );
        assert_eq!(
            read(parts[1]),
            json!({"iss": "patients", "sub": "patients", "aud": "https://auth.example/token", "exp": now.as_second() + 240, "jti": "once"})
        );
        assert_eq!(URL_SAFE_NO_PAD.decode(parts[2]).unwrap().len(), 96);
    }
}
