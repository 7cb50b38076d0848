//! What the chain finds.

use crate::made::{Held, bare_header, full_header, hold, stream};
use journal::{
    ChainVerifier, Damage, Entry, Flaw, Header, Link, NewEntry, Owner, Part, Record, StreamId,
};
use proptest::{collection::vec, prelude::*};
use sha2::{Digest, Sha256};

fn held(bodies: &[Vec<u8>]) -> Vec<Held> {
    let mut link = Link::genesis(stream());
    bodies
        .iter()
        .zip(0..)
        .map(|(body, salt)| {
            let header = [bare_header(), full_header()][usize::from(salt % 2)].clone();
            hold(&mut link, &seal(&header, body, salt))
        })
        .collect()
}

fn seal(header: &Header, body: &[u8], salt: u8) -> NewEntry {
    NewEntry::seal(header, body, [salt; 16], [!salt; 16]).unwrap()
}

fn check(entries: &[Held]) -> Result<Vec<Entry>, Damage> {
    let mut verifier = ChainVerifier::new(stream());
    entries
        .iter()
        .map(|entry| verifier.check(entry.as_stored()))
        .collect()
}

fn three() -> Vec<Held> {
    held(&[b"Anna".to_vec(), b"Berta".to_vec(), b"Clara".to_vec()])
}

#[test]
fn the_first_bad_entry_is_named() {
    let mut entries = three();
    *entries[1].record.last_mut().unwrap() ^= 1;
    let damage = check(&entries).unwrap_err();
    let expected = Damage {
        stream: stream(),
        sequence: 2,
        position: Some(6),
        what: Flaw::Hash,
    };
    assert_eq!(damage, expected);
    assert_eq!(
        damage.to_string(),
        "team:00000000-0000-0000-0000-000000000001/changes, entry 2 (position 6): its hash does not match"
    );
}

#[test]
fn an_entry_stored_before_its_predecessor_is_found() {
    let mut entries = three();
    entries[2].position = entries[0].position;
    assert_eq!(check(&entries).unwrap_err().what, Flaw::Position);
}

#[test]
fn another_streams_chain_is_not_taken_for_this_one() {
    let mut verifier = ChainVerifier::new(StreamId::accesses(Owner::Organization));
    let damage = verifier.check(three()[0].as_stored()).unwrap_err();
    assert_eq!(damage.what, Flaw::Hash);
}

#[test]
fn a_cut_off_end_is_found_by_what_is_remembered() {
    let entries = three();
    let mut verifier = ChainVerifier::new(stream());
    verifier.check(entries[0].as_stored()).unwrap();
    let remembered = Link {
        sequence: 3,
        hash: entries[2].hash.clone().try_into().unwrap(),
    };
    let damage = verifier.finish(remembered).unwrap_err();
    assert_eq!((damage.sequence, damage.what), (2, Flaw::Missing));
    verifier.check(entries[1].as_stored()).unwrap();
    verifier.check(entries[2].as_stored()).unwrap();
    verifier.finish(remembered).unwrap();
    let other = Link {
        hash: [0; 32],
        ..remembered
    };
    assert_eq!(verifier.finish(other).unwrap_err().what, Flaw::Hash);
}

#[test]
fn checking_goes_on_from_a_trusted_entry() {
    let entries = three();
    let link = Link {
        sequence: 1,
        hash: entries[0].hash.clone().try_into().unwrap(),
    };
    let mut verifier = ChainVerifier::after(stream(), link);
    assert_eq!(verifier.check(entries[1].as_stored()).unwrap().sequence, 2);
    let mut wrong = ChainVerifier::after(
        stream(),
        Link {
            hash: [0; 32],
            ..link
        },
    );
    assert_eq!(
        wrong.check(entries[1].as_stored()).unwrap_err().what,
        Flaw::Hash
    );
}

fn erase(entry: &mut Held, header: bool, body: bool) {
    let bytes = entry.record.clone();
    let mut record = Record::read(&bytes).unwrap();
    let (header_hash, body_hash) = (record.header.hash(), record.body.hash());
    if header {
        record.header = Part::Erased { hash: &header_hash };
    }
    if body {
        record.body = Part::Erased { hash: &body_hash };
    }
    entry.record = record.write().unwrap();
}

#[test]
fn an_erased_part_is_gone_and_the_chain_still_holds() {
    let mut entries = three();
    let before = check(&entries).unwrap();
    erase(&mut entries[0], false, true);
    erase(&mut entries[1], true, true);
    erase(&mut entries[2], true, false);
    let after = check(&entries).unwrap();
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(
            (before.hash, before.body_hash),
            (after.hash, after.body_hash)
        );
    }
    let left: Vec<_> = after
        .iter()
        .map(|entry| (entry.header.is_some(), entry.body.as_deref()))
        .collect();
    assert_eq!(
        left,
        [(true, None), (false, None), (false, Some(&b"Clara"[..]))]
    );
    assert!(!entries[0].record.windows(4).any(|bytes| bytes == b"Anna"));
    assert!(
        !entries[0]
            .record
            .windows(16)
            .any(|bytes| bytes == [255; 16]),
        "the salt"
    );
}

