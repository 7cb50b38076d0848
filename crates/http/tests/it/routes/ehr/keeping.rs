//! What is kept of a record beside the journal, and how it goes: charts after a day, and what a removed connection leaves.

use crate::support::{Faulty, Recorded, Server, command_id};
use jiff::{SignedDuration, Timestamp};
use journal::{Journal, RecordChange, Table};
use serde_json::{Value, json};
use std::sync::Arc;

/// The keys of what is kept in a table.
async fn kept(recorded: &Recorded, table: Table) -> Vec<String> {
    let journal = &recorded.ward.server.journal;
    let rows = journal.scan_records(table, "").await.unwrap();
    rows.into_iter().map(|(key, _)| key).collect()
}

#[tokio::test]
async fn a_chart_is_kept_for_24_hours_and_then_swept_away() {
    let mut recorded = Recorded::begin().await;
    let (first, second) = (recorded.add("p003").await, recorded.add("p005").await);
    let mut read_at = Vec::new();
    for patient in [&first, &second] {
        let path = recorded.chart_path(patient);
        let chart = recorded.ward.olga.get(&path).await.ok();
        let as_of: Timestamp = chart["as_of"].as_str().unwrap().parse().unwrap();
        read_at.push(as_of);
    }
    let team = recorded.ward.team.clone();
    let key = |patient: &str| format!("{team}/{patient}");
    // One that no key opens any more is as good as none.
    let journal = recorded.ward.server.journal.clone();
    let foreign = RecordChange {
        table: Table::ChartCache,
        key: key("sealed with another key"),
        value: Some(vec![1; 64]),
    };
    journal.put_records(vec![foreign]).await.unwrap();
    assert_eq!(kept(&recorded, Table::ChartCache).await.len(), 3);

    let service = recorded.ward.server.service.clone();
    let day = SignedDuration::from_hours(24);
    let moment = SignedDuration::from_millis(1);
    service.sweep(read_at[0] + day - moment).await.unwrap();
    let mut both = vec![key(&first), key(&second)];
    both.sort();
    assert_eq!(kept(&recorded, Table::ChartCache).await, both);
    service.sweep(read_at[0] + day).await.unwrap();
    assert_eq!(kept(&recorded, Table::ChartCache).await, [key(&second)]);
    service.sweep(read_at[1] + day).await.unwrap();
    assert!(kept(&recorded, Table::ChartCache).await.is_empty());

    // What was swept away is read anew.
    recorded.record.reset_counts();
    let path = recorded.chart_path(&first);
    let chart = recorded.ward.olga.get(&path).await.ok();
    assert_eq!(chart["problem"], Value::Null);
    assert_eq!(recorded.record.counts().of("batch"), 1);
}

#[tokio::test]
async fn a_command_that_is_done_is_answered_so_whatever_becomes_of_clearing_up_after_it() {
    let faulty = Arc::new(Faulty::default());
    let server = Server::start_with(faulty.clone()).await;
    let mut recorded = Recorded::begin_on(server).await;
    let (linked, unlinked) = (recorded.add("p003").await, recorded.add("p005").await);
    for patient in [&linked, &unlinked] {
        let path = recorded.chart_path(patient);
        recorded.ward.olga.get(&path).await.ok();
    }
    let team = recorded.ward.team.clone();
    faulty.refuse_clearing(true);
    let unlink = json!({"type": "unlink_patient", "patient": unlinked});
    recorded.ward.olga.done(&team, unlink).await;

    let remove = json!({"id": command_id(), "command": {"type": "remove_ehr_connection"}});
    let path = recorded.ward.path("/commands");
    let done = recorded.ward.olga.post(&path, &remove).await.ok();
    let view = recorded.ward.olga.get(&recorded.ward.path("")).await.ok();
    assert_eq!(view["ehr"], Value::Null);
    assert_eq!(view["sequence"], done["sequence"]);
    // Sent again, it has the same answer.
    assert_eq!(recorded.ward.olga.post(&path, &remove).await.ok(), done);
    assert_eq!(kept(&recorded, Table::ChartCache).await.len(), 2);
    assert_eq!(kept(&recorded, Table::EhrSecret).await.len(), 1);

    // While it cannot be cleared away, it is tried again at every sweep; in the end nothing is left.
    let service = recorded.ward.server.service.clone();
    service.sweep(Timestamp::now()).await.unwrap();
    assert_eq!(kept(&recorded, Table::EhrSecret).await.len(), 1);
    faulty.refuse_clearing(false);
    service.sweep(Timestamp::now()).await.unwrap();
    assert!(kept(&recorded, Table::ChartCache).await.is_empty());
    assert!(kept(&recorded, Table::EhrSecret).await.is_empty());
}
