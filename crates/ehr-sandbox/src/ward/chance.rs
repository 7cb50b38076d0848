//! Numbers that look random and are a pure function of what they are drawn for.

/// What a number is drawn for, so that no two uses share their numbers.
#[derive(Clone, Copy)]
pub(super) enum For {
    Language = 1,
    Sex,
    Family,
    Given,
    SecondGiven,
    Birth,
    Mrn,
    Practitioner,
    Address,
    Phone,
    Stay,
    Minute,
    Baseline,
    Jitter,
    History,
    Allergy,
}

/// The number for one use and two keys (a patient and a slot of time, say).
pub(super) fn draw(seed: u64, purpose: For, first: u64, second: u64) -> u64 {
    mix(mix(mix(seed ^ (purpose as u64).rotate_left(48)) ^ first) ^ second)
}

/// One of a list that is not empty.
pub(super) fn pick<T>(list: &[T], number: u64) -> &T {
    let length = list.len() as u64;
    &list[usize::try_from(number % length).unwrap_or(0)]
}

/// From -1 to 1.
pub(super) fn swing(number: u64) -> f64 {
    let thousandths = i32::try_from(number % 2001).unwrap_or(0) - 1000;
    f64::from(thousandths) / 1000.0
}

/// The last step of SplitMix64, which spreads every bit over all.
fn mix(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