/// What is sealed by a newer version has the right hashes, and still is not guessed at.
#[test]
fn a_header_of_a_newer_version_is_not_guessed_at() {
    let (salt, bytes) = (&[1; 16], &b"no header of format 1"[..]);
    let part = Part::Kept { salt, bytes };
    let record = Record {
        header: part,
        body: part,
    };
    let genesis = Link::genesis(stream());
    let mut hash = Sha256::new_with_prefix(genesis.hash);
    hash.update(1_u64.to_be_bytes());
    hash.update(part.hash());
    hash.update(part.hash());
    let entry = Held {
        position: 1,
        sequence: 1,
        hash: hash.finalize().to_vec(),
        record: record.write().unwrap(),
    };
    assert_eq!(check(&[entry]).unwrap_err().what, Flaw::Header);
}

/// What somebody may do to stored entries.
#[derive(Debug, Clone)]
enum Mutation {
    FlipRecord(usize, usize),
    FlipHash(usize, usize),
    Renumber(usize, u64),
    CutRecord(usize, usize),
    LengthenRecord(usize),
    Delete(usize),
    Repeat(usize),
    Swap(usize, usize),
    /// A made-up entry in the place of a true one, with the right hash for itself.
    Forge(usize),
    /// A made-up entry before a true one, with the right hash for itself.
    Insert(usize),
    EraseAndLie(usize),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let any = || any::<usize>();
    prop_oneof![
        8 => (any(), any()).prop_map(|(entry, bit)| Mutation::FlipRecord(entry, bit)),
        2 => (any(), any()).prop_map(|(entry, bit)| Mutation::FlipHash(entry, bit)),
        1 => (any(), 0..20_u64).prop_map(|(entry, number)| Mutation::Renumber(entry, number)),
        2 => (any(), any()).prop_map(|(entry, bytes)| Mutation::CutRecord(entry, bytes)),
        1 => any().prop_map(Mutation::LengthenRecord),
        1 => any().prop_map(Mutation::Delete),
        1 => any().prop_map(Mutation::Repeat),
        1 => (any(), any()).prop_map(|(one, other)| Mutation::Swap(one, other)),
        1 => any().prop_map(Mutation::Forge),
        1 => any().prop_map(Mutation::Insert),
        1 => any().prop_map(Mutation::EraseAndLie),
    ]
}

fn flip(bytes: &mut [u8], bit: usize) {
    let bit = bit % (bytes.len() * 8);
    bytes[bit / 8] ^= 1 << (bit % 8);
}

fn forged(entries: &[Held], at: usize) -> Held {
    let mut link = Link::genesis(stream());
    for entry in &entries[..at] {
        link = Link {
            sequence: entry.sequence,
            hash: entry.hash.clone().try_into().unwrap(),
        };
    }
    hold(&mut link, &seal(&bare_header(), b"forged", 99))
}

fn mutate(entries: &mut Vec<Held>, mutation: &Mutation) {
    let count = entries.len();
    // The last entry cannot be missed, and one made up after it cannot be told: that takes a checkpoint held elsewhere.
    let inner = |at: &usize| at % (count - 1);
    match mutation {
        Mutation::FlipRecord(at, bit) => flip(&mut entries[at % count].record, *bit),
        Mutation::FlipHash(at, bit) => flip(&mut entries[at % count].hash, *bit),
        Mutation::Renumber(at, number) => entries[at % count].sequence = *number,
        Mutation::CutRecord(at, bytes) => {
            let record = &mut entries[at % count].record;
            record.truncate(bytes % record.len());
        }
        Mutation::LengthenRecord(at) => entries[at % count].record.push(0),
        Mutation::Delete(at) => drop(entries.remove(inner(at))),
        Mutation::Repeat(at) => entries.insert(inner(at) + 1, entries[inner(at)].clone()),
        Mutation::Swap(one, other) => entries.swap(one % count, other % count),
        Mutation::Forge(at) => entries[inner(at)] = forged(entries, inner(at)),
        Mutation::Insert(at) => entries.insert(inner(at), forged(entries, inner(at))),
        Mutation::EraseAndLie(at) => {
            let entry = &mut entries[at % count];
            let record = Record::read(&entry.record).unwrap();
            let body = Part::Erased { hash: &[0; 32] };
            entry.record = Record { body, ..record }.write().unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn no_mutation_is_accepted(
        bodies in vec(vec(any::<u8>(), 0..60), 2..7),
        mutation in mutation(),
    ) {
        let original = held(&bodies);
        let read = check(&original).unwrap();
        let texts: Vec<_> = read.into_iter().map(|entry| entry.body.unwrap()).collect();
        prop_assert_eq!(&texts, &bodies);
        let mut mutated = original.clone();
        mutate(&mut mutated, &mutation);
        prop_assume!(mutated != original);
        prop_assert!(check(&mutated).is_err());
    }
}
