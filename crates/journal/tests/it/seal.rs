//! Sealing.

use crate::made::{bare_header, full_header, hold, stream};
use domain::audit::Operation;
use jiff::Timestamp;
use journal::{
    Actor, ChainVerifier, Client, ClientKind, ENTRY_BYTES_AT_MOST, Header, NewEntry, Outcome, Part,
    Record, SealError, TooLong,
};
use sha2::{Digest, Sha256};

#[test]
fn a_sealed_entry_is_a_record_of_its_parts_and_their_hashes() {
    let sealed = NewEntry::seal(&full_header(), b"body", [1; 16], [2; 16]).unwrap();
    let record = Record::read(sealed.record()).unwrap();
    let Part::Kept {
        salt,
        bytes: header,
    } = record.header
    else {
        panic!("no header");
    };
    assert_eq!(*salt, [1; 16]);
    let body = Part::Kept {
        salt: &[2; 16],
        bytes: b"body",
    };
    assert!(record.body == body);
    assert_eq!(record.write().unwrap(), sealed.record());
    let hash = |salt: u8, bytes: &[u8]| Sha256::digest([&[salt; 16], bytes].concat());
    assert_eq!(sealed.header_hash()[..], hash(1, header)[..]);
    assert_eq!(sealed.body_hash()[..], hash(2, b"body")[..]);
}

#[test]
fn every_header_is_read_back() {
    let mut verifier = ChainVerifier::new(stream());
    let mut link = verifier.link();
    let mut check = |header: Header| {
        let sealed = NewEntry::seal(&header, b"", [1; 16], [2; 16]).unwrap();
        let held = hold(&mut link, &sealed);
        let entry = verifier.check(held.as_stored()).unwrap();
        assert_eq!(entry.header, Some(header));
    };
    for &operation in Operation::ALL {
        check(Header {
            operation,
            ..bare_header()
        });
    }
    for actor in [
        Actor::System,
        Actor::Anonymous,
        Actor::Directory,
        full_header().actor,
    ] {
        check(Header {
            actor,
            ..bare_header()
        });
    }
    let addresses = [
        None,
        Some([192, 0, 2, 7].into()),
        full_header().client.address,
    ];
    for address in addresses {
        for kind in [
            ClientKind::Browser,
            ClientKind::Api,
            ClientKind::Teams,
            ClientKind::Cli,
            ClientKind::System,
        ] {
            let client = Client { address, kind };
            check(Header {
                client,
                ..full_header()
            });
        }
    }
    for at in [
        Timestamp::MIN,
        Timestamp::MAX,
        "1969-12-31T23:59:59.5Z".parse().unwrap(),
    ] {
        check(Header {
            at,
            ..full_header()
        });
    }
    check(Header {
        session: None,
        ..full_header()
    });
    check(Header {
        command: None,
        ..full_header()
    });
    check(Header {
        list: None,
        ..full_header()
    });
    check(Header {
        patient: None,
        ..full_header()
    });
    let code = "é".repeat(127);
    check(Header {
        outcome: Outcome::Refused { code },
        ..bare_header()
    });
}

#[test]
fn a_text_that_no_header_holds_is_refused() {
    let session = Some("x".repeat(256));
    let header = Header {
        session,
        ..full_header()
    };
    let refused = NewEntry::seal(&header, b"", [0; 16], [0; 16]);
    let Err(SealError::Header(TooLong { bytes: 256 })) = refused else {
        panic!("{refused:?}");
    };
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
