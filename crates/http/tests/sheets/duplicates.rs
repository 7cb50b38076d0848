//! Whom a sheet names that the team has already.

use crate::ward::{Ward, mapped};
use domain::rejection::Rejection;
use domain::team::installation::Language;
use serde_json::{Value, json};
use service::Refusal;

const SHEET: &str = "Bed,Surname,First name,DOB,MRN,Diet\n\
    1,Smith,Ben,14/07/1945,100,Soft\n\
    2,Jones,Ann,02/03/1950,200,Soft\n\
    3,SMITH,BEN,14/07/1945,,Normal\n";

async fn add(ward: &Ward, list: Value, family: &str, given: &str, born: &str) -> String {
    let identity = json!({"family": family, "given": given, "birth_date": born});
    let added = ward
        .done(json!({"type": "add_patient", "list": list, "identity": identity, "distinct": true}))
        .await;
    added.patient.unwrap().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_the_team_may_have_names_whom_the_caller_sees() {
    let ward = Ward::begin(Language::En).await;
    let known = add(&ward, json!(ward.list), "Smith", "Ben", "1945-07-14").await;
    let preview = ward.look("sheet.csv", SHEET).await;
    let rows = preview["rows"].as_array().unwrap();
    assert_eq!(
        rows[0]["duplicate"],
        json!({
            "patients": [{
                "id": known,
                "identity": {"family": "Smith", "given": "Ben", "birth_date": "1945-07-14"},
                "lists": [ward.list],
            }],
            "hidden": false,
        })
    );
    assert!(rows[1].get("duplicate").is_none());
    assert_eq!(rows[2]["duplicate"]["earlier_row"], 2);
    assert_eq!(rows[2]["duplicate"]["patients"][0]["id"], json!(known));

    let mut unanswered = ward.import_command(&preview);
    unanswered["rows"][0]
        .as_object_mut()
        .unwrap()
        .remove("duplicate");
    let refused = ward.command(&ward.owner, unanswered).await.unwrap_err();
    assert!(matches!(
        refused,
        Refusal::Rejected(Rejection::PossibleDuplicate { .. })
    ));

    let mut same = ward.import_command(&preview);
    same["rows"][0]["duplicate"] = json!({"answer": "same", "patient": known});
    ward.done(same).await;
    assert_eq!(
        ward.count().await,
        3,
        "one of the rows was a patient of the team"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_of_a_limited_list_is_only_hinted_at() {
    let ward = Ward::begin(Language::En).await;
    let limited = json!({"type": "create_list", "name": "VIP", "members": [ward.owner.user]});
    let limited = ward.done(limited).await.list.unwrap();
    let known = add(&ward, json!(limited), "Smith", "Ben", "1945-07-14").await;
    let file = || crate::ward::file("sheet.csv", SHEET);
    let preview = ward.preview(&ward.member, file()).await.unwrap();
    assert_eq!(
        preview["rows"][0]["duplicate"],
        json!({"patients": [], "hidden": true})
    );
    assert!(!preview.to_string().contains(&known));
    assert!(!preview.to_string().contains(&limited.to_string()));

    let preview = ward.preview(&ward.owner, file()).await.unwrap();
    assert_eq!(
        preview["rows"][0]["duplicate"]["patients"][0]["lists"],
        json!([limited])
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_many_share_names_a_few_of_them() {
    let ward = Ward::begin(Language::En).await;
    let rows = (1..=30).map(|n| format!("{n},Family{n},Given,0000\n"));
    let sheet = format!("Bed,Surname,First name,MRN\n{}", rows.collect::<String>());
    let preview = ward.look("sheet.csv", &sheet).await;
    ward.import(&preview).await;
    let again = ward.look("sheet.csv", &sheet).await;
    for row in again["rows"].as_array().unwrap() {
        assert_eq!(row["duplicate"]["patients"].as_array().unwrap().len(), 10);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merged_record_warns_of_the_one_that_is_kept() {
    let ward = Ward::begin(Language::En).await;
    let kept = add(&ward, json!(ward.list), "Smyth", "Benjamin", "1945-07-14").await;
    let merged = add(&ward, json!(ward.list), "Smith", "Ben", "1945-07-14").await;
    ward.done(json!({"type": "merge_patients", "patient": kept, "duplicate": merged}))
        .await;
    let mapping = ward.look("sheet.csv", SHEET).await["mapping"].clone();
    let file = mapped("sheet.csv", SHEET, &mapping);
    let preview = ward.preview(&ward.owner, file).await.unwrap();
    let found = &preview["rows"][0]["duplicate"]["patients"];
    assert_eq!(found[0]["id"], json!(kept));
    assert_eq!(found.as_array().unwrap().len(), 1);
}
