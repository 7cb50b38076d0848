//! Administrative sex, as sheets write it.

use serde::{Deserialize, Serialize};

use crate::text::words;

/// Administrative sex: the four values that FHIR and IHE PAM know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Neither, or not determined.
    Other,
    /// The sheet says that it is not known.
    Unknown,
}

/// Reads F, M, H, Homme, Femme, male, ♀ and the like; also 1 and 2, which mean male and female both for INSEE and for the NHS
/// Data Dictionary ("person stated gender code").
pub fn parse_sex(text: &str) -> Option<Sex> {
    match text.trim() {
        "♀" => return Some(Sex::Female),
        "♂" => return Some(Sex::Male),
        _ => {}
    }
    Some(match words(text).as_str() {
        "f" | "fem" | "female" | "femme" | "feminin" | "fille" | "girl" | "woman" | "w" | "2" => {
            Sex::Female
        }
        "m" | "h" | "masc" | "male" | "homme" | "masculin" | "garcon" | "boy" | "man" | "1" => {
            Sex::Male
        }
        "o" | "x" | "i" | "other" | "autre" | "indetermine" | "indeterminate" | "non binary"
        | "non binaire" | "intersex" | "intersexe" => Sex::Other,
        "u" | "unknown" | "inconnu" | "inconnue" | "not known" | "0" | "9" => Sex::Unknown,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sex_is_read_in_english_french_and_codes() {
        for text in ["F", "f.", "Femme", "FEMALE", "Féminin", "2", "♀"] {
            assert_eq!(parse_sex(text), Some(Sex::Female), "{text}");
        }
        for text in ["M", "H", "Homme", "male", "Masculin", "1", "♂"] {
            assert_eq!(parse_sex(text), Some(Sex::Male), "{text}");
        }
        assert_eq!(parse_sex("Indéterminé"), Some(Sex::Other));
        assert_eq!(parse_sex("inconnu"), Some(Sex::Unknown));
        assert_eq!(parse_sex("Unknown"), Some(Sex::Unknown));
        // Not recorded is not unknown.
        assert_eq!(parse_sex("Non renseigné"), None);
        assert_eq!(parse_sex("?"), None);
        assert_eq!(parse_sex("Mme"), None);
        assert_eq!(parse_sex(""), None);
    }
}
