//! Records that were written once are read for ever. A file of tests/golden is never changed; a new format adds files.

use crate::made::{Held, bare_header, full_header, stream};
use journal::{ChainVerifier, Entry, Link, NewEntry};
use std::{fs, path::PathBuf};

/// The files of format 1: entry by entry one chain.
const FORMAT_1: [&str; 4] = [
    "format-1-full",
    "format-1-bare",
    "format-1-body-erased",
    "format-1-both-erased",
];

const BODY: &str = r#"{"text":"Kinésithérapie à 10 h"}"#;

fn path(name: &str) -> PathBuf {
    let mut path = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    path.extend(["tests", "golden", name]);
    path.set_extension("txt");
    path
}

fn read(name: &str) -> Held {
    let text = fs::read_to_string(path(name)).unwrap();
    let line = |of: &str| {
        let found = text.lines().find_map(|line| line.strip_prefix(of));
        found.unwrap().trim().to_owned()
    };
    let bytes = |of: &str| -> Vec<u8> {
        let digits = line(of);
        (0..digits.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap())
            .collect()
    };
    Held {
        position: line("position").parse().unwrap(),
        sequence: line("sequence").parse().unwrap(),
        hash: bytes("hash"),
        record: bytes("record"),
    }
}

fn check_all(names: &[&str]) -> Vec<Entry> {
    let mut verifier = ChainVerifier::new(stream());
    names
        .iter()
        .map(|name| verifier.check(read(name).as_stored()).unwrap())
        .collect()
}

#[test]
fn format_1_is_read() {
    let [full, bare, body_erased, both_erased] = check_all(&FORMAT_1).try_into().unwrap();
    assert_eq!(full.header, Some(full_header()));
    assert_eq!(full.body.as_deref(), Some(BODY.as_bytes()));
    assert_eq!(bare.header, Some(bare_header()));
    assert_eq!(bare.body.as_deref(), Some(&b""[..]));
    assert_eq!(body_erased.header, Some(full_header()));
    assert_eq!(body_erased.body, None);
    assert_eq!((both_erased.header, both_erased.body), (None, None));
}

#[test]
fn today_format_1_is_written() {
    let body = BODY.as_bytes();
    let entry = NewEntry::seal(&full_header(), body, [1; 16], [2; 16]).unwrap();
    let written = read(FORMAT_1[0]);
    assert_eq!(entry.record(), written.record);
    let link = Link::genesis(stream()).followed_by(&entry);
    assert_eq!(link.hash[..], written.hash[..]);
}
