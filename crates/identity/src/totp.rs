//! Time-based one-time codes (RFC 6238) as authenticator apps make them: HMAC-SHA-1, six digits, thirty seconds.
//!
//! SHA-1 is what every app takes; a keyed hash does not rest on collisions, which is where SHA-1 is broken.

use aws_lc_rs::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, sign};
use jiff::Timestamp;
use zeroize::Zeroizing;

/// Bytes of a secret: what RFC 4226 recommends (160 bits).
pub(crate) const SECRET_BYTES: usize = 20;
/// Seconds of a step.
const STEP: i64 = 30;
/// Steps before and after now whose code is taken: clocks of telephones are a little off, and people type.
const DRIFT: i64 = 1;
const DIGITS: usize = 6;

/// The secret that a server and an app share. It has no `Debug`.
pub(crate) struct Secret(pub(crate) Zeroizing<[u8; SECRET_BYTES]>);

impl Secret {
    /// A secret that nobody has seen.
    pub(crate) fn fresh() -> Result<Self, getrandom::Error> {
        let mut bytes = Zeroizing::new([0; SECRET_BYTES]);
        getrandom::fill(&mut bytes[..])?;
        Ok(Self(bytes))
    }

    /// The secret as apps take it typed: base32 (RFC 4648) without padding, which twenty bytes need not have.
    pub(crate) fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(base32(&self.0[..]))
    }

    /// The step of a code, where it is right at `now` and of a later step than `last`, so that no code does twice.
    pub(crate) fn find_step(&self, code: &str, now: Timestamp, last: i64) -> Option<i64> {
        let typed: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        let current = now.as_second().div_euclid(STEP);
        let mut found = None;
        // All steps are looked at, so that the time tells nothing.
        for step in current - DRIFT..=current + DRIFT {
            if is_same(typed.as_bytes(), self.code(step).as_bytes()) && step > last {
                found = Some(step);
            }
        }
        found
    }

    fn code(&self, step: i64) -> Zeroizing<String> {
        let key = Key::new(HMAC_SHA1_FOR_LEGACY_USE_ONLY, &self.0[..]);
        let tag = sign(&key, &step.to_be_bytes());
        let bytes = tag.as_ref();
        let at = bytes.last().map_or(0, |last| usize::from(last & 0x0f));
        // A tag has 20 bytes and `at` is at most 15: four are always there.
        let number = bytes
            .iter()
            .skip(at)
            .take(4)
            .fold(0_u32, |number, byte| (number << 8) | u32::from(*byte))
            & 0x7fff_ffff;
        Zeroizing::new(format!("{:0DIGITS$}", number % 1_000_000))
    }
}

/// The address that an app reads from a QR code (the "key URI format" that all of them take).
pub(crate) fn uri(secret: &Secret, issuer: &str, account: &str) -> Zeroizing<String> {
    Zeroizing::new(format!(
        "otpauth://totp/{0}:{1}?secret={2}&issuer={0}&algorithm=SHA1&digits={DIGITS}&period={STEP}",
        percent_encoded(issuer),
        percent_encoded(account),
        &*secret.text(),
    ))
}

/// Equal, in a time that does not tell where they differ.
fn is_same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len()
        && a.iter()
            .zip(b)
            .fold(0, |difference, (a, b)| difference | (a ^ b))
            == 0
}

fn base32(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut text = String::with_capacity(bytes.len().div_ceil(5) * 8);
    for chunk in bytes.chunks(5) {
        let bits = chunk
            .iter()
            .fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
        let used = chunk.len() * 8;
        for digit in 0..used.div_ceil(5) {
            let shift = used as i64 - (digit as i64 + 1) * 5;
            let value = if shift >= 0 {
                bits >> shift
            } else {
                bits << -shift
            } & 31;
            let letter = usize::try_from(value)
                .ok()
                .and_then(|value| ALPHABET.get(value));
            text.push(char::from(*letter.unwrap_or(&b'A')));
        }
    }
    text
}

fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn of_the_rfc() -> Secret {
        Secret(Zeroizing::new(*b"12345678901234567890"))
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn codes_are_those_of_rfc_6238() {
        // Appendix B, SHA-1, the last six of its eight digits.
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            let step = of_the_rfc().find_step(code, at(second), 0);
            assert_eq!(step, Some(second / 30), "{second}");
        }
    }

    #[test]
    fn a_code_is_good_one_step_early_or_late_and_only_once() {
        let secret = of_the_rfc();
        let code = "287082";
        assert_eq!(secret.find_step(code, at(29), 0), Some(1));
        assert_eq!(secret.find_step(code, at(89), 0), Some(1));
        assert_eq!(secret.find_step(code, at(90), 0), None);
        assert_eq!(secret.find_step("287 082", at(59), 0), Some(1));
        assert_eq!(secret.find_step(code, at(59), 1), None);
        for wrong in ["", "28708", "2870822", "287083", "２８７０８２"] {
            assert_eq!(secret.find_step(wrong, at(59), 0), None, "{wrong}");
        }
    }

    #[test]
    fn secrets_are_written_as_rfc_4648_writes_them() {
        for (bytes, text) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(base32(bytes.as_bytes()), text);
        }
        assert_eq!(
            &*uri(&of_the_rfc(), "Patients", "anne b"),
            "otpauth://totp/Patients:anne%20b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Patients&algorithm=SHA1&digits=6&period=30"
        );
    }
}
