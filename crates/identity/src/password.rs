//! Passwords: what is accepted, and how they are hashed.

use crate::common_passwords;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::Arc;
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

/// Characters of a password at least (OWASP ASVS 5.0, 6.2.1).
pub const PASSWORD_CHARS_AT_LEAST: usize = 8;
/// Characters of a password at most: hashing a longer one would only cost time (ASVS 6.2.9 wants 64 or more).
pub const PASSWORD_CHARS_AT_MOST: usize = 256;

/// OWASP's minimum for argon2id: 19 MiB, two passes, one lane. About 25 ms on a ward's server.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
/// Hashes at once: a wave of sign-ins must not take the memory and the cores from the ward.
const AT_ONCE: usize = 2;

/// Why a password is not accepted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PasswordRule {
    /// It has fewer than [`PASSWORD_CHARS_AT_LEAST`] characters.
    TooShort,
    /// It has more than [`PASSWORD_CHARS_AT_MOST`] characters.
    TooLong,
    /// It is the sign-in name, or contains it whole.
    LikeName,
    /// It is one of those that are guessed first (ASVS 6.2.4).
    TooCommon,
}

/// Judges a new password. Composition is not asked for (ASVS 6.2.5): length is what counts.
pub(crate) fn judge(password: &str, sign_in_name: &str) -> Result<(), PasswordRule> {
    let length = password.chars().count();
    if length < PASSWORD_CHARS_AT_LEAST {
        return Err(PasswordRule::TooShort);
    }
    if length > PASSWORD_CHARS_AT_MOST {
        return Err(PasswordRule::TooLong);
    }
    let (password, name) = (password.to_lowercase(), sign_in_name.to_lowercase());
    if password == name
        || (name.chars().count() >= 4
            && password.starts_with(&name)
            && password.chars().count() < name.chars().count() + 4)
    {
        return Err(PasswordRule::LikeName);
    }
    if common_passwords::has(&password) {
        return Err(PasswordRule::TooCommon);
    }
    Ok(())
}

/// Hashes and checks passwords, off the async threads and few at a time.
#[derive(Clone)]
pub(crate) struct Hasher {
    argon2: Argon2<'static>,
    places: Arc<Semaphore>,
    /// Checked where there is no account, so that its absence takes as long.
    decoy: Arc<str>,
}

/// Hashing failed: no randomness, or no memory.
#[derive(Debug, thiserror::Error)]
#[error("a password could not be hashed: {0}")]
pub(crate) struct HashError(String);

impl Hasher {
    pub(crate) fn new() -> Result<Self, HashError> {
        let params =
            Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|e| HashError(e.to_string()))?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let decoy = hash_with(&argon2, "no account has this password")?;
        Ok(Self {
            argon2,
            places: Arc::new(Semaphore::new(AT_ONCE)),
            decoy: decoy.into(),
        })
    }

    /// The hash of a password, with a fresh salt.
    pub(crate) async fn hash(&self, password: Zeroizing<String>) -> Result<String, HashError> {
        let argon2 = self.argon2.clone();
        self.work(move || hash_with(&argon2, &password)).await?
    }

    /// Whether a password is the one that was hashed; without a hash it takes as long and is not.
    pub(crate) async fn is_right(
        &self,
        password: Zeroizing<String>,
        hash: Option<String>,
    ) -> Result<bool, HashError> {
        let argon2 = self.argon2.clone();
        let decoy = self.decoy.clone();
        self.work(move || {
            let is_real = hash.is_some();
            let text = hash.as_deref().unwrap_or(&decoy);
            let hash = PasswordHash::new(text).map_err(|e| HashError(e.to_string()))?;
            Ok(argon2.verify_password(password.as_bytes(), &hash).is_ok() && is_real)
        })
        .await?
    }

    async fn work<T: Send + 'static>(
        &self,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, HashError> {
        let _place = self
            .places
            .acquire()
            .await
            .map_err(|e| HashError(e.to_string()))?;
        tokio::task::spawn_blocking(job)
            .await
            .map_err(|e| HashError(e.to_string()))
    }
}

fn hash_with(argon2: &Argon2<'_>, password: &str) -> Result<String, HashError> {
    let failed = |error: String| HashError(error);
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|e| failed(e.to_string()))?;
    let salt = SaltString::encode_b64(&bytes).map_err(|e| failed(e.to_string()))?;
    let hash = argon2
        .hash_password(password.as_bytes(), &salt)
        .map_err(|e| failed(e.to_string()))?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[tokio::test]
    async fn a_password_is_recognized_and_another_is_not() {
        let hasher = Hasher::new().unwrap();
        let secret = |text: &str| Zeroizing::new(text.to_owned());
        let hash = hasher.hash(secret("correct horse")).await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(
            hasher
                .is_right(secret("correct horse"), Some(hash.clone()))
                .await
                .unwrap()
        );
        assert!(
            !hasher
                .is_right(secret("Correct horse"), Some(hash))
                .await
                .unwrap()
        );
        assert!(
            !hasher
                .is_right(secret("no account has this password"), None)
                .await
                .unwrap()
        );
    }

    #[test]
    fn length_counts_and_the_name_does_not_do() {
        assert_eq!(judge("short", "anne"), Err(PasswordRule::TooShort));
        assert_eq!(judge(&"x".repeat(257), "anne"), Err(PasswordRule::TooLong));
        assert_eq!(
            judge("annemarie1", "AnneMarie"),
            Err(PasswordRule::LikeName)
        );
        assert_eq!(judge("Sunshine", "anne"), Err(PasswordRule::TooCommon));
        assert_eq!(judge("pâquerette", "annemarie"), Ok(()));
        assert_eq!(judge(&"x".repeat(64), "anne"), Ok(()));
    }
}
