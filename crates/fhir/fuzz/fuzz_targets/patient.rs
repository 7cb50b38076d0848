#![no_main]

use domain::chart::PartName;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fhir_fuzz::read(PartName::Patient, bytes));
