#![no_main]

use fhir::Version;
use fhir::capability::Capability;
use fhir::search::{Criteria, read_answer};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for version in Version::ALL {
        let capability = Capability {
            version,
            fhir_version: String::new(),
            software: None,
            software_version: None,
            resources: Vec::new(),
            batch: false,
            token_url: None,
            security_services: Vec::new(),
        };
        let _ = read_answer(&capability, &Criteria::default(), bytes);
    }
});
