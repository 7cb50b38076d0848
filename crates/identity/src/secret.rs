//! Bearer secrets: random, shown once, kept only as a hash.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use zeroize::Zeroizing;

/// A token of a session or a one-time link: 256 random bits. It has no `Debug`.
#[derive(Clone)]
pub struct Token(Zeroizing<String>);

impl Token {
    /// A token that nobody has seen.
    ///
    /// # Errors
    /// The operating system has no randomness to give.
    pub(crate) fn fresh() -> Result<Self, getrandom::Error> {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        getrandom::fill(&mut bytes[..])?;
        Ok(Self(Zeroizing::new(URL_SAFE_NO_PAD.encode(&bytes[..]))))
    }

    /// The token as its holder gives it back.
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// What is kept of a token: enough to recognize it, nothing to use.
pub(crate) fn hash_of(token: &str) -> String {
    let digest = Sha256::digest(token.as_bytes());
    digest
        .iter()
        .fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a string does not fail.
            let _is_written = write!(text, "{byte:02x}").is_ok();
            text
        })
}
