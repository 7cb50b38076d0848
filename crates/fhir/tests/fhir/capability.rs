//! Capability statements and SMART configurations.

use crate::statement;
use domain::chart::PartName;
use fhir::capability::{Lack, Missing, read_capability, read_smart_configuration};
use fhir::{Unreadable, Version};
use serde_json::json;

#[test]
fn a_statement_says_version_software_resources_and_batch() {
    for version in Version::ALL {
        let written = statement::of(
            version,
            &[
                ("Patient", &["family", "birthdate"]),
                ("Observation", &["patient"]),
            ],
        );
        let capability = statement::read(&written);
        assert_eq!(capability.version, version);
        assert_eq!(capability.fhir_version, statement::said(version));
        assert_eq!(capability.software.as_deref(), Some("Example EHR"));
        assert_eq!(capability.software_version.as_deref(), Some("7.1"));
        assert!(capability.batch);
        let patient = capability.resource("Patient").unwrap();
        assert!(patient.allows("read") && !patient.allows("delete"));
        assert!(patient.has_parameter("family") && !patient.has_parameter("given"));
    }
}

#[test]
fn dstu2_says_by_its_transaction_mode_whether_it_does_batch() {
    for (mode, does_batch) in [
        ("batch", true),
        ("both", true),
        ("transaction", false),
        ("not-supported", false),
    ] {
        let statement = json!({"resourceType": "Conformance", "fhirVersion": "1.0.2", "rest": [{"mode": "server", "transactionMode": mode}]});
        assert_eq!(statement::read(&statement).batch, does_batch, "{mode}");
    }
}

#[test]
fn r4b_is_read_as_r4_and_an_unknown_version_is_refused_with_what_was_said() {
    let mut written = statement::of(Version::R4, &[]);
    written["fhirVersion"] = json!("4.3.0");
    assert_eq!(statement::read(&written).version, Version::R4);
    for (said, shown) in [
        (json!("1.8.0"), "1.8.0"),
        (json!("a\u{0}b"), "ab"),
        (json!(null), ""),
        (json!({"a": 1}), ""),
    ] {
        written["fhirVersion"] = said;
        match read_capability(written.to_string().as_bytes()) {
            Err(Unreadable::Version(unknown)) => assert_eq!(unknown.said, shown),
            _ => panic!("{shown} was read"),
        }
    }
}

#[test]
fn the_token_url_is_found_under_either_address_of_the_extension() {
    let addresses = [
        "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris",
        "http://hl7.org/fhir/StructureDefinition/oauth-uris",
    ];
    for address in addresses {
        let mut written = statement::of(Version::Dstu2, &[("Patient", &[])]);
        written["rest"][0]["security"] = json!({
            "service": {"coding": [{"code": "SMART-on-FHIR"}], "text": "OAuth2"},
            "extension": [
                {"url": "https://ehr.example/other", "extension": [{"url": "token", "valueUri": "https://ehr.example/wrong"}]},
                {"url": address, "extension": [
                    {"url": "authorize", "valueUri": "https://ehr.example/authorize"},
                    {"url": "token", "valueUri": "https://ehr.example/token"},
                ]},
            ],
        });
        let capability = statement::read(&written);
        assert_eq!(
            capability.token_url.as_deref(),
            Some("https://ehr.example/token")
        );
        assert_eq!(capability.security_services, ["SMART-on-FHIR"]);
    }
    let none = statement::read(&statement::of(Version::R4, &[]));
    assert!(none.token_url.is_none() && none.security_services.is_empty());
}

#[test]
fn medications_are_offered_by_orders_or_by_statements() {
    let offers = |version, kind: &str| {
        let capability = statement::read(&statement::of(version, &[("Patient", &[]), (kind, &[])]));
        (
            capability.offers(PartName::Medications),
            capability.resource_of(PartName::Medications),
        )
    };
    assert_eq!(
        offers(Version::Dstu2, "MedicationOrder"),
        (true, "MedicationOrder")
    );
    assert_eq!(
        offers(Version::Dstu2, "MedicationRequest"),
        (false, "MedicationOrder")
    );
    assert_eq!(
        offers(Version::Stu3, "MedicationRequest"),
        (true, "MedicationRequest")
    );
    assert_eq!(
        offers(Version::R4, "MedicationStatement"),
        (true, "MedicationStatement")
    );
    assert_eq!(
        offers(Version::R4, "Condition"),
        (false, "MedicationRequest")
    );
}

