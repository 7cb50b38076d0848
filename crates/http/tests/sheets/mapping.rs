//! What columns can become, and what a mapping may not say.

use crate::ward::{Ward, issues, mapped};
use domain::rejection::Rejection;
use domain::team::installation::Language;
use serde_json::{Value, json};
use service::Refusal;
use service::importing::{MappingFault, PreviewRefusal, SheetFile};
use sheet::{Delimiter, HeaderAt};

async fn refused(ward: &Ward, sheet: &str, columns: Value) -> PreviewRefusal {
    let file = mapped("a.csv", sheet, &json!({"columns": columns}));
    ward.preview(&ward.owner, file).await.unwrap_err()
}

fn new(name: &str, kind: &str) -> Value {
    json!({"to": "field", "field": {"new": {"name": name, "type": kind}}})
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mapping_that_contradicts_itself_or_the_team_is_refused_with_the_column() {
    let ward = Ward::begin(Language::En).await;
    let sheet = "A,B,C\nSmith,Ben,x\n";
    let family = json!({"to": "family"});
    let fields = ward.fields().await;
    let diagnosis = json!({"to": "field", "field": {"id": fields["Diagnosis"]["id"]}});
    let place = json!({"to": "field", "field": {"id": fields["Place"]["id"]}});
    let nowhere = json!({"to": "field", "field": {"id": uuid::Uuid::now_v7()}});
    let ignored = json!({"to": "ignored"});
    for (columns, column, fault) in [
        (json!([family, family]), Some(1), MappingFault::PartTwice),
        (
            json!([family, diagnosis, diagnosis]),
            Some(2),
            MappingFault::FieldTwice,
        ),
        (
            json!([place, {"to": "place"}]),
            None,
            MappingFault::FieldTwice,
        ),
        (json!([nowhere]), Some(0), MappingFault::NoSuchField),
        (
            json!([ignored, ignored, ignored, family]),
            Some(3),
            MappingFault::NoSuchColumn,
        ),
        (
            json!([new("Diagnosis", "date")]),
            Some(0),
            MappingFault::NameTaken,
        ),
        (
            json!([new("X", "date"), new(" X ", "date")]),
            Some(1),
            MappingFault::NameTaken,
        ),
    ] {
        let refused = refused(&ward, sheet, columns.clone()).await;
        let PreviewRefusal::Mapping {
            column: at,
            fault: found,
        } = refused
        else {
            panic!("{columns}: {refused:?}");
        };
        assert_eq!((at, found), (column, fault), "{columns}");
    }
    let unit =
        json!([{"to": "field", "field": {"new": {"name": "X", "type": "date", "unit": "kg"}}}]);
    assert!(matches!(
        refused(&ward, sheet, unit).await,
        PreviewRefusal::Refused(Refusal::Rejected(Rejection::Invalid { what })) if what == "unit"
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_choice_has_its_options_numbered_and_its_rows_name_them() {
    let ward = Ward::begin(Language::En).await;
    let sheet = "Surname,Diet\nSmith,SOFT\nJones,diabetic\nRoux,Puree\nPatel,-\n";
    let options = json!([{"label": "Soft"}, {"label": "Diabétic", "color": "red"}]);
    let diet = json!({"to": "field", "field": {"new": {"name": "Diet", "type": "choice", "options": options}}});
    let mapping = json!({"columns": [{"to": "family"}, diet]});
    let file = mapped("a.csv", sheet, &mapping);
    let preview = ward.preview(&ward.owner, file).await.unwrap();
    let values: Vec<&Value> = (0..4)
        .map(|row| &preview["rows"][row]["row"]["new_values"][0]["value"])
        .collect();
    assert_eq!(values, [&json!(1), &json!(2), &Value::Null, &Value::Null]);
    assert_eq!(
        issues(&preview),
        ["row 4 column 1: unknown_option (value_left_out)"]
    );
    ward.import(&preview).await;
    let field = &ward.fields().await["Diet"];
    assert_eq!(field["options"][1]["label"], "Diabétic");
    assert_eq!(field["options"][1]["color"], "red");
}

#[tokio::test(flavor = "multi_thread")]
async fn members_options_and_units_of_the_team_are_found_and_what_is_not_is_said() {
    let ward = Ward::begin(Language::En).await;
    let weight = json!({"name": "Weight", "type": "number", "unit": "kg"});
    ward.done(json!({"type": "add_field", "field": weight}))
        .await;
    let sheet = "Surname,Responsible,Path to discharge,Weight,To do\n\
        Smith,ROUX Nina,at risk,70 KG,\"[x] bloods\n- call daughter\"\n\
        Jones,Dr Who,On track,154 lb,\n\
        Patel,,,68,\n";
    let preview = ward.look("a.csv", sheet).await;
    assert_eq!(preview["fields"], json!([]), "{}", preview["mapping"]);
    let values = preview["rows"][0]["row"]["values"].as_array().unwrap();
    let values: Vec<&Value> = values.iter().map(|v| &v["value"]).collect();
    assert_eq!(
        values,
        [
            &json!(ward.member.user),
            &json!(2),
            &json!("70"),
            &json!([{"text": "bloods", "done": true}, {"text": "call daughter", "done": false}]),
        ]
    );
    assert_eq!(
        issues(&preview),
        [
            "row 3 column 1: unknown_member (value_left_out)",
            "row 3 column 3: other_unit (value_left_out)",
        ]
    );
    assert_eq!(preview["issues"][0]["cell"], "Dr Who");
    ward.import(&preview).await;
    assert_eq!(ward.count().await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_header_that_names_a_field_of_another_type_makes_a_field_with_a_free_name() {
    let ward = Ward::begin(Language::En).await;
    let sheet = "Surname,Expected discharge\nSmith,when stable\nJones,next week perhaps\n";
    let preview = ward.look("a.csv", sheet).await;
    assert_eq!(
        preview["fields"],
        json!([{"name": "Expected discharge (2)", "type": "short_text"}])
    );
    ward.import(&preview).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_with_several_units_stay_texts_and_those_with_one_keep_it() {
    let ward = Ward::begin(Language::En).await;
    let sheet = "Surname,Dose,Height\nSmith,5 mg,170 cm\nJones,2 g,165 cm\nRoux,1 g,180 cm\n";
    let preview = ward.look("a.csv", sheet).await;
    assert_eq!(
        preview["fields"],
        json!([
            {"name": "Dose", "type": "short_text"},
            {"name": "Height", "type": "number", "unit": "cm"},
        ])
    );
    ward.import(&preview).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_at_birth_is_kept_or_reported() {
    let ward = Ward::begin(Language::Fr).await;
    let sheet = "Nom;Lit\nMme MARTIN née DURAND Claire;3\n";
    let preview = ward.look("a.csv", sheet).await;
    let mut mapping = preview["mapping"].clone();
    assert_eq!(
        preview["rows"][0]["row"]["new_values"][0]["value"],
        "DURAND"
    );
    mapping.as_object_mut().unwrap().remove("birth_name");
    let file = mapped("a.csv", sheet, &mapping);
    let without = ward.preview(&ward.owner, file).await.unwrap();
    assert_eq!(
        issues(&without),
        ["row 2: birth_name_left_out (value_left_out)"]
    );
    ward.import(&preview).await;
    let again = ward.look("a.csv", sheet).await;
    assert_eq!(again["fields"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_without_a_header_is_read_as_a_person_says() {
    let ward = Ward::begin(Language::En).await;
    let file = SheetFile {
        header: Some(HeaderAt::Nowhere),
        delimiter: Some(Delimiter::Pipe),
        ..mapped(
            "a.txt",
            "A1|Smith|Soft; warm\n",
            &json!({"columns": [{"to": "place"}, {"to": "family"}, new("Diet", "short_text")]}),
        )
    };
    let preview = ward.preview(&ward.owner, file).await.unwrap();
    assert_eq!(
        preview["rows"][0]["row"]["new_values"][0]["value"],
        "Soft; warm"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schema_that_is_full_takes_no_column_more() {
    let ward = Ward::begin(Language::En).await;
    let header: Vec<String> = (0..200).map(|n| format!("Column {n}")).collect();
    let row: Vec<String> = (0..200).map(|n| format!("text {n}")).collect();
    let mut rows = vec![header, row];
    rows[0][0] = "Surname".to_owned();
    let sheet = crate::ward::csv(&rows);
    let file = SheetFile {
        header: Some(HeaderAt::Row(1)),
        ..crate::ward::file("a.csv", sheet)
    };
    let preview = ward.preview(&ward.owner, file).await.unwrap();
    assert_eq!(preview["fields"].as_array().unwrap().len(), 193);
    ward.import(&preview).await;
    assert_eq!(ward.fields().await.len(), 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_columns_with_the_name_of_one_field_keep_both_contents() {
    let ward = Ward::begin(Language::En).await;
    let sheet = "Surname,Expected discharge,Expected discharge\nSmith,01/12/2026,02/12/2026\n";
    let preview = ward.look("a.csv", sheet).await;
    assert_eq!(
        preview["fields"],
        json!([{"name": "Expected discharge (2)", "type": "date"}])
    );
    ward.import(&preview).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_status_column_makes_no_sheet_one_of_ours() {
    let ward = Ward::begin(Language::En).await;
    let sheet = "Bed,Family name,Given names,Status\nA1,Smith,Ben,\n,Jones,Ann,\n";
    let preview = ward.look("a.csv", sheet).await;
    assert_eq!(preview["mapping"]["fill_places"], true);
    assert_eq!(preview["rows"][1]["row"]["values"][0]["value"], "A1");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_patients_stand_is_read_in_both_languages_and_what_is_no_status_is_said() {
    let ward = Ward::begin(Language::En).await;
    let sheet = "Surname,Status\nSmith,Expected\nJones,décédé\nRoux,theatre\nPatel,-\n";
    let mapping = json!({"columns": [{"to": "family"}, {"to": "status"}]});
    let file = mapped("a.csv", sheet, &mapping);
    let preview = ward.preview(&ward.owner, file).await.unwrap();
    let statuses: Vec<&Value> = (0..4)
        .map(|row| &preview["rows"][row]["row"]["status"])
        .collect();
    assert_eq!(
        statuses,
        [
            &json!("expected"),
            &json!("deceased"),
            &Value::Null,
            &Value::Null
        ]
    );
    assert_eq!(
        issues(&preview),
        ["row 4 column 1: unknown_status (value_left_out)"]
    );
    assert!(matches!(
        refused(&ward, sheet, json!([{"to": "status"}, {"to": "status"}])).await,
        PreviewRefusal::Mapping {
            fault: MappingFault::PartTwice,
            ..
        }
    ));
}
