//! Recovery codes: what opens an account whose authenticator app is lost. Each does once.

use crate::secret::hash_of;
use zeroize::Zeroizing;

/// How many there are: enough for years of lost telephones, few enough to be written down.
pub(crate) const COUNT: usize = 10;
/// Letters of a code, without those that are taken for one another: 32 of them, five bits each.
const ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
/// Letters of a code: sixty bits, more than can be guessed through a throttle or from a hash.
const LETTERS: usize = 12;
/// A hyphen after so many letters.
const GROUP: usize = 4;

/// Fresh codes, to be shown once.
pub(crate) fn fresh() -> Result<Vec<Zeroizing<String>>, getrandom::Error> {
    (0..COUNT).map(|_| one()).collect()
}

fn one() -> Result<Zeroizing<String>, getrandom::Error> {
    let mut bytes = Zeroizing::new([0_u8; LETTERS]);
    getrandom::fill(&mut bytes[..])?;
    let mut code = Zeroizing::new(String::with_capacity(LETTERS + LETTERS / GROUP));
    for (index, byte) in bytes.iter().enumerate() {
        if index > 0 && index % GROUP == 0 {
            code.push('-');
        }
        // 256 is a multiple of 32: every letter is as likely.
        let letter = ALPHABET.get(usize::from(byte % 32)).unwrap_or(&b'a');
        code.push(char::from(*letter));
    }
    Ok(code)
}

/// What is kept of a code, however it is typed.
pub(crate) fn hash(code: &str) -> String {
    let typed: String = code
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    hash_of(&typed)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ten_codes_differ_and_can_be_typed_carelessly() {
        let codes = fresh().unwrap();
        let hashes: BTreeSet<String> = codes.iter().map(|code| hash(code)).collect();
        assert_eq!(hashes.len(), COUNT);
        let code = &codes[0];
        assert_eq!(code.len(), 14);
        assert_eq!(hash(&code.to_uppercase().replace('-', " ")), hash(code));
    }
}
