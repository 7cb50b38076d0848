//! Sealing what must not lie readable in the database: secrets and cached charts. AES-256-GCM with a random nonce; what a thing is kept as
//! is bound to it, so that one sealed thing cannot be put in another's place.

use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zeroize::{Zeroize, Zeroizing};

/// The first byte of what is sealed: how it is to be read.
const FORMAT: u8 = 1;
const KEY_BYTES: usize = 32;

/// A key for sealing: 32 random bytes, which live outside of the database.
pub struct SealKey(Zeroizing<[u8; KEY_BYTES]>);

impl SealKey {
    /// A fresh key.
    ///
    /// # Errors
    /// The operating system gives no randomness.
    pub fn generate() -> Result<SealKey, getrandom::Error> {
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        getrandom::fill(&mut key[..])?;
        Ok(SealKey(key))
    }

    /// The key as text: base64 of its bytes.
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(STANDARD.encode(&self.0[..]))
    }
}

/// The text is no key for sealing.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key for sealing is base64 of 32 bytes, as `openssl rand -base64 32` prints it")]
pub struct NotAKey;

impl std::str::FromStr for SealKey {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<SealKey, NotAKey> {
        let mut bytes = STANDARD.decode(text.trim()).map_err(|_| NotAKey)?;
        let key = <[u8; KEY_BYTES]>::try_from(&bytes[..]).map_err(|_| NotAKey);
        bytes.zeroize();
        key.map(|key| SealKey(Zeroizing::new(key)))
    }
}

/// Seals and unseals.
pub struct Sealer(RandomizedNonceKey);

/// It was sealed with another key, as another thing, or was changed since.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("what is sealed cannot be opened with this key")]
pub struct Unsealable;

impl Sealer {
    /// Seals with a key.
    ///
    /// # Errors
    /// The cryptographic library refuses the key.
    pub fn new(key: &SealKey) -> Result<Sealer, Unsealable> {
        RandomizedNonceKey::new(&AES_256_GCM, &key.0[..])
            .map(Sealer)
            .map_err(|_| Unsealable)
    }

    /// Seals `plain`, which is kept as `place`.
    ///
    /// # Errors
    /// The operating system gives no randomness.
    pub fn seal(&self, place: &str, plain: &[u8]) -> Result<Vec<u8>, Unsealable> {
        let mut bytes = plain.to_vec();
        let nonce = self
            .0
            .seal_in_place_append_tag(Aad::from(place.as_bytes()), &mut bytes)
            .map_err(|_| Unsealable)?;
        let mut sealed = Vec::with_capacity(1 + NONCE_LEN + bytes.len());
        sealed.push(FORMAT);
        sealed.extend_from_slice(nonce.as_ref());
        sealed.extend_from_slice(&bytes);
        Ok(sealed)
    }

    /// Opens what was sealed as `place`.
    ///
    /// # Errors
    /// [`Unsealable`].
    pub fn open(&self, place: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unsealable> {
        let (format, rest) = sealed.split_first().ok_or(Unsealable)?;
        if *format != FORMAT || rest.len() < NONCE_LEN {
            return Err(Unsealable);
        }
        let (nonce, bytes) = rest.split_at(NONCE_LEN);
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| Unsealable)?;
        let mut bytes = Zeroizing::new(bytes.to_vec());
        let plain = self
            .0
            .open_in_place(nonce, Aad::from(place.as_bytes()), &mut bytes)
            .map_err(|_| Unsealable)?
            .len();
        bytes.truncate(plain);
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn what_is_sealed_opens_in_its_own_place_with_its_own_key_and_unchanged() {
        let sealer = Sealer::new(&SealKey::generate().unwrap()).unwrap();
        let sealed = sealer.seal("a", b"secret").unwrap();
        assert_eq!(&sealer.open("a", &sealed).unwrap()[..], b"secret");
        assert!(!sealed.windows(6).any(|bytes| bytes == b"secret"));
        assert_eq!(sealer.open("b", &sealed).unwrap_err(), Unsealable);
        let other = Sealer::new(&SealKey::generate().unwrap()).unwrap();
        assert_eq!(other.open("a", &sealed).unwrap_err(), Unsealable);
        for index in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[index] ^= 1;
            assert_eq!(sealer.open("a", &changed).unwrap_err(), Unsealable);
            assert_eq!(sealer.open("a", &sealed[..index]).unwrap_err(), Unsealable);
        }
    }

    #[test]
    fn a_key_survives_being_written_down() {
        let key = SealKey::generate().unwrap();
        let again: SealKey = format!("{}\n", &*key.to_text()).parse().unwrap();
        let sealed = Sealer::new(&key).unwrap().seal("a", b"secret").unwrap();
        assert!(Sealer::new(&again).unwrap().open("a", &sealed).is_ok());
        for text in ["", "short", "AAAA"] {
            assert!(text.parse::<SealKey>().is_err());
        }
    }
}
