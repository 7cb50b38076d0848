#![no_main]

use fhir::capability::{read_capability, read_smart_configuration};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = read_smart_configuration(bytes);
    if let Ok(read) = read_capability(bytes) {
        read.value.missing();
        fhir::query::queries(&read.value, "p1");
    }
});
