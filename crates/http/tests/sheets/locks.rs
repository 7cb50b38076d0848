//! Fields that only owners write in.

use crate::ward::{Ward, file, mapped};
use domain::audit::Operation;
use domain::team::installation::Language;
use serde_json::json;
use service::importing::PreviewRefusal;

const SHEET: &str = "Bed,Surname,First name,Diagnosis\n1,Smith,Ben,Pneumonia\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_field_is_left_out_of_a_members_proposal_and_refused_in_their_mapping() {
    let ward = Ward::begin(Language::En).await;
    let field = ward.fields().await["Diagnosis"]["id"].clone();
    let open = ward
        .preview(&ward.member, file("a.csv", SHEET))
        .await
        .unwrap();
    let target = json!({"to": "field", "field": {"id": field}});
    assert_eq!(open["mapping"]["columns"][3], target);

    ward.done(json!({"type": "lock_field", "field": field, "locked": true}))
        .await;
    let proposed = ward
        .preview(&ward.member, file("a.csv", SHEET))
        .await
        .unwrap();
    assert_eq!(proposed["mapping"]["columns"][3], json!({"to": "ignored"}));
    assert_eq!(
        proposed["columns"][3]["locked"],
        json!({"field": field, "name": "Diagnosis"})
    );
    assert_eq!(proposed["fields"], json!([]));

    let named = || mapped("a.csv", SHEET, &open["mapping"]);
    let refused = ward.preview(&ward.member, named()).await.unwrap_err();
    let PreviewRefusal::FieldLocked(locked) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(locked.name, "Diagnosis");
    let last = ward.accesses().await.pop().unwrap();
    assert_eq!(last.header.unwrap().operation, Operation::AccessRefuse);

    let allowed = ward.preview(&ward.owner, named()).await.unwrap();
    assert_eq!(allowed["rows"][0]["row"]["values"][1]["value"], "Pneumonia");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_place_is_a_locked_field_too() {
    let ward = Ward::begin(Language::En).await;
    let mapping = ward.look("a.csv", SHEET).await["mapping"].clone();
    let place = ward.fields().await["Place"]["id"].clone();
    ward.done(json!({"type": "lock_field", "field": place, "locked": true}))
        .await;
    let proposed = ward
        .preview(&ward.member, file("a.csv", SHEET))
        .await
        .unwrap();
    assert_eq!(proposed["columns"][0]["locked"]["name"], "Place");
    ward.command(&ward.member, ward.import_command(&proposed))
        .await
        .unwrap();
    let refused = ward.preview(&ward.member, mapped("a.csv", SHEET, &mapping));
    assert!(matches!(
        refused.await,
        Err(PreviewRefusal::FieldLocked(locked)) if locked.name == "Place"
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn guests_and_outsiders_look_at_nothing() {
    let ward = Ward::begin(Language::En).await;
    let refused = ward.preview(&ward.guest, file("a.csv", SHEET)).await;
    assert!(matches!(refused, Err(PreviewRefusal::Refused(_))));
    let last = ward.accesses().await.pop().unwrap();
    assert_eq!(last.header.unwrap().operation, Operation::AccessRefuse);
}
