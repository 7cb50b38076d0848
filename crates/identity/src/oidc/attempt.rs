//! A sign-in under way: what must come back is kept in the browser, sealed, so that nothing waits here for people who never return.

use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use zeroize::Zeroizing;

/// How long somebody may take at the provider: a second factor and a forgotten password.
pub const ATTEMPT: SignedDuration = SignedDuration::from_mins(10);
/// What the sealed bytes are for.
const PURPOSE: &[u8] = b"patients: a sign-in by OpenID Connect under way";

/// What the provider's answer is compared with.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Attempt {
    pub(super) state: String,
    pub(super) nonce: String,
    pub(super) verifier: String,
    pub(super) return_to: String,
    pub(super) expires: Timestamp,
}

/// Seals attempts, and lets each be used once. The key lives as long as the process: who is at the provider while the server is restarted
/// begins again.
pub(super) struct Attempts {
    key: RandomizedNonceKey,
    used: Mutex<HashMap<String, Timestamp>>,
}

impl Attempts {
    pub(super) fn new() -> Result<Self, getrandom::Error> {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        getrandom::fill(&mut bytes[..])?;
        let key = RandomizedNonceKey::new(&AES_256_GCM, &bytes[..])
            .map_err(|_| getrandom::Error::UNEXPECTED)?;
        Ok(Self {
            key,
            used: Mutex::default(),
        })
    }

    /// An attempt as the browser keeps it; none where the machine cannot seal.
    pub(super) fn seal(&self, attempt: &Attempt) -> Option<String> {
        let mut bytes = serde_json::to_vec(attempt).ok()?;
        let nonce = self
            .key
            .seal_in_place_append_tag(Aad::from(PURPOSE), &mut bytes)
            .ok()?;
        let mut sealed = nonce.as_ref().to_vec();
        sealed.append(&mut bytes);
        Some(URL_SAFE_NO_PAD.encode(sealed))
    }

    /// The attempt that a browser brings back with its state, the first time and in time.
    pub(super) fn take(&self, sealed: &str, state: &str, now: Timestamp) -> Option<Attempt> {
        let mut bytes = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let (nonce, sealed) = bytes.split_at_mut_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let opened = self
            .key
            .open_in_place(nonce, Aad::from(PURPOSE), sealed)
            .ok()?;
        let attempt: Attempt = serde_json::from_slice(opened).ok()?;
        if attempt.state != state || attempt.expires <= now {
            return None;
        }
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.retain(|_, expires| *expires > now);
        match used.insert(attempt.state.clone(), attempt.expires) {
            Some(_) => None,
            None => Some(attempt),
        }
    }
}

/// The path that somebody comes back to: a page of this server, by letters, digits, `-`, `_` and `/` alone. Anything else is the first page.
pub(super) fn local_path(wanted: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_');
    let is_page = wanted.starts_with('/')
        && !wanted.starts_with("//")
        && wanted.len() <= 300
        && wanted.chars().all(is_plain)
        && !["/api", "/scim"].iter().any(|own| {
            wanted
                .strip_prefix(own)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
    if is_page { wanted } else { "/" }.to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn attempt() -> Attempt {
        Attempt {
            state: "the state".into(),
            nonce: "the nonce".into(),
            verifier: "the verifier".into(),
            return_to: "/".into(),
            expires: Timestamp::UNIX_EPOCH + ATTEMPT,
        }
    }

    #[test]
    fn an_attempt_is_taken_once_with_its_state_and_in_time() {
        let (now, late) = (Timestamp::UNIX_EPOCH, Timestamp::UNIX_EPOCH + ATTEMPT);
        let attempts = Attempts::new().unwrap();
        let sealed = attempts.seal(&attempt()).unwrap();
        assert!(attempts.take(&sealed, "another", now).is_none());
        assert!(attempts.take(&sealed, "the state", late).is_none());
        assert!(attempts.take(&sealed, "the state", now).unwrap() == attempt());
        assert!(attempts.take(&sealed, "the state", now).is_none());
    }

    #[test]
    fn what_the_browser_keeps_tells_nothing_and_cannot_be_changed() {
        let now = Timestamp::UNIX_EPOCH;
        let attempts = Attempts::new().unwrap();
        let sealed = attempts.seal(&attempt()).unwrap();
        let bytes = URL_SAFE_NO_PAD.decode(&sealed).unwrap();
        assert!(!bytes.windows(12).any(|part| part == b"the verifier"));
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            let changed = URL_SAFE_NO_PAD.encode(changed);
            assert!(attempts.take(&changed, "the state", now).is_none(), "{at}");
        }
        for other in ["", "AA", "not base64!"] {
            assert!(attempts.take(other, "the state", now).is_none());
        }
        let elsewhere = Attempts::new().unwrap();
        assert!(elsewhere.take(&sealed, "the state", now).is_none());
    }

    #[test]
    fn people_come_back_to_pages_of_this_server_only() {
        for page in ["/", "/account", "/teams/0198-a_b/lists/c", "/apian"] {
            assert_eq!(local_path(page), page);
        }
        for elsewhere in [
            "",
            "teams",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/x?y=z",
            "/x#y",
            "/%2f%2fevil.example",
            "/api/session",
            "/api",
            "/scim/v2/Users",
            "/a.b",
            "/a b",
            "/\u{e9}",
        ] {
            assert_eq!(local_path(elsewhere), "/", "{elsewhere}");
        }
        assert_eq!(local_path(&format!("/{}", "a".repeat(400))), "/");
    }
}
