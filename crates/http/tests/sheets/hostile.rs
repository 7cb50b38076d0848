//! Strings that break naive programs, in every cell, every header, and the list's name.

use crate::ward::{Ward, csv, example, file};
use domain::team::access_event::ExportFormat;
use domain::team::installation::Language;
use serde_json::{Value, json};
use service::importing::SheetFile;
use sheet::HeaderAt;

const STRINGS: &str = "/work/shared/hostile/naughty-strings.json";

fn naughty_strings() -> Option<Vec<String>> {
    match std::fs::read(STRINGS) {
        Ok(bytes) => Some(serde_json::from_slice(&bytes).unwrap()),
        Err(error) => {
            println!("SKIPPED: hostile strings in sheets: {STRINGS}: {error}");
            None
        }
    }
}

/// Leaves out the list's order, which names decide.
fn families(list: &Value) -> Vec<String> {
    let rows = list["rows"].as_array().unwrap().iter();
    let mut names: Vec<String> = rows
        .map(|row| row["patient"]["identity"].to_string())
        .collect();
    names.sort();
    names
}

#[tokio::test(flavor = "multi_thread")]
async fn every_string_in_every_cell_is_taken_or_reported() {
    let Some(strings) = naughty_strings() else {
        return;
    };
    let ward = Ward::begin(Language::En).await;
    let header = [
        "Bed",
        "Surname",
        "First name",
        "DOB",
        "Sex",
        "MRN",
        "Diagnosis",
        "Notes",
        "Weight",
        "Seen",
    ];
    let usual = [
        "A1",
        "Smith",
        "Ben",
        "14/07/1945",
        "M",
        "100",
        "Pneumonia",
        "None",
        "70 kg",
        "x",
    ];
    let row = |cells: &[&str]| {
        cells
            .iter()
            .map(|cell| (*cell).to_owned())
            .collect::<Vec<_>>()
    };
    let mut rows = vec![row(&header), row(&usual), row(&usual), row(&usual)];
    for (number, string) in strings.iter().enumerate() {
        let mut hostile = row(&usual);
        hostile[number % header.len()].clone_from(string);
        rows.push(hostile);
        rows.push(vec![string.clone(); header.len()]);
    }
    let preview = ward.look("hostile.csv", csv(&rows)).await;
    ward.import(&preview).await;
    let list = ward.list().await;
    assert!(ward.count().await > strings.len());

    for format in [ExportFormat::Csv, ExportFormat::Xlsx] {
        let file = ward.export(&ward.owner, format).await;
        let again = ward.look(&file.name, &file.bytes).await;
        // What comes back is whom it went out for, but for texts that a sheet takes for "nothing" or for a title.
        let kept = again["rows"].as_array().unwrap().len();
        let lost = families(&list).len() - kept;
        assert!(lost * 20 < kept, "{format:?}: {lost} of {kept} are lost");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_string_is_taken_as_a_header() {
    let Some(strings) = naughty_strings() else {
        return;
    };
    for some in strings.chunks(150) {
        let ward = Ward::begin(Language::Fr).await;
        let mut rows = vec![vec![
            "Nom".to_owned(),
            "Prénom".to_owned(),
            "Lit".to_owned(),
        ]];
        rows[0].extend(some.iter().cloned());
        for number in 0..3 {
            let mut row = vec![
                format!("Roux{number}"),
                "Luc".to_owned(),
                number.to_string(),
            ];
            row.extend(some.iter().map(|_| format!("texte {number}")));
            rows.push(row);
        }
        let file = SheetFile {
            header: Some(HeaderAt::Row(1)),
            ..file("hostile.csv", csv(&rows))
        };
        let preview = ward.preview(&ward.owner, file).await.unwrap();
        ward.import(&preview).await;
        assert_eq!(ward.count().await, 3);
        for format in [ExportFormat::Csv, ExportFormat::Xlsx] {
            ward.export(&ward.owner, format).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_string_is_taken_as_a_lists_name_and_as_a_files() {
    let Some(strings) = naughty_strings() else {
        return;
    };
    let ward = Ward::begin(Language::En).await;
    let token = ward.token("olga", &ward.owner).await;
    for string in &strings {
        let rename = json!({"type": "rename_list", "list": ward.list, "name": string});
        let _is_renamed = ward.command(&ward.owner, rename).await.is_ok();
        for format in ["csv", "xlsx"] {
            let response = ward
                .send(&token, "GET", &format!("export?format={format}"), "")
                .await;
            assert_eq!(response.status(), 200, "{string:?}");
            let name = response.headers()["content-disposition"].to_str().unwrap();
            assert!(name.starts_with("attachment; filename=\""), "{name}");
        }
        ward.look(string, example("rehabilitation-rooms.csv")).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_control_character_is_taken_out_and_reported_and_a_long_text_is_left_out() {
    let ward = Ward::begin(Language::En).await;
    let long = "x".repeat(10_001);
    let sheet = format!(
        "Surname,First name,MRN,Notes\nSm\0ith,Ben,1\u{7}2,a\u{1b}[31m\nJones,Ann,{},{long}\n\u{200b},,,note\n",
        "9".repeat(250)
    );
    let preview = ward.look("a.csv", &sheet).await;
    assert_eq!(
        crate::ward::issues(&preview),
        [
            "row 2: control_character_removed (noted)",
            "row 2 column 2: control_character_removed (noted)",
            "row 2 column 3: control_character_removed (noted)",
            "row 3 column 2: too_long (value_left_out)",
            "row 3 column 3: too_long (value_left_out)",
            "row 4: no_name (line_left_out)",
        ]
    );
    assert_eq!(preview["rows"][0]["row"]["identity"]["family"], "Smith");
    ward.import(&preview).await;
}
