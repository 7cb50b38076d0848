use super::{Engine, fixture::*};
use crate::{Append, AppendError, MISSED_AT_MOST, StreamId};
use futures_util::future::join_all;

pub async fn a_change_on_old_state_is_refused_with_what_was_missed<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    change(&*journal, team(1), 0, &["a", "b", "c"]).await;
    let refused = journal.append(changes(team(1), 1, &["mine"])).await;
    let Err(AppendError::Conflict { missed }) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(texts(&missed), ["b", "c"]);
    assert_eq!(missed[0].sequence, 2);
    assert_eq!(
        change(&*journal, team(1), 3, &["mine"]).await.changes_head,
        4
    );
}

pub async fn a_refused_append_leaves_nothing<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    change(&*journal, team(1), 0, &["a"]).await;
    let append = Append {
        owner: team(1),
        expected_sequence: 0,
        changes: entries(&["b"]),
        accesses: entries(&["c"]),
    };
    let refused = journal.append(append).await;
    assert!(
        matches!(refused, Err(AppendError::Conflict { .. })),
        "{refused:?}"
    );
    assert_eq!(bodies(&*journal, StreamId::changes(team(1))).await, ["a"]);
    assert_eq!(journal.head(StreamId::accesses(team(1))).await.unwrap(), 0);
}

pub async fn looking_never_conflicts<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    change(&*journal, team(1), 0, &["a", "b"]).await;
    let appended = journal.append(accesses(team(1), &["look"])).await.unwrap();
    assert_eq!((appended.changes_head, appended.accesses_head), (2, 1));
}

pub async fn a_change_on_state_from_elsewhere_is_refused<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    change(&*journal, team(1), 0, &["a"]).await;
    for (owner, expected, end) in [(team(1), 5, 1), (team(2), 1, 0)] {
        let refused = journal.append(changes(owner, expected, &["b"])).await;
        let Err(AppendError::Ahead { head }) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(head, end);
        assert_eq!(journal.head(StreamId::changes(owner)).await.unwrap(), end);
    }
}

pub async fn a_long_conflict_hands_back_its_beginning<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    let many = vec!["x"; MISSED_AT_MOST + 50];
    change(&*journal, team(1), 0, &many).await;
    let refused = journal.append(changes(team(1), 10, &["mine"])).await;
    let Err(AppendError::Conflict { missed }) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(missed.len(), MISSED_AT_MOST);
    assert_eq!(missed[0].sequence, 11);
}

pub async fn of_those_who_decide_at_once_one_wins<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    for round in 0..20 {
        let tries = join_all((0..16).map(|number| {
            let journal = journal.clone();
            let append = changes(team(1), round, &[&format!("{round} {number}")]);
            async move { journal.append(append).await }
        }))
        .await;
        let won = tries.iter().filter(|tried| tried.is_ok()).count();
        assert_eq!(won, 1, "{tries:?}");
        for refused in tries.into_iter().filter_map(Result::err) {
            let AppendError::Conflict { missed } = refused else {
                panic!("{refused:?}");
            };
            assert_eq!(missed.len(), 1);
        }
    }
    assert_eq!(journal.head(StreamId::changes(team(1))).await.unwrap(), 20);
}
