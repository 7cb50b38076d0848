//! The largest sheet that a team takes.

use crate::ward::{Ward, csv, file};
use domain::rejection::Rejection;
use domain::team::access_event::ExportFormat;
use domain::team::installation::Language;
use service::Refusal;
use service::importing::PreviewRefusal;
use std::time::Instant;

fn sheet(patients: usize) -> String {
    let header = "Bed,Surname,First name,DOB,Sex,MRN,Diagnosis,Diet,Weight,Seen,Scan,Notes";
    let mut rows = vec![header.split(',').map(str::to_owned).collect::<Vec<_>>()];
    for n in 0..patients {
        rows.push(vec![
            format!("{}-{}", n / 20, n % 20),
            format!("Family{n}"),
            format!("Given{}", n % 700),
            format!("{:02}/{:02}/{}", n % 28 + 1, n % 12 + 1, 1930 + n % 90),
            ["F", "M"][n % 2].to_owned(),
            format!("{:08}", n * 7),
            format!("Diagnosis number {}", n % 400),
            ["Soft", "Normal", "Diabetic"][n % 3].to_owned(),
            format!("{}.5 kg", 50 + n % 60),
            ["x", ""][n % 2].to_owned(),
            format!("2026-12-{:02} 08:30", n % 28 + 1),
            format!("First line of patient {n}\nSecond line, with a comma"),
        ]);
    }
    csv(&rows)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_of_5000_patients_is_taken_in_and_given_out_in_seconds() {
    let ward = Ward::begin(Language::En).await;
    let sheet = sheet(5_000);
    let began = Instant::now();
    let preview = ward.look("large.csv", &sheet).await;
    let looked = began.elapsed();
    assert_eq!(preview["rows"].as_array().unwrap().len(), 5_000);
    let command = ward.import_command(&preview);
    let began = Instant::now();
    ward.done(command).await;
    let imported = began.elapsed();
    assert_eq!(ward.count().await, 5_000);
    let began = Instant::now();
    let again = ward.look("large.csv", &sheet).await;
    let looked_again = began.elapsed();
    let known = again["rows"].as_array().unwrap().iter();
    assert!(known.clone().all(|row| row.get("duplicate").is_some()));
    let began = Instant::now();
    let file = ward.export(&ward.owner, ExportFormat::Xlsx).await;
    let exported = began.elapsed();
    assert!(file.bytes.len() > 100_000);
    println!(
        "5,000 patients: looked at in {looked:?}, imported in {imported:?}, looked at again in {looked_again:?}, exported in {exported:?}"
    );
    if !cfg!(debug_assertions) {
        assert!((looked + imported).as_secs_f32() < 5.0);
        assert!(looked_again.as_secs_f32() < 5.0);
        assert!(exported.as_secs_f32() < 5.0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_of_more_is_refused_with_the_limit() {
    let ward = Ward::begin(Language::En).await;
    let refused = ward.preview(&ward.owner, file("large.csv", sheet(5_001)));
    assert!(matches!(
        refused.await,
        Err(PreviewRefusal::Refused(Refusal::Rejected(Rejection::TooMany { what, limit: 5_000 }))) if what == "rows"
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn issues_are_named_up_to_a_bound_and_counted_beyond() {
    let ward = Ward::begin(Language::En).await;
    let header: Vec<String> = std::iter::once("Surname".to_owned())
        .chain((1..20).map(|n| format!("Date {n}")))
        .collect();
    let mut rows = vec![header];
    for n in 0..600 {
        let mut row = vec![format!("Family{n}")];
        row.extend((1..20).map(|_| "never".to_owned()));
        rows.push(row);
    }
    let date = |n: usize| serde_json::json!({"to": "field", "field": {"new": {"name": format!("D{n}"), "type": "date"}}});
    let mut columns = vec![serde_json::json!({"to": "family"})];
    columns.extend((1..20).map(date));
    let mapping = serde_json::json!({"columns": columns});
    let file = crate::ward::mapped("a.csv", csv(&rows), &mapping);
    let preview = ward.preview(&ward.owner, file).await.unwrap();
    assert_eq!(preview["issues"].as_array().unwrap().len(), 10_000);
    assert_eq!(preview["more_issues"], 600 * 19 - 10_000);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_placeholder_that_thousands_share_holds_nobody_up() {
    let ward = Ward::begin(Language::En).await;
    let rows = (0..4_000).map(|n| format!("Family{n},0000\n"));
    let sheet = format!("Surname,MRN\n{}", rows.collect::<String>());
    let preview = ward.look("a.csv", &sheet).await;
    assert_eq!(preview["rows"][3_999]["duplicate"]["earlier_row"], 2);
    ward.import(&preview).await;
    let began = Instant::now();
    let again = ward.look("a.csv", &sheet).await;
    let looked = began.elapsed();
    println!("4,000 patients with one number: looked at in {looked:?}");
    assert_eq!(
        again["rows"][3_999]["duplicate"]["patients"]
            .as_array()
            .unwrap()
            .len(),
        10
    );
    if !cfg!(debug_assertions) {
        assert!(looked.as_secs_f32() < 5.0);
    }
}
