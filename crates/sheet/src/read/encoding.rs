//! Bytes to text: UTF-8, UTF-16 with its mark, or Windows-1252.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::{Deserialize, Serialize};

/// How a file's letters are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = SheetEncoding)]
pub enum Encoding {
    /// UTF-8, with or without its mark (BOM).
    Utf8,
    /// UTF-16, low byte first: what Excel calls "Unicode text".
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252: what Excel writes as "CSV" in Western Europe.
    Windows1252,
}

/// Bytes from the start that tell text from other files.
const PROBE_BYTES: usize = 4096;

/// The text, and the encoding that was used; None where the bytes are no text. A letter that cannot be read becomes U+FFFD.
pub(super) fn decode(bytes: &[u8], wished: Option<Encoding>) -> Option<(String, Encoding)> {
    let (encoding, body) = match (wished, bytes) {
        (wished, [0xef, 0xbb, 0xbf, body @ ..]) => (wished.unwrap_or(Encoding::Utf8), body),
        (None | Some(Encoding::Utf16Le), [0xff, 0xfe, body @ ..]) => (Encoding::Utf16Le, body),
        (None | Some(Encoding::Utf16Be), [0xfe, 0xff, body @ ..]) => (Encoding::Utf16Be, body),
        (Some(wished), body) => (wished, body),
        (None, body) => (
            if is_mostly_utf8(body) {
                Encoding::Utf8
            } else {
                Encoding::Windows1252
            },
            body,
        ),
    };
    let text = match encoding {
        Encoding::Utf8 => String::from_utf8_lossy(body).into_owned(),
        Encoding::Utf16Le => UTF_16LE.decode_without_bom_handling(body).0.into_owned(),
        Encoding::Utf16Be => UTF_16BE.decode_without_bom_handling(body).0.into_owned(),
        Encoding::Windows1252 => WINDOWS_1252
            .decode_without_bom_handling(body)
            .0
            .into_owned(),
    };
    is_text(&text).then_some((text, encoding))
}

/// Whether the bytes are UTF-8, but for few that are damaged (a file cut in the middle of a letter). A file in Windows-1252 has
/// accents that are no UTF-8 at all, so valid sequences of several bytes outnumber the damage only in real UTF-8.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut accents, mut damages) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        accents += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        damages += usize::from(!chunk.invalid().is_empty());
    }
    damages == 0 || accents > damages * 4
}

/// Whether it reads as text: few control characters, as a picture or a program would have.
fn is_text(text: &str) -> bool {
    let (mut all, mut controls) = (0_usize, 0_usize);
    for c in text.chars().take(PROBE_BYTES) {
        all += 1;
        controls += usize::from(
            (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}')) || c == '\u{fffd}',
        );
    }
    !text.starts_with("%PDF-") && (controls * 10 <= all || all < 32)
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )]
    use super::*;

    fn utf16(text: &str, unit: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
        std::iter::once(0xfeff)
            .chain(text.encode_utf16())
            .flat_map(unit)
            .collect()
    }

    #[test]
    fn each_encoding_is_found() {
        let text = "Chambre;Né(e) le;Œuvre €\n";
        let cases = [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            ([b"\xef\xbb\xbf", text.as_bytes()].concat(), Encoding::Utf8),
            (utf16(text, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(text, u16::to_be_bytes), Encoding::Utf16Be),
            (
                WINDOWS_1252.encode(text).0.into_owned(),
                Encoding::Windows1252,
            ),
        ];
        for (bytes, encoding) in cases {
            assert_eq!(decode(&bytes, None).unwrap(), (text.to_owned(), encoding));
        }
    }

    #[test]
    fn a_utf8_file_that_is_cut_in_a_letter_stays_utf8() {
        let text = "éàèùç éàèùç é";
        let (read, encoding) = decode(&text.as_bytes()[..text.len() - 1], None).unwrap();
        assert_eq!(encoding, Encoding::Utf8);
        assert_eq!(read, "éàèùç éàèùç \u{fffd}");
    }

    #[test]
    fn a_person_can_overrule() {
        assert_eq!(
            decode("é".as_bytes(), Some(Encoding::Windows1252))
                .unwrap()
                .0,
            "Ã©"
        );
    }

    #[test]
    fn pictures_and_pdfs_are_no_text() {
        assert!(decode(b"%PDF-1.7\nhello", None).is_none());
        let noise: Vec<u8> = (0..=255).cycle().take(2000).collect();
        assert!(decode(&noise, None).is_none());
    }
}
