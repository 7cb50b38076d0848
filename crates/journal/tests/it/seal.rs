//! Sealing.

use crate::made::{bare_header, full_header};
use journal::{ENTRY_BYTES_AT_MOST, NewEntry, Part, Record, SealError};
use sha2::{Digest, Sha256};

#[test]
fn a_sealed_entry_is_a_record_of_its_parts_and_their_hashes() {
    let sealed = NewEntry::seal(&full_header(), b"body", [1; 16], [2; 16]).unwrap();
    let record = Record::read(sealed.record()).unwrap();
    let json = serde_json::to_vec(&full_header()).unwrap();
    assert!(
        record.header
            == Part::Kept {
                salt: &[1; 16],
                bytes: &json
            }
    );
    assert!(
        record.body
            == Part::Kept {
                salt: &[2; 16],
                bytes: b"body"
            }
    );
    assert_eq!(record.write().unwrap(), sealed.record());
    let hash = |salt: u8, bytes: &[u8]| Sha256::digest([&[salt; 16], bytes].concat());
    assert_eq!(sealed.header_hash()[..], hash(1, &json)[..]);
    assert_eq!(sealed.body_hash()[..], hash(2, b"body")[..]);
}

#[test]
fn an_entry_may_be_so_large_and_no_larger() {
    let overhead = {
        let empty = NewEntry::seal(&bare_header(), b"", [0; 16], [0; 16]).unwrap();
        empty.record().len()
    };
    let largest = vec![b'x'; ENTRY_BYTES_AT_MOST - overhead];
    NewEntry::seal(&bare_header(), &largest, [0; 16], [0; 16]).unwrap();
    let larger = [&largest[..], b"x"].concat();
    let refused = NewEntry::seal(&bare_header(), &larger, [0; 16], [0; 16]);
    let Err(SealError::TooLarge { bytes }) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(bytes, ENTRY_BYTES_AT_MOST + 1);
}

#[test]
fn nothing_that_a_team_entered_is_shown_for_debugging() {
    let sealed = NewEntry::seal(&full_header(), b"Mme Martin", [0; 16], [0; 16]).unwrap();
    assert!(!format!("{sealed:?}").contains("Martin"));
}
