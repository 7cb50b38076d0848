//! The key pair by which we prove to an authorization server who we are (SMART Backend Services), and its public half.

use aws_lc_rs::digest;
use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{self, KeySize};
use aws_lc_rs::signature::{
    ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _, RSA_PKCS1_SHA384,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use std::fmt;
use zeroize::Zeroizing;

/// The algorithms of SMART Backend Services (SMART App Launch 2.2, Client Authentication: Asymmetric).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// ECDSA on P-384 with SHA-384.
    Es384,
    /// RSA of 3072 bits, PKCS #1 v1.5, with SHA-384.
    Rs384,
}

impl Algorithm {
    /// Its name in JOSE.
    pub fn name(self) -> &'static str {
        match self {
            Algorithm::Es384 => "ES384",
            Algorithm::Rs384 => "RS384",
        }
    }
}

/// A key pair of ours. Its `Debug` shows the key's id only.
pub struct KeyPair {
    key: Key,
    public: Jwk,
}

enum Key {
    Ec(EcdsaKeyPair),
    Rsa(rsa::KeyPair),
}

/// The key's bytes are no PKCS #8 of a P-384 or an RSA key, or the system could not make one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no private key on P-384 or of RSA")]
pub struct NotAKey;

/// The public half, as it stands in the JWKS that the product publishes (RFC 7517).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Jwk {
    /// The key's id: its thumbprint (RFC 7638).
    pub kid: String,
    /// `ES384` or `RS384`.
    pub alg: &'static str,
    /// `sig`.
    #[serde(rename = "use")]
    pub purpose: &'static str,
    /// What it may be used for: `verify`.
    pub key_ops: [&'static str; 1],
    /// The numbers of the key.
    #[serde(flatten)]
    pub numbers: Numbers,
}

/// The numbers of a public key, in base64url, in the members and order of which its thumbprint is made (RFC 7638, 3.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Numbers {
    /// Of an elliptic curve.
    Ec {
        /// `P-384`.
        crv: &'static str,
        /// `EC`.
        kty: &'static str,
        /// The point's first coordinate.
        x: String,
        /// The point's second coordinate.
        y: String,
    },
    /// Of RSA.
    Rsa {
        /// The exponent.
        e: String,
        /// `RSA`.
        kty: &'static str,
        /// The modulus.
        n: String,
    },
}

impl KeyPair {
    /// Makes a fresh key pair. An RSA key takes up to a second of the processor: not for an async task.
    pub fn generate(algorithm: Algorithm) -> Result<KeyPair, NotAKey> {
        let key = match algorithm {
            Algorithm::Es384 => {
                EcdsaKeyPair::generate(&ECDSA_P384_SHA384_FIXED_SIGNING).map(Key::Ec)
            }
            Algorithm::Rs384 => rsa::KeyPair::generate(KeySize::Rsa3072).map(Key::Rsa),
        };
        Self::of(key.map_err(|_| NotAKey)?)
    }

    /// Reads a key pair from what [`KeyPair::to_bytes`] gave, or from another PKCS #8 document.
    pub fn from_bytes(pkcs8: &[u8]) -> Result<KeyPair, NotAKey> {
        let key = match EcdsaKeyPair::from_pkcs8(&ECDSA_P384_SHA384_FIXED_SIGNING, pkcs8) {
            Ok(key) => Key::Ec(key),
            Err(_) => rsa::KeyPair::from_pkcs8(pkcs8)
                .map(Key::Rsa)
                .map_err(|_| NotAKey)?,
        };
        Self::of(key)
    }

    /// The whole key pair in PKCS #8, to be sealed.
    pub fn to_bytes(&self) -> Result<Zeroizing<Vec<u8>>, NotAKey> {
        match &self.key {
            Key::Ec(key) => key
                .to_pkcs8v1()
                .map(|document| Zeroizing::new(document.as_ref().to_vec()))
                .map_err(|_| NotAKey),
            Key::Rsa(key) => AsDer::as_der(key)
                .map(|document| Zeroizing::new(document.as_ref().to_vec()))
                .map_err(|_| NotAKey),
        }
    }

    /// The public half.
    pub fn public_jwk(&self) -> &Jwk {
        &self.public
    }

    /// What it signs with.
    pub fn algorithm(&self) -> Algorithm {
        match &self.key {
            Key::Ec(_) => Algorithm::Es384,
            Key::Rsa(_) => Algorithm::Rs384,
        }
    }

    /// The signature of a JWS (RFC 7518, 3.3 and 3.4).
    pub(crate) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, NotAKey> {
        let random = SystemRandom::new();
        match &self.key {
            Key::Ec(key) => key
                .sign(&random, message)
                .map(|signature| signature.as_ref().to_vec())
                .map_err(|_| NotAKey),
            Key::Rsa(key) => {
                let mut signature = vec![0; key.public_modulus_len()];
                key.sign(&RSA_PKCS1_SHA384, &random, message, &mut signature)
                    .map_err(|_| NotAKey)?;
                Ok(signature)
            }
        }
    }

