//! The bounds of what is read, each with its reason. What is beyond one is left out and reported.

/// Nested objects and lists: a bundle of resources with contained ones and nested extensions needs about 15.
pub(crate) const DEPTH: usize = 40;
/// Values in one answer: 16 MB of FHIR hold about 400,000, and a million take at most 100 MB of memory.
pub(crate) const NODES: usize = 1_000_000;
/// Resources of one part of a chart: nobody reads more, and a chart stays below a few megabytes.
pub(crate) const ITEMS: usize = 5_000;
/// Vital signs of one page: a day of hourly sets of seven, and more.
pub(crate) const RECENT: usize = 200;
/// Patients of one page of a search: more than that asks to be narrowed, not read.
pub(crate) const FOUND: usize = 200;
/// Things inside one resource (components, codings, reactions, dosages): real ones have below 30.
pub(crate) const FEW: usize = 50;
/// Characters of a name, a display or a unit.
pub(crate) const LINE_CHARS: usize = 300;
/// Characters of a code, a status or an id.
pub(crate) const CODE_CHARS: usize = 100;
/// Characters of a note, an instruction or a finding in words.
pub(crate) const NOTE_CHARS: usize = 4_000;
/// Characters of a web address.
pub(crate) const URL_CHARS: usize = 4_000;
/// Characters of what a server said (`domain::chart::Issue::said`).
pub(crate) const SAID_CHARS: usize = 200;
/// Different issues of one part; more are counted together.
pub(crate) const ISSUES: usize = 40;
/// Characters of a photo in base64: 150 kB of image, more than a portrait on a screen needs.
pub(crate) const PHOTO_CHARS: usize = 200_000;
/// References of one chart that are followed one by one.
pub(crate) const FOLLOWED: usize = 20;
