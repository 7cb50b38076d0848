use super::{Engine, fixture::*};
use crate::{Append, Appended, NewEntry, Owner, StreamId};
use futures_util::future::join_all;

pub async fn an_empty_store_has_nothing<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    let stream = StreamId::changes(team(1));
    assert_eq!(journal.head(stream).await.unwrap(), 0);
    assert_eq!(journal.read(stream, 0, 10).await.unwrap(), []);
    assert_eq!(journal.owners().await.unwrap(), []);
    assert_eq!(journal.load_snapshot(team(1)).await.unwrap(), None);
}

pub async fn what_was_appended_is_read_back<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    let body = [0, 255, b'{', 10].as_slice();
    let new = NewEntry::seal(&header(5), body, [1; 16], [2; 16]).unwrap();
    let append = Append {
        owner: team(1),
        expected_sequence: 0,
        changes: vec![new.clone()],
        accesses: Vec::new(),
    };
    journal.append(append).await.unwrap();
    let stream = StreamId::changes(team(1));
    let read = journal.read(stream, 0, 10).await.unwrap();
    assert_eq!(read.len(), 1);
    assert_eq!((read[0].stream, read[0].sequence), (stream, 1));
    assert_eq!(read[0].header, Some(header(5)));
    assert_eq!(read[0].body.as_deref(), Some(body));
    assert_eq!(read[0].header_hash, *new.header_hash());
    assert_eq!(read[0].body_hash, *new.body_hash());
}

pub async fn both_streams_are_appended_at_once<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    let append = Append {
        owner: team(1),
        expected_sequence: 0,
        changes: entries(&["change 1", "change 2"]),
        accesses: entries(&["access 1"]),
    };
    let appended = journal.append(append).await.unwrap();
    let heads = Appended {
        changes_head: 2,
        accesses_head: 1,
    };
    assert_eq!(appended, heads);
    let (changes, accesses) = (StreamId::changes(team(1)), StreamId::accesses(team(1)));
    assert_eq!(journal.head(changes).await.unwrap(), 2);
    assert_eq!(journal.head(accesses).await.unwrap(), 1);
    assert_eq!(bodies(&*journal, changes).await, ["change 1", "change 2"]);
    assert_eq!(bodies(&*journal, accesses).await, ["access 1"]);
}

pub async fn an_append_of_nothing_answers_where_the_streams_end<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    change(&*journal, team(1), 0, &["a", "b"]).await;
    let appended = change(&*journal, team(1), 77, &[]).await;
    let heads = Appended {
        changes_head: 2,
        accesses_head: 0,
    };
    assert_eq!(appended, heads);
    change(&*journal, team(2), 0, &[]).await;
    assert_eq!(journal.owners().await.unwrap(), [team(1)]);
}

pub async fn a_long_append_is_whole<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    let written: Vec<String> = (0..10_000).map(|n| format!("row {n}")).collect();
    let texts: Vec<&str> = written.iter().map(String::as_str).collect();
    let (long, short) = (
        change(&*journal, team(1), 0, &texts),
        change(&*journal, team(2), 0, &["other"]),
    );
    let (long, short) = futures_util::join!(long, short);
    assert_eq!((long.changes_head, short.changes_head), (10_000, 1));
    assert_eq!(bodies(&*journal, StreamId::changes(team(1))).await, written);
}

pub async fn many_append_at_once_and_nothing_is_lost<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    join_all((0..64).map(|number| {
        let journal = journal.clone();
        async move {
            for turn in 0..50 {
                let append = Append {
                    owner: team(number % 16),
                    expected_sequence: 0,
                    changes: Vec::new(),
                    accesses: entries(&[&format!("{number} {turn}")]),
                };
                journal.append(append).await.unwrap();
            }
        }
    }))
    .await;
    for number in 0..16 {
        let read = bodies(&*journal, StreamId::accesses(team(number))).await;
        assert_eq!(read.len(), 200);
        for one in (number..64).step_by(16) {
            let of_one: Vec<_> = read
                .iter()
                .filter(|text| text.starts_with(&format!("{one} ")))
                .collect();
            let expected: Vec<_> = (0..50).map(|turn| format!("{one} {turn}")).collect();
            assert_eq!(of_one, expected.iter().collect::<Vec<_>>());
        }
    }
}

pub async fn appends_are_applied_in_the_order_of_the_calls<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    let asked: Vec<_> = (0..300)
        .map(|number| journal.append(changes(team(1), number, &[&number.to_string()])))
        .collect();
    for answer in asked.into_iter().rev() {
        answer.await.unwrap();
    }
    let read = bodies(&*journal, StreamId::changes(team(1))).await;
    assert_eq!(read, (0..300).map(|n| n.to_string()).collect::<Vec<_>>());
}

pub async fn one_owner_cannot_be_taken_for_another<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    change(&*journal, Owner::Organization, 0, &["of the organization"]).await;
    change(&*journal, team(1), 0, &["of 1"]).await;
    change(&*journal, team(2), 0, &["of 2"]).await;
    change(&*journal, team(1), 1, &["more of 1"]).await;
    let organization = StreamId::changes(Owner::Organization);
    assert_eq!(
        bodies(&*journal, organization).await,
        ["of the organization"]
    );
    let one = bodies(&*journal, StreamId::changes(team(1))).await;
    assert_eq!(one, ["of 1", "more of 1"]);
    assert_eq!(
        bodies(&*journal, StreamId::changes(team(2))).await,
        ["of 2"]
    );
    assert!(
        bodies(&*journal, StreamId::accesses(team(1)))
            .await
            .is_empty()
    );
}

pub async fn owners_are_listed_once_and_in_order<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    journal.append(accesses(team(3), &["a"])).await.unwrap();
    change(&*journal, team(3), 0, &["b"]).await;
    change(&*journal, Owner::Organization, 0, &["c"]).await;
    change(&*journal, team(2), 0, &["d"]).await;
    let owners = [Owner::Organization, team(2), team(3)];
    assert_eq!(journal.owners().await.unwrap(), owners);
}
