//! What somebody has begun and must finish soon: the second step of a sign-in, a passkey's answer. Held in memory, under a token that does
//! nothing else; a restart only means beginning again.

use crate::secret::{Token, hash_of};
use crate::tries::Keys;
use domain::UserId;
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, PasskeyAuthentication, PasskeyRegistration,
};

/// How long one has to finish: a telephone must be found and unlocked.
pub const CEREMONY_ENDS_AFTER: SignedDuration = SignedDuration::from_mins(5);
/// Begun ones at once; the oldest gives way. Anybody can begin to sign in, and must not take the memory with it.
const AT_ONCE: usize = 20_000;

/// What was begun.
pub(crate) enum Ceremony {
    /// The password was right; the second factor is awaited.
    SecondFactor(SecondStep),
    /// Somebody signs in with a passkey, which says itself whose it is.
    SignIn(DiscoverableAuthentication),
    /// A passkey is to unlock this session.
    Unlock {
        user: UserId,
        session: Arc<str>,
        state: PasskeyAuthentication,
    },
    /// A passkey is to be added to an account.
    Registration {
        user: UserId,
        state: PasskeyRegistration,
    },
}

/// A sign-in that awaits its second factor.
#[derive(Clone)]
pub(crate) struct SecondStep {
    pub(crate) user: UserId,
    /// Where its failures count.
    pub(crate) keys: Keys,
    pub(crate) wrong: u8,
    /// A passkey was asked for.
    pub(crate) passkey: Option<PasskeyAuthentication>,
}

/// All that was begun.
#[derive(Default)]
pub(crate) struct Ceremonies(Mutex<HashMap<String, (Timestamp, Ceremony)>>);

impl Ceremonies {
    /// Begins one.
    pub(crate) fn begin(
        &self,
        ceremony: Ceremony,
        now: Timestamp,
    ) -> Result<Token, getrandom::Error> {
        let token = Token::fresh()?;
        let mut begun = self.begun();
        if begun.len() >= AT_ONCE {
            begun.retain(|_, (at, _)| is_open(*at, now));
        }
        if begun.len() >= AT_ONCE {
            let oldest = begun.iter().min_by_key(|(_, (at, _))| *at);
            if let Some(key) = oldest.map(|(key, _)| key.clone()) {
                begun.remove(&key);
            }
        }
        begun.insert(hash_of(token.text()), (now, ceremony));
        Ok(token)
    }

    /// Takes one to finish it: whether it succeeds or not, it does once.
    pub(crate) fn take(&self, token: &str, now: Timestamp) -> Option<Ceremony> {
        let (at, ceremony) = self.begun().remove(&hash_of(token))?;
        is_open(at, now).then_some(ceremony)
    }

    /// The second step that is awaited under a token.
    pub(crate) fn find_second_step(&self, token: &str, now: Timestamp) -> Option<SecondStep> {
        match self.begun().get(&hash_of(token)) {
            Some((at, Ceremony::SecondFactor(step))) if is_open(*at, now) => Some(step.clone()),
            _ => None,
        }
    }

    /// Changes the second step that is awaited under a token, where it still is.
    pub(crate) fn change_second_step(&self, token: &str, change: impl FnOnce(&mut SecondStep)) {
        if let Some((_, Ceremony::SecondFactor(step))) = self.begun().get_mut(&hash_of(token)) {
            change(step);
        }
    }

    fn begun(&self) -> MutexGuard<'_, HashMap<String, (Timestamp, Ceremony)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_open(begun: Timestamp, now: Timestamp) -> bool {
    now.duration_since(begun) < CEREMONY_ENDS_AFTER
}