    fn of(key: Key) -> Result<KeyPair, NotAKey> {
        let (alg, numbers) = match &key {
            Key::Ec(key) => ("ES384", curve_numbers(key.public_key().as_ref())?),
            Key::Rsa(key) => ("RS384", rsa_numbers(key.public_key())),
        };
        // Serialized in its own order, without spaces: the form that RFC 7638 hashes.
        let canonical = serde_json::to_vec(&numbers).map_err(|_| NotAKey)?;
        let kid = URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, &canonical));
        Ok(KeyPair {
            key,
            public: Jwk {
                kid,
                alg,
                purpose: "sig",
                key_ops: ["verify"],
                numbers,
            },
        })
    }
}

/// From an uncompressed point (SEC 1, 2.3.3): 4, then both coordinates of 48 bytes.
fn curve_numbers(point: &[u8]) -> Result<Numbers, NotAKey> {
    let coordinates = point
        .strip_prefix(&[4])
        .filter(|rest| rest.len() == 96)
        .ok_or(NotAKey)?;
    let (x, y) = coordinates.split_at(48);
    Ok(Numbers::Ec {
        crv: "P-384",
        kty: "EC",
        x: URL_SAFE_NO_PAD.encode(x),
        y: URL_SAFE_NO_PAD.encode(y),
    })
}

fn rsa_numbers(key: &rsa::PublicKey) -> Numbers {
    Numbers::Rsa {
        e: URL_SAFE_NO_PAD.encode(key.exponent().big_endian_without_leading_zero()),
        kty: "RSA",
        n: URL_SAFE_NO_PAD.encode(key.modulus().big_endian_without_leading_zero()),
    }
}

impl fmt::Debug for KeyPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyPair")
            .field("kid", &self.public.kid)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use super::*;
    use aws_lc_rs::signature::{
        ECDSA_P384_SHA384_FIXED, RSA_PKCS1_2048_8192_SHA384, RsaPublicKeyComponents,
        UnparsedPublicKey,
    };

    fn bytes(text: &str) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(text).unwrap()
    }

    fn verify(jwk: &Jwk, message: &[u8], signature: &[u8]) {
        match &jwk.numbers {
            Numbers::Ec { x, y, .. } => {
                let point = [vec![4], bytes(x), bytes(y)].concat();
                UnparsedPublicKey::new(&ECDSA_P384_SHA384_FIXED, point)
                    .verify(message, signature)
                    .unwrap();
            }
            Numbers::Rsa { e, n, .. } => {
                let key = RsaPublicKeyComponents {
                    n: bytes(n),
                    e: bytes(e),
                };
                key.verify(&RSA_PKCS1_2048_8192_SHA384, message, signature)
                    .unwrap();
            }
        }
    }

    #[test]
    fn what_a_key_signs_its_public_half_verifies_also_after_it_was_kept() {
        for algorithm in [Algorithm::Es384, Algorithm::Rs384] {
            let fresh = KeyPair::generate(algorithm).unwrap();
            let kept = KeyPair::from_bytes(&fresh.to_bytes().unwrap()).unwrap();
            assert_eq!(kept.algorithm(), algorithm);
            assert_eq!(kept.public_jwk(), fresh.public_jwk());
            verify(
                fresh.public_jwk(),
                b"to be signed",
                &kept.sign(b"to be signed").unwrap(),
            );
        }
    }

    #[test]
    fn the_thumbprint_is_that_of_rfc_7638() {
        // The example of RFC 7638, 3.1.
        let numbers = Numbers::Rsa {
            e: "AQAB".to_owned(),
            kty: "RSA",
            n: "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw".to_owned(),
        };
        let canonical = serde_json::to_vec(&numbers).unwrap();
        let thumbprint = URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, &canonical));
        assert_eq!(thumbprint, "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    }

    #[test]
    fn the_published_half_has_no_private_number_and_debug_shows_the_id_only() {
        for algorithm in [Algorithm::Es384, Algorithm::Rs384] {
            let pair = KeyPair::generate(algorithm).unwrap();
            let published = serde_json::to_value(pair.public_jwk()).unwrap();
            let mut members: Vec<_> = published
                .as_object()
                .unwrap()
                .keys()
                .map(String::as_str)
                .collect();
            members.sort_unstable();
            match algorithm {
                Algorithm::Es384 => assert_eq!(
                    members,
                    ["alg", "crv", "key_ops", "kid", "kty", "use", "x", "y"]
                ),
                Algorithm::Rs384 => {
                    assert_eq!(members, ["alg", "e", "key_ops", "kid", "kty", "n", "use"])
                }
            }
            assert_eq!(published["alg"], algorithm.name());
            assert_eq!(
                format!("{pair:?}"),
                format!("KeyPair {{ kid: {:?}, .. }}", pair.public_jwk().kid)
            );
        }
        assert!(KeyPair::from_bytes(b"no key").is_err());
    }
}
