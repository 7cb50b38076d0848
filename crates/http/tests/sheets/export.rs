//! A list as a file.

use crate::ward::Ward;
use domain::audit::Operation;
use domain::rejection::{Rejection, Thing};
use domain::team::access_event::ExportFormat;
use domain::team::installation::Language;
use serde_json::{Value, json};
use service::Refusal;
use service::exporting::ExportRefusal;

async fn add(ward: &Ward, family: &str, place: &str, diagnosis: &str) {
    let fields = ward.fields().await;
    let (place_field, text_field) = match ward.owner.language {
        Language::En => ("Place", "Diagnosis"),
        Language::Fr => ("Lieu", "Diagnostic"),
    };
    let value = |name: &str, value: &str| json!({"field": fields[name]["id"], "value": value});
    ward.done(json!({
        "type": "add_patient", "list": ward.list, "distinct": true,
        "identity": {"family": family, "given": "Ann", "birth_date": "1950-03-02", "sex": "female",
            "identifiers": [{"type": "MR", "value": "001"}]},
        "values": [value(place_field, place), value(text_field, diagnosis)],
    }))
    .await;
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_english_list_is_written_as_english_programs_read_it() {
    let ward = Ward::begin(Language::En).await;
    add(&ward, "Ten", "A10", "=HYPERLINK(\"http://x\")").await;
    add(&ward, "Nowhere", "", "").await;
    add(&ward, "Two", "A2", "-5").await;
    let file = ward.export(&ward.member, ExportFormat::Csv).await;
    let csv = text(&file.bytes);
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "\u{feff}\"Patients – Ward 7\"");
    assert!(lines[1].starts_with("\"Exported on 20"), "{}", lines[1]);
    assert!(lines[1].ends_with(": 3 patients\""), "{}", lines[1]);
    assert_eq!(
        lines[3],
        "\"Place\",\"Title\",\"Family name\",\"Given names\",\"Birth date\",\"Sex\",\"MRN\",\"Status\",\"Diagnosis\",\"Responsible\",\
         \"Path to discharge\",\"Expected discharge\",\"To do\",\"What matters\""
    );
    assert_eq!(
        lines[4],
        "\"A2\",,\"Two\",\"Ann\",1950-03-02,\"Female\",\"001\",\"Present\",\"'-5\",,,,,"
    );
    assert!(lines[5].contains("\"'=HYPERLINK(\"\"http://x\"\")\""));
    assert!(lines[6].starts_with(",,\"Nowhere\""));
    assert!(file.name.starts_with("Patients 20") && file.name.ends_with(".csv"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_french_list_is_written_as_french_programs_read_it() {
    let ward = Ward::begin(Language::Fr).await;
    let rename = json!({"type": "rename_list", "list": ward.list, "name": "Visite: 3e/Ouest"});
    ward.done(rename).await;
    add(&ward, "Roux", "12", "Fièvre").await;
    let file = ward.export(&ward.member, ExportFormat::Csv).await;
    let csv = text(&file.bytes);
    let lines: Vec<&str> = csv.lines().collect();
    assert!(lines[1].starts_with("\"Exporté le 20"), "{}", lines[1]);
    assert_eq!(
        lines[3],
        "\"Lieu\";\"Civilité\";\"Nom de famille\";\"Prénoms\";\"Date de naissance\";\"Sexe\";\"IPP\";\"Statut\";\"Diagnostic\";\
         \"Responsable\";\"Parcours de sortie\";\"Sortie prévue\";\"À faire\";\"À savoir\""
    );
    assert_eq!(
        lines[4],
        "\"12\";;\"Roux\";\"Ann\";1950-03-02;\"Femme\";\"001\";\"Présent\";\"Fièvre\";;;;;"
    );
    assert!(
        file.name.starts_with("Visite- 3e-Ouest 20"),
        "{}",
        file.name
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limited_list_leaves_only_for_its_members() {
    let mut ward = Ward::begin(Language::En).await;
    let limited = json!({"type": "create_list", "name": "VIP", "members": [ward.owner.user]});
    ward.list = ward.done(limited).await.list.unwrap();
    add(&ward, "Secret", "A1", "").await;
    let file = ward.export(&ward.owner, ExportFormat::Csv).await;
    assert!(text(&file.bytes).contains("Secret"));
    let format = ExportFormat::Csv;
    let refused = ward
        .service
        .export_list(&ward.member, ward.team, ward.list, format, None);
    assert!(matches!(
        refused.await,
        Err(ExportRefusal::Refused(Refusal::Rejected(
            Rejection::NotFound { what: Thing::List }
        )))
    ));
    let sheet = crate::ward::file("a.csv", "Surname\nSmith\n");
    assert!(ward.preview(&ward.member, sheet).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_agreed_order_is_kept() {
    let ward = Ward::begin(Language::En).await;
    add(&ward, "Ten", "A10", "").await;
    add(&ward, "Two", "A2", "").await;
    ward.done(json!({"type": "set_list_order", "list": ward.list, "order": "manual"}))
        .await;
    let csv = text(&ward.export(&ward.owner, ExportFormat::Csv).await.bytes);
    assert!(csv.find("Ten") < csv.find("Two"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_is_in_the_journal_when_it_leaves_and_guests_take_nothing_out() {
    let ward = Ward::begin(Language::En).await;
    add(&ward, "Two", "A2", "").await;
    ward.export(&ward.member, ExportFormat::Xlsx).await;
    let last = ward.accesses().await.pop().unwrap();
    let header = last.header.unwrap();
    assert_eq!(header.operation, Operation::ExportInitiation);
    assert_eq!(header.list, Some(ward.list));
    let body: Value = serde_json::from_slice(&last.body.unwrap()).unwrap();
    assert_eq!(body["format"], "xlsx");
    assert_eq!(body["patients"], 1);

    let refused =
        ward.service
            .export_list(&ward.guest, ward.team, ward.list, ExportFormat::Csv, None);
    assert!(matches!(
        refused.await,
        Err(ExportRefusal::Refused(Refusal::Rejected(
            Rejection::NotPermitted { .. }
        )))
    ));
    let last = ward.accesses().await.pop().unwrap();
    assert_eq!(last.header.unwrap().operation, Operation::AccessRefuse);
}
