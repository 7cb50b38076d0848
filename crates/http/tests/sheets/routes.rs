//! The two routes themselves.

use crate::ward::{Ward, example, json_of, request};
use axum::body::to_bytes;
use axum::http::StatusCode;
use domain::team::installation::Language;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_is_looked_at_over_http() {
    let ward = Ward::begin(Language::En).await;
    let token = ward.token("nina", &ward.member).await;
    let body = request("ward.xlsx", example("ward-7-handover.xlsx"));
    let response = ward
        .send(&token, "POST", "imports/preview", body.to_string())
        .await;
    assert_eq!(response.status(), StatusCode::OK);
    let preview = json_of(response).await;
    assert_eq!(preview["source"], json!({"format": "xlsx"}));
    assert_eq!(preview["rows"].as_array().unwrap().len(), 6);

    let mut corrected = body.clone();
    corrected["mapping"] = preview["mapping"].clone();
    let response = ward
        .send(&token, "POST", "imports/preview", corrected.to_string())
        .await;
    let again = json_of(response).await;
    assert_eq!(again["rows"], preview["rows"]);
    assert_eq!(again["mapping"], preview["mapping"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_a_problem_with_a_reason() {
    let ward = Ward::begin(Language::En).await;
    let token = ward.token("nina", &ward.member).await;
    for (content, reason) in [
        (&b""[..], "empty"),
        (b"%PDF-1.7 hello", "not_text"),
        (b"PK\x03\x04 no workbook", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_or_encrypted"),
    ] {
        let body = request("a.csv", content).to_string();
        let response = ward.send(&token, "POST", "imports/preview", body).await;
        assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let problem = json_of(response).await;
        assert_eq!(problem["code"], "sheet_unreadable");
        assert_eq!(problem["reason"], reason);
    }
    let mut body = request("a.csv", "Surname\nSmith\n");
    body["mapping"] = json!({"columns": [{"to": "family"}, {"to": "family"}]});
    let response = ward.send(&token, "POST", "imports/preview", body.to_string());
    let problem = json_of(response.await).await;
    assert_eq!(problem["code"], "mapping_refused");
    assert_eq!(problem["reason"], "no_such_column");
    assert_eq!(problem["column"], 1);
    for body in [
        json!({"file_name": "a.csv", "content": "no base64!"}),
        json!({"file_name": "a.csv"}),
        json!({"file_name": "a.csv", "content": "", "more": 1}),
    ] {
        let response = ward.send(&token, "POST", "imports/preview", body.to_string());
        let problem = json_of(response.await).await;
        assert_eq!(problem["code"], "malformed", "{body}");
    }
    let body = request("a.csv", "Surname\nSmith\n").to_string();
    let mut second = serde_json::from_str::<serde_json::Value>(&body).unwrap();
    second["sheet"] = json!(1);
    let response = ward.send(&token, "POST", "imports/preview", second.to_string());
    let problem = json_of(response.await).await;
    assert_eq!(
        (&problem["code"], &problem["what"]),
        (&json!("invalid"), &json!("sheet"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_largest_file_passes_and_a_larger_body_does_not() {
    let ward = Ward::begin(Language::En).await;
    let token = ward.token("nina", &ward.member).await;
    let too_large = request("a.csv", vec![b'a'; sheet::limits::MAX_FILE_BYTES + 1]).to_string();
    let response = ward
        .send(&token, "POST", "imports/preview", too_large)
        .await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(json_of(response).await["reason"], "file_too_large");
    let far_too_large = "x".repeat(30 * 1024 * 1024 + 1);
    let response = ward
        .send(&token, "POST", "imports/preview", far_too_large)
        .await;
    assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_field_is_refused_by_its_name() {
    let ward = Ward::begin(Language::En).await;
    let token = ward.token("nina", &ward.member).await;
    let field = ward.fields().await["Diagnosis"]["id"].clone();
    ward.done(json!({"type": "lock_field", "field": field, "locked": true}))
        .await;
    let mut body = request("a.csv", "Surname,Dx\nSmith,Flu\n");
    body["mapping"] =
        json!({"columns": [{"to": "family"}, {"to": "field", "field": {"id": field}}]});
    let response = ward
        .send(&token, "POST", "imports/preview", body.to_string())
        .await;
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    let problem = json_of(response).await;
    assert_eq!(problem["code"], "field_locked");
    assert_eq!(problem["field"], field);
    assert_eq!(problem["name"], "Diagnosis");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_given_out_over_http() {
    let ward = Ward::begin(Language::En).await;
    let rename = json!({"type": "rename_list", "list": ward.list, "name": "Été 7"});
    ward.done(rename).await;
    let token = ward.token("nina", &ward.member).await;
    for (query, media_type, begins) in [
        (
            "format=csv",
            "text/csv; charset=utf-8",
            &b"\xef\xbb\xbf"[..],
        ),
        (
            "format=csv&delimiter=tab",
            "text/csv; charset=utf-8",
            b"\xef\xbb\xbf",
        ),
        (
            "format=xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            b"PK",
        ),
    ] {
        let response = ward
            .send(&token, "GET", &format!("export?{query}"), "")
            .await;
        assert_eq!(response.status(), StatusCode::OK);
        let headers = response.headers().clone();
        assert_eq!(headers["content-type"], media_type);
        assert_eq!(headers["cache-control"], "no-store");
        let name = headers["content-disposition"].to_str().unwrap();
        assert!(
            name.contains("filename*=UTF-8''%C3%89t%C3%A9%207%20"),
            "{name}"
        );
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        assert!(bytes.starts_with(begins));
        let is_tabbed = String::from_utf8_lossy(&bytes).contains("\"Place\"\t\"Title\"");
        assert_eq!(is_tabbed, query.ends_with("tab"));
    }
    for query in [
        "",
        "?format=pdf",
        "?format=csv&delimiter=x",
        "?format=csv&more=1",
    ] {
        let response = ward
            .send(&token, "GET", &format!("export{query}"), "")
            .await;
        assert_eq!(
            response.status(),
            StatusCode::UNPROCESSABLE_ENTITY,
            "{query}"
        );
        assert_eq!(json_of(response).await["code"], "malformed");
    }
    let guest = ward.token("gus", &ward.guest).await;
    let response = ward.send(&guest, "GET", "export?format=csv", "").await;
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
}
