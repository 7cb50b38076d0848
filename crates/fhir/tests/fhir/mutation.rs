//! Damage to an answer: bytes changed, cut, repeated, and put in from another one.

use proptest::prelude::*;

#[derive(Clone, Debug)]
pub(crate) enum Damage {
    Change { at: usize, to: u8 },
    Cut { at: usize, length: usize },
    Repeat { at: usize, length: usize },
    Insert { at: usize, what: &'static str },
    End { at: usize },
}

/// Pieces that break what surrounds them in another way than a random byte does.
const PIECES: [&str; 16] = [
    "null,",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "\\u0000",
    "\\ud800",
    "-",
    "1e999",
    "{\"coding\":[]}",
    "\u{feff}",
    "0",
    "[[[[[[[[",
    "\"id\":",
    "#",
];

pub(crate) fn damages() -> impl Strategy<Value = Vec<Damage>> {
    let at = any::<usize>();
    let damage = prop_oneof![
        (at, any::<u8>()).prop_map(|(at, to)| Damage::Change { at, to }),
        (at, 1..200usize).prop_map(|(at, length)| Damage::Cut { at, length }),
        (at, 1..200usize).prop_map(|(at, length)| Damage::Repeat { at, length }),
        (at, prop::sample::select(&PIECES[..])).prop_map(|(at, what)| Damage::Insert { at, what }),
        at.prop_map(|at| Damage::End { at }),
    ];
    prop::collection::vec(damage, 1..4)
}

pub(crate) fn damaged(bytes: &[u8], damages: &[Damage]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for damage in damages {
        let place = |at: usize| {
            if bytes.is_empty() {
                0
            } else {
                at % bytes.len()
            }
        };
        match *damage {
            Damage::Change { at, to } => {
                let at = place(at);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = to;
                }
            }
            Damage::Cut { at, length } => {
                let start = place(at);
                let end = (start + length).min(bytes.len());
                bytes.drain(start..end);
            }
            Damage::Repeat { at, length } => {
                let start = place(at);
                let end = (start + length).min(bytes.len());
                let piece = bytes[start..end].to_vec();
                bytes.splice(start..start, piece);
            }
            Damage::Insert { at, what } => {
                let at = place(at);
                bytes.splice(at..at, what.bytes());
            }
            Damage::End { at } => bytes.truncate(place(at)),
        }
    }
    bytes
}
