//! The versions of FHIR that the sandbox speaks.

use std::{fmt, str::FromStr};

/// A version of FHIR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// FHIR 1.0.2.
    Dstu2,
    /// FHIR 3.0.2.
    Stu3,
    /// FHIR 4.0.1.
    R4,
}

impl Version {
    /// All of them, oldest first.
    pub const ALL: [Self; 3] = [Self::Dstu2, Self::Stu3, Self::R4];

    /// How it is named in the base's path and on a command line: `dstu2`, `stu3`, `r4`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dstu2 => "dstu2",
            Self::Stu3 => "stu3",
            Self::R4 => "r4",
        }
    }

    /// The `fhirVersion` of the capability statement.
    pub fn fhir_version(self) -> &'static str {
        match self {
            Self::Dstu2 => "1.0.2",
            Self::Stu3 => "3.0.2",
            Self::R4 => "4.0.1",
        }
    }

    /// The media type of FHIR's JSON: it changed after DSTU2 (<https://hl7.org/fhir/DSTU2/http.html#mime-type>).
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::Dstu2 => "application/json+fhir; charset=utf-8",
            Self::Stu3 | Self::R4 => "application/fhir+json; charset=utf-8",
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

/// A name that is none of `dstu2`, `stu3`, `r4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the sandbox speaks dstu2, stu3 and r4")]
pub struct UnknownVersion;

impl FromStr for Version {
    type Err = UnknownVersion;

    fn from_str(name: &str) -> Result<Self, UnknownVersion> {
        Self::ALL
            .into_iter()
            .find(|version| version.name().eq_ignore_ascii_case(name))
            .ok_or(UnknownVersion)
    }
}
