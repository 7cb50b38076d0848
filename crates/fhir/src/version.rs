//! The versions of FHIR that are read.

use crate::plain;

/// A version of FHIR.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Version {
    /// 1.0.
    Dstu2,
    /// 3.0.
    Stu3,
    /// 4.0; also 4.1 and 4.3 (R4B), which change nothing that is read here.
    R4,
    /// 5.0, at best effort.
    R5,
}

/// The server speaks a version that is not read, or does not say which.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("FHIR version {said:?} is none of 1.0, 3.0, 4.0, 4.1, 4.3 and 5.0")]
pub struct UnknownVersion {
    /// What it says.
    pub said: String,
}

impl Version {
    /// Every version, the oldest first.
    pub const ALL: [Version; 4] = [Version::Dstu2, Version::Stu3, Version::R4, Version::R5];

    /// Reads `fhirVersion` of a capability statement. Ballots between the releases are refused: their shapes are neither's.
    pub fn from_fhir_version(said: &str) -> Result<Version, UnknownVersion> {
        let mut parts = said.trim().split(['.', '-']);
        match (parts.next(), parts.next()) {
            (Some("1"), Some("0")) => Ok(Version::Dstu2),
            (Some("3"), Some("0")) => Ok(Version::Stu3),
            (Some("4"), Some("0" | "1" | "3")) => Ok(Version::R4),
            (Some("5"), Some("0")) => Ok(Version::R5),
            _ => Err(UnknownVersion {
                said: plain::line(said, crate::limits::CODE_CHARS).text,
            }),
        }
    }

    /// Its name, for a person to read.
    pub fn name(self) -> &'static str {
        match self {
            Version::Dstu2 => "DSTU2",
            Version::Stu3 => "STU3",
            Version::R4 => "R4",
            Version::R5 => "R5",
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn releases_are_known_and_ballots_are_refused_with_what_was_said() {
        for (said, version) in [
            ("1.0.2", Version::Dstu2),
            ("3.0.1", Version::Stu3),
            ("4.0.1", Version::R4),
            ("4.0", Version::R4),
            ("4.3.0", Version::R4),
            ("4.3.0-snapshot1", Version::R4),
            ("5.0.0", Version::R5),
        ] {
            assert_eq!(Version::from_fhir_version(said), Ok(version), "{said}");
        }
        for said in [
            "", "0.5.0", "1.8.0", "3.5.0", "4.6.0", "6.0.0", "R4", "40.1",
        ] {
            let refused = Version::from_fhir_version(said).unwrap_err();
            assert_eq!(refused.said, said);
        }
    }
}
