use super::{Engine, fixture::*};
use crate::StreamId;
use sha2::{Digest, Sha256};

pub async fn reading_goes_on_where_a_page_ended<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    let written: Vec<String> = (1..=25).map(|n| n.to_string()).collect();
    for (before, text) in (0..).zip(&written) {
        change(&*journal, team(1), before, &[text]).await;
    }
    let stream = StreamId::changes(team(1));
    let mut read = Vec::new();
    loop {
        let page = journal.read(stream, read.len() as u64, 7).await.unwrap();
        if page.is_empty() {
            break;
        }
        assert!(page.len() <= 7);
        read.extend(page);
    }
    assert_eq!(texts(&read), written);
    let sequences: Vec<u64> = read.iter().map(|entry| entry.sequence).collect();
    assert_eq!(sequences, (1..=25).collect::<Vec<_>>());
    assert_eq!(
        texts(&journal.read(stream, 11, 2).await.unwrap()),
        ["12", "13"]
    );
}

pub async fn reading_past_the_end_finds_nothing<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    change(&*journal, team(1), 0, &["a", "b"]).await;
    let stream = StreamId::changes(team(1));
    for (after, limit) in [(2, 10), (3, 10), (u64::MAX, 10), (0, 0)] {
        assert_eq!(journal.read(stream, after, limit).await.unwrap(), []);
    }
    assert_eq!(journal.read(stream, 1, usize::MAX).await.unwrap().len(), 1);
}

pub async fn the_chain_is_what_the_format_says<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    change(&*journal, team(1), 0, &["a", "b"]).await;
    change(&*journal, team(1), 2, &["c"]).await;
    let stream = StreamId::changes(team(1));
    let mut previous = stream.genesis();
    for entry in journal.read(stream, 0, 10).await.unwrap() {
        let mut bytes = previous.to_vec();
        bytes.extend(entry.sequence.to_be_bytes());
        bytes.extend(entry.header_hash);
        bytes.extend(entry.body_hash);
        assert_eq!(entry.hash, <[u8; 32]>::from(Sha256::digest(bytes)));
        previous = entry.hash;
    }
}

pub async fn positions_grow_within_a_stream<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    for turn in 0..10 {
        change(&*journal, team(1), turn, &["a"]).await;
        change(&*journal, team(2), turn, &["b"]).await;
    }
    let mut all = Vec::new();
    for owner in [team(1), team(2)] {
        let read = journal
            .read(StreamId::changes(owner), 0, 100)
            .await
            .unwrap();
        assert!(read.is_sorted_by(|one, next| one.position < next.position));
        all.extend(read.iter().map(|entry| entry.position));
    }
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 20, "no two entries have the same position");
}

pub async fn a_stream_is_read_while_it_grows<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    let stream = StreamId::accesses(team(1));
    let write = async {
        for turn in 0..500 {
            let append = accesses(team(1), &[&turn.to_string()]);
            journal.append(append).await.unwrap();
        }
    };
    let read = async {
        let mut read = Vec::new();
        while read.len() < 500 {
            give_way().await;
            read.extend(journal.read(stream, read.len() as u64, 9).await.unwrap());
        }
        texts(&read)
    };
    let ((), read) = futures_util::join!(write, read);
    assert_eq!(read, (0..500).map(|n| n.to_string()).collect::<Vec<_>>());
}

pub async fn a_stream_survives_reopening<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    let stream = StreamId::changes(team(1));
    change(&*journal, team(1), 0, &["a", "b"]).await;
    let before = journal.read(stream, 0, 10).await.unwrap();
    drop(journal);
    let engine = engine.reopen().await;
    let journal = engine.journal();
    assert_eq!(journal.read(stream, 0, 10).await.unwrap(), before);
    assert_eq!(journal.head(stream).await.unwrap(), 2);
    assert_eq!(journal.owners().await.unwrap(), [team(1)]);
}

pub async fn a_stream_goes_on_after_reopening<E: Engine>() {
    let mut engine = E::begin().await;
    for turn in 0..5 {
        let journal = engine.journal();
        change(&*journal, team(1), turn * 2, &["a"]).await;
        change(&*journal, team(1), turn * 2 + 1, &["b"]).await;
        journal.append(accesses(team(2), &["c"])).await.unwrap();
        drop(journal);
        engine = engine.reopen().await;
    }
    let journal = engine.journal();
    let read = bodies(&*journal, StreamId::changes(team(1))).await;
    assert_eq!(read, ["a", "b"].repeat(5));
    assert_eq!(journal.head(StreamId::accesses(team(2))).await.unwrap(), 5);
}
