use super::{Engine, fixture::*};
use crate::{Journal, KeyValue, Owner, RecordChange, Snapshot, Table};

fn snapshot(sequence: u64, bytes: &[u8]) -> Snapshot {
    Snapshot {
        sequence,
        format: 3,
        bytes: bytes.to_vec(),
    }
}

fn put(table: Table, key: &str, value: &str) -> RecordChange {
    RecordChange {
        table,
        key: key.to_owned(),
        value: Some(value.into()),
    }
}

fn remove(table: Table, key: &str) -> RecordChange {
    RecordChange {
        table,
        key: key.to_owned(),
        value: None,
    }
}

async fn get(journal: &dyn Journal, table: Table, key: &str) -> Option<String> {
    let value = journal.get_record(table, key).await.unwrap();
    value.map(|value| String::from_utf8(value).unwrap())
}

async fn scan(journal: &dyn Journal, table: Table, prefix: &str) -> Vec<String> {
    let found: Vec<KeyValue> = journal.scan_records(table, prefix).await.unwrap();
    found.into_iter().map(|(key, _)| key).collect()
}

pub async fn a_snapshot_replaces_the_one_before<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    let large = snapshot(9, &[5; 3_000_000]);
    for saved in [snapshot(4, b"small"), large] {
        journal.save_snapshot(team(1), saved.clone()).await.unwrap();
        assert_eq!(journal.load_snapshot(team(1)).await.unwrap(), Some(saved));
    }
}

pub async fn snapshots_of_owners_are_apart<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    journal
        .save_snapshot(team(1), snapshot(1, b"one"))
        .await
        .unwrap();
    let organization = snapshot(2, b"two");
    journal
        .save_snapshot(Owner::Organization, organization.clone())
        .await
        .unwrap();
    assert_eq!(journal.load_snapshot(team(2)).await.unwrap(), None);
    let loaded = journal.load_snapshot(Owner::Organization).await.unwrap();
    assert_eq!(loaded, Some(organization));
}

pub async fn records_are_put_replaced_and_removed<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    let table = Table::Session;
    assert_eq!(get(&*journal, table, "k").await, None);
    journal
        .put_records(vec![put(table, "k", "1")])
        .await
        .unwrap();
    assert_eq!(get(&*journal, table, "k").await.as_deref(), Some("1"));
    journal
        .put_records(vec![put(table, "k", "")])
        .await
        .unwrap();
    assert_eq!(get(&*journal, table, "k").await.as_deref(), Some(""));
    journal
        .put_records(vec![remove(table, "k"), remove(table, "never there")])
        .await
        .unwrap();
    assert_eq!(get(&*journal, table, "k").await, None);
    journal.put_records(Vec::new()).await.unwrap();
}

pub async fn records_of_tables_are_apart<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    let all = Table::ALL.map(|table| put(table, "k", table.name()));
    journal.put_records(all.to_vec()).await.unwrap();
    journal
        .put_records(vec![remove(Table::Seen, "k")])
        .await
        .unwrap();
    for table in Table::ALL {
        let expected = (table != Table::Seen).then(|| table.name());
        assert_eq!(get(&*journal, table, "k").await.as_deref(), expected);
    }
}

pub async fn the_later_change_of_a_key_counts<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    let table = Table::Throttle;
    let changes = vec![
        put(table, "a", "1"),
        put(table, "a", "2"),
        put(table, "b", "1"),
        remove(table, "b"),
        remove(table, "c"),
        put(table, "c", "3"),
    ];
    journal.put_records(changes).await.unwrap();
    assert_eq!(get(&*journal, table, "a").await.as_deref(), Some("2"));
    assert_eq!(get(&*journal, table, "b").await, None);
    assert_eq!(get(&*journal, table, "c").await.as_deref(), Some("3"));
}

pub async fn records_are_found_by_prefix_in_order<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    let keys = [
        "u1/b",
        "u1/a",
        "u10/a",
        "u1",
        "u%",
        "u_1",
        "ü",
        "U1/a",
        "u1/\u{10ffff}",
    ];
    let table = Table::ColumnWidth;
    let changes = keys.iter().map(|key| put(table, key, key)).collect();
    journal.put_records(changes).await.unwrap();
    journal
        .put_records(vec![put(Table::Seen, "u1/c", "")])
        .await
        .unwrap();
    assert_eq!(
        scan(&*journal, table, "u1/").await,
        ["u1/a", "u1/b", "u1/\u{10ffff}"]
    );
    assert_eq!(scan(&*journal, table, "u%").await, ["u%"]);
    assert_eq!(scan(&*journal, table, "u_").await, ["u_1"]);
    assert_eq!(scan(&*journal, table, "x").await, [""; 0]);
    let mut all = keys;
    all.sort_unstable();
    assert_eq!(scan(&*journal, table, "").await, all);
    let found = journal.scan_records(table, "ü").await.unwrap();
    assert_eq!(found, [("ü".to_owned(), "ü".as_bytes().to_vec())]);
}

pub async fn values_survive_reopening<E: Engine>() {
    let engine = E::begin().await;
    let journal = engine.journal();
    let saved = snapshot(1, b"state");
    journal.save_snapshot(team(1), saved.clone()).await.unwrap();
    journal
        .put_records(vec![put(Table::Session, "k", "v")])
        .await
        .unwrap();
    drop(journal);
    let engine = engine.reopen().await;
    let journal = engine.journal();
    assert_eq!(journal.load_snapshot(team(1)).await.unwrap(), Some(saved));
    assert_eq!(
        get(&*journal, Table::Session, "k").await.as_deref(),
        Some("v")
    );
}