#[test]
fn what_is_missing_is_said_for_each_part() {
    let mut written = statement::of(
        Version::R4,
        &[
            ("Patient", &["name", "birthdate", "gender", "identifier"]),
            ("Observation", &["subject", "date"]),
            ("Condition", &[]),
            ("AllergyIntolerance", &["patient"]),
            ("MedicationRequest", &["status"]),
            ("Coverage", &["beneficiary"]),
        ],
    );
    written["rest"][0]["resource"][2]["interaction"] = json!([{"code": "read"}]);
    let missing = statement::read(&written).missing();
    let of = |part, resource, lack| Missing {
        part,
        resource,
        lack,
    };
    let expected = [
        of(PartName::Place, "Encounter", Lack::Resource),
        of(
            PartName::VitalSigns,
            "Observation",
            Lack::Parameter("category"),
        ),
        of(
            PartName::Conditions,
            "Condition",
            Lack::Interaction("search-type"),
        ),
        of(
            PartName::Medications,
            "MedicationRequest",
            Lack::Parameter("patient"),
        ),
    ];
    assert_eq!(missing, expected);
}

#[test]
fn a_server_that_says_nothing_about_its_resources_is_asked_for_all() {
    let capability =
        statement::read(&json!({"resourceType": "CapabilityStatement", "fhirVersion": "4.0.1"}));
    assert!(
        PartName::ALL
            .into_iter()
            .all(|part| capability.offers(part))
    );
    assert!(capability.missing().is_empty() && !capability.batch);
}

#[test]
fn a_defective_statement_is_read_as_far_as_it_goes_and_says_what_was_left_out() {
    let written = json!({
        "resourceType": "CapabilityStatement",
        "fhirVersion": ["4.0.1"],
        "name": "Ward EHR",
        "rest": {
            "interaction": {"code": "batch"},
            "resource": [
                {"type": "Patient", "searchParam": {"name": "family"}, "interaction": "read"},
                {"profile": "x"},
                "Observation",
            ],
        },
    });
    let read = read_capability(written.to_string().as_bytes()).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(read.value.software.as_deref(), Some("Ward EHR"));
    assert!(read.value.batch);
    assert!(
        read.value
            .resource("Patient")
            .unwrap()
            .has_parameter("family")
    );
    let elements: Vec<_> = read
        .issues
        .iter()
        .filter_map(|issue| issue.element.as_deref())
        .collect();
    let rest = "CapabilityStatement.rest.resource";
    assert_eq!(
        elements,
        [
            rest.to_owned(),
            format!("{rest}.interaction"),
            format!("{rest}.type")
        ]
    );
}

#[test]
fn what_is_no_statement_is_refused_with_what_the_server_said() {
    let refused = |bytes: &[u8]| read_capability(bytes).err().unwrap();
    assert_eq!(
        refused(b"<html>Log in</html>"),
        Unreadable::NotJson { index: 0 }
    );
    let outcome = br#"{"resourceType":"OperationOutcome","issue":[{"severity":"error","details":{"text":"Tenant unknown"}}]}"#;
    let unexpected = |said: Option<&str>| Unreadable::Unexpected {
        wanted: "CapabilityStatement",
        said: said.map(str::to_owned),
    };
    assert_eq!(refused(outcome), unexpected(Some("Tenant unknown")));
    assert_eq!(refused(b"[]"), unexpected(None));
    assert_eq!(refused(br#"{"resourceType":"Patient"}"#), unexpected(None));
}

#[test]
fn a_smart_configuration_says_where_tokens_come_from_and_how_a_client_proves_itself() {
    let written = json!({
        "token_endpoint": "https://ehr.example/token",
        "token_endpoint_auth_methods_supported": ["private_key_jwt"],
        "token_endpoint_auth_signing_alg_values_supported": ["RS384", "ES384"],
        "grant_types_supported": "client_credentials",
        "scopes_supported": ["system/*.rs", {"x": 1}],
    });
    let read =
        read_smart_configuration(written.to_string().as_bytes()).unwrap_or_else(|e| panic!("{e}"));
    let smart = read.value;
    assert_eq!(
        smart.token_url.as_deref(),
        Some("https://ehr.example/token")
    );
    assert_eq!(smart.auth_methods, ["private_key_jwt"]);
    assert_eq!(smart.signing_algorithms, ["RS384", "ES384"]);
    assert_eq!(smart.grant_types, ["client_credentials"]);
    assert_eq!(smart.scopes, ["system/*.rs"]);
    assert_eq!(read.issues.len(), 1);
    assert!(read_smart_configuration(b"[1]").is_err());
}
