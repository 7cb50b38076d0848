//! How a server says that it is secured.

use crate::json::Object;

/// The two addresses of the OAuth-URIs extension (SMART App Launch 1.0).
const OAUTH_URIS: [&str; 2] = [
    "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris",
    "http://hl7.org/fhir/StructureDefinition/oauth-uris",
];

/// The token endpoint, by the OAuth-URIs extension.
pub(super) fn token_url(security: &Object<'_>) -> Option<String> {
    let extensions = security.objects("extension");
    let is_oauth = |extension: &&Object<'_>| {
        extension
            .raw("url")
            .is_some_and(|url| OAUTH_URIS.contains(&url))
    };
    extensions.iter().filter(is_oauth).find_map(|oauth| {
        let parts = oauth.objects("extension");
        let token = parts.iter().find(|part| part.raw("url") == Some("token"))?;
        let values = ["valueUri", "valueUrl", "valueString"];
        values.into_iter().find_map(|value| token.url(value))
    })
}

/// The codes of the services: `OAuth`, `SMART-on-FHIR`, `Basic`, ….
pub(super) fn services(security: &Object<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for service in security.few("service") {
        let codings = service.few("coding");
        let codes = codings.iter().filter_map(|coding| coding.code("code"));
        let mut said: Vec<_> = codes.collect();
        if said.is_empty() {
            said.extend(service.line("text"));
        }
        for code in said {
            if !found.contains(&code) {
                found.push(code);
            }
        }
    }
    found
}
