//! Client assertions as SMART Backend Services want them
//! (<https://hl7.org/fhir/smart-app-launch/client-confidential-asymmetric.html>), checked without the client's own code for signing.

use aws_lc_rs::signature::{
    ECDSA_P384_SHA384_FIXED, RSA_PKCS1_2048_8192_SHA384, RsaPublicKeyComponents, UnparsedPublicKey,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::Deserialize;
use serde_json::Value;
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

/// The longest that an assertion may still be good for, in seconds.
const LONGEST: i64 = 300;
/// How far clocks may differ, in seconds.
const LEEWAY: i64 = 5;

/// The assertions that were used: each is good once.
#[derive(Default)]
pub(super) struct Assertions {
    used: Mutex<HashMap<String, i64>>,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: String,
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: Value,
    exp: i64,
    jti: String,
}

impl Assertions {
    /// Checks signature, issuer, subject, audience, end, and that it was not used before.
    pub(super) fn check(
        &self,
        assertion: &str,
        client_id: &str,
        jwks: &Value,
        token_url: &str,
    ) -> Result<(), &'static str> {
        let (signed, signature) = assertion
            .rsplit_once('.')
            .ok_or("client_assertion is no JWT")?;
        let (header, claims) = signed.split_once('.').ok_or("client_assertion is no JWT")?;
        let header: Header = decode(header)
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .ok_or("the assertion's header needs alg and kid")?;
        let key = jwks["keys"]
            .as_array()
            .and_then(|keys| keys.iter().find(|key| key["kid"] == header.kid.as_str()))
            .ok_or("the assertion's kid names no key of the client")?;
        let signature = decode(signature).ok_or("the assertion's signature is no base64url")?;
        if !is_signed(&header.alg, key, signed.as_bytes(), &signature)? {
            return Err("the assertion's signature is not right");
        }
        let claims: Claims = decode(claims)
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .ok_or("the assertion needs iss, sub, aud, exp and jti")?;
        if claims.iss != client_id || claims.sub != client_id {
            return Err("iss and sub must be the client_id");
        }
        let is_for_us = match &claims.aud {
            Value::Array(audiences) => audiences.iter().any(|aud| aud == token_url),
            aud => aud == token_url,
        };
        if !is_for_us {
            return Err("aud must be the address of the token endpoint");
        }
        self.use_once(claims)
    }

    fn use_once(&self, claims: Claims) -> Result<(), &'static str> {
        let now = jiff::Timestamp::now().as_second();
        if claims.exp < now - LEEWAY {
            return Err("the assertion has ended");
        }
        if claims.exp > now + LONGEST + LEEWAY {
            return Err("the assertion is good for more than five minutes");
        }
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.retain(|_, exp| *exp >= now - LEEWAY);
        match used.insert(claims.jti, claims.exp) {
            Some(_) => Err("the assertion was used before"),
            None => Ok(()),
        }
    }
}

fn is_signed(
    algorithm: &str,
    key: &Value,
    signed: &[u8],
    signature: &[u8],
) -> Result<bool, &'static str> {
    const UNREADABLE: &str = "the client's key cannot be read";
    let part = |name: &str| key[name].as_str().and_then(decode).ok_or(UNREADABLE);
    match algorithm {
        "ES384" => {
            let point = [vec![4], part("x")?, part("y")?].concat();
            let key = UnparsedPublicKey::new(&ECDSA_P384_SHA384_FIXED, point);
            Ok(key.verify(signed, signature).is_ok())
        }
        "RS384" => {
            let key = RsaPublicKeyComponents {
                n: part("n")?,
                e: part("e")?,
            };
            Ok(key
                .verify(&RSA_PKCS1_2048_8192_SHA384, signed, signature)
                .is_ok())
        }
        _ => Err("the assertion must be signed by ES384 or RS384"),
    }
}

fn decode(part: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(part).ok()
}
